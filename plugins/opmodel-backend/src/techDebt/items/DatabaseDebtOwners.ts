import type { Knex } from 'knex';
import { orderByText } from '../../catalog/DatabaseLists';
import { whereVisible } from '../../catalog/DatabaseVisibility';
import type { Visibility } from '../../catalog/Visibility';
import { selectDebtItems } from './DatabaseDebtItemSelection';
import type { DebtOwnerCount, DebtSelection } from './DebtItemStore';

/** How many items of a selection each owner answers for. */
export async function countOwners(
  knex: Knex,
  selection: DebtSelection,
  { isUndated = false }: { isUndated?: boolean } = {},
): Promise<DebtOwnerCount[]> {
  const query = selectDebtItems(knex, selection)
    .groupBy('item.owner_ref')
    .select('item.owner_ref')
    .count({ items: '*' });
  if (isUndated) {
    query.whereNull('item.target_date');
  }
  orderByText(query, 'item.owner_ref');
  const rows: any[] = await query;
  return rows.map(row => ({
    ownerRef: row.owner_ref,
    items: Number(row.items),
  }));
}

/** Who answers for items, is in the catalog, and may not be seen. */
export async function listHiddenOwners(
  knex: Knex,
  visibility: Visibility,
): Promise<string[]> {
  if (visibility.type === 'all') {
    return [];
  }
  return knex('entities as owner')
    .whereNull('owner.removed_at')
    .whereNot(seen => whereVisible(seen, visibility, 'owner.ref'))
    .whereExists(owned =>
      owned
        .from('tech_debt_items as item')
        .whereRaw('item.owner_ref = owner.ref'),
    )
    .pluck('owner.ref');
}

import { standingDebtStatuses } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { orderByText, whereAnyOf } from '../../catalog/DatabaseLists';
import type { OwedDebt } from './DebtItemStore';

/** Reads what is owed on each of some entities. */
export async function listOwedDebt(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<OwedDebt[]> {
  const query = knex('tech_debt_item_entities as carrier')
    .join('tech_debt_items as item', 'item.id', 'carrier.item_id')
    .whereIn('item.status', [...standingDebtStatuses])
    .select(
      'carrier.entity_ref',
      'item.id',
      'item.severity',
      'item.status',
      'item.target_date',
      'item.review_date',
      'item.created_at',
      'item.principal_days',
    );
  whereAnyOf(query, 'carrier.entity_ref', entityRefs);
  orderByText(query, 'carrier.entity_ref');
  orderByText(query, 'item.id');
  const rows: Record<string, any>[] = await query;
  return rows.map(row => ({
    entityRef: row.entity_ref,
    itemId: row.id,
    severity: row.severity,
    status: row.status,
    targetDate: row.target_date,
    reviewDate: row.review_date,
    createdAt: Number(row.created_at),
    principalDays: row.principal_days,
  }));
}

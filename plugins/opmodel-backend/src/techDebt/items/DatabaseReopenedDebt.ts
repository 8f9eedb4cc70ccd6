import type { Knex } from 'knex';
import { isPostgres } from '../../catalog/DatabaseLists';
import { selectFirstDebtItems } from './DatabaseDebtItemSelection';
import { readColumns, toDebtItem } from './debtItemRows';
import type {
  DebtFieldChange,
  DebtReopenedAsk,
  DebtSelection,
  ReopenedDebtItem,
} from './DebtItemStore';
import { wasAcceptedUntil } from './wasAcceptedUntil';

/** Items that are open since an acceptance of them ended, the latest first. */
export async function listReopenedDebt(
  knex: Knex,
  selection: DebtSelection,
  { since, perOwner }: DebtReopenedAsk,
): Promise<ReopenedDebtItem[]> {
  const byId = `item.id${isPostgres(knex) ? ' collate "C"' : ''}`;
  const found = selectFirstDebtItems(knex, selection)
    .join('tech_debt_versions as opening', 'opening.item_id', 'item.id')
    .join('tech_debt_versions as accepted', clause =>
      clause
        .on('accepted.item_id', '=', 'item.id')
        .andOn(
          'accepted.version',
          '=',
          knex.raw('?? - 1', ['opening.version']),
        ),
    )
    .where('item.status', 'open')
    .where('item.status_since', '>=', since)
    .where('opening.status', 'open')
    .where('accepted.status', 'accepted')
    .whereNotExists(later =>
      later
        .from('tech_debt_versions as later')
        .whereRaw('later.item_id = item.id and later.version > opening.version')
        .whereNot('later.status', 'open'),
    )
    .select(
      'item.*',
      'opening.changes as opening_changes',
      knex.raw(
        `row_number() over (partition by item.owner_ref order by item.status_since desc, ${byId}) as place`,
      ),
    );
  const rows: any[] = await knex
    .from(found.as('item'))
    .join('tech_debt_item_texts as texts', 'texts.item_id', 'item.id')
    .where('item.place', '<=', perOwner)
    .orderByRaw(`item.status_since desc, ${byId}`)
    .select(readColumns);
  return rows.map(row => {
    const changes: DebtFieldChange[] = JSON.parse(row.opening_changes);
    return { item: toDebtItem(row), acceptedUntil: wasAcceptedUntil(changes) };
  });
}

import {
  debtSeverities,
  type DebtSeverity,
  standingDebtStatuses,
  tellAmount,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres } from '../../catalog/DatabaseLists';
import { selectDebtItems } from './DatabaseDebtItemSelection';
import type {
  DebtDeadlines,
  DebtDueCounts,
  DebtFiled,
  DebtMatrixCell,
  DebtSelection,
  DebtStatusCount,
} from './DebtItemStore';
import { openStatuses } from './DebtSelections';

/** How many items are in each cell of impact × likelihood. */
export async function countMatrix(
  knex: Knex,
  selection: DebtSelection,
): Promise<DebtMatrixCell[]> {
  const rows: any[] = await selectDebtItems(knex, selection)
    .groupBy('item.impact', 'item.likelihood')
    .select('item.impact', 'item.likelihood')
    .count({ items: '*' })
    .orderBy([
      { column: 'item.impact', nulls: 'last' },
      { column: 'item.likelihood', nulls: 'last' },
    ]);
  return rows.map(({ impact, likelihood, items }) => ({
    impact,
    likelihood,
    items: Number(items),
  }));
}

/** How many items stand in each status. */
export async function countStatuses(
  knex: Knex,
  selection: DebtSelection,
): Promise<DebtStatusCount[]> {
  const rows: any[] = await selectDebtItems(knex, selection)
    .groupBy('item.status')
    .select('item.status')
    .min({ place: 'item.status_rank' })
    .count({ items: '*', estimated: 'item.principal_thousandths' })
    .sum({ principal: 'item.principal_thousandths' })
    .orderBy('place');
  return rows.map(row => ({
    status: row.status,
    ...tellAmount({
      items: Number(row.items),
      principal: Number(row.principal),
      withoutPrincipal: Number(row.items) - Number(row.estimated),
    }),
  }));
}

/** When items were filed: the oldest, and those in the middle. */
export async function readFiled(
  knex: Knex,
  selection: DebtSelection,
): Promise<DebtFiled | undefined> {
  const placed = selectDebtItems(knex, selection).select(
    'item.created_at',
    knex.raw('row_number() over (order by item.created_at) as place'),
    knex.raw('count(*) over () as items'),
  );
  const rows: any[] = await knex
    .from(placed.as('filed'))
    .whereRaw('place in (1, (items + 1) / 2, (items + 2) / 2)')
    .select('created_at', 'place', 'items')
    .orderBy('place');
  if (rows.length === 0) {
    return undefined;
  }
  const filed = rows.map(({ created_at: at, place }) => ({
    at: Number(at),
    place: Number(place),
  }));
  const items = Number(rows[0].items);
  return {
    oldest: filed[0].at,
    middle: filed
      .filter(({ place }) => place >= Math.floor((items + 1) / 2))
      .map(({ at }) => at),
  };
}

/** How many items are due, all of it in one pass over them. */
export async function countDue(
  knex: Knex,
  selection: DebtSelection,
  { today, filedBefore }: DebtDeadlines,
): Promise<DebtDueCounts> {
  const statuses = (among: readonly string[]) =>
    knex.raw(`item.status in (${among.map(() => '?').join(', ')})`, [...among]);
  const isOpen = statuses(openStatuses);
  const day = isPostgres(knex) ? '?? collate "C" < ?' : '?? < ?';
  const cases: [string, Knex.Raw, Knex.Raw][] = [
    ['overdue', isOpen, knex.raw(day, ['item.target_date', today])],
    [
      'review_due',
      statuses(standingDebtStatuses),
      knex.raw(day, ['item.review_date', today]),
    ],
    ...debtSeverities.map((severity): [string, Knex.Raw, Knex.Raw] => [
      severity,
      isOpen,
      knex.raw('item.severity = ? and item.created_at < ?', [
        severity,
        filedBefore[severity],
      ]),
    ]),
  ];
  const [row]: any[] = await selectDebtItems(knex, selection).select(
    cases.map(([name, status, isDue]) =>
      knex.raw('count(case when ? and ? then 1 end) as ??', [
        status,
        isDue,
        name,
      ]),
    ),
  );
  return {
    overdue: Number(row.overdue),
    reviewDue: Number(row.review_due),
    breaches: Object.fromEntries(
      debtSeverities.map(severity => [severity, Number(row[severity])]),
    ) as Record<DebtSeverity, number>,
  };
}

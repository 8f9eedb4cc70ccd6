import {
  addDays,
  type FlowDelta,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import {
  joinSelectedDays,
  joinSelectedSpans,
} from '../catalog/DatabaseComponentSelection';
import { findFlowSums, keptDaysWithoutBins } from './DatabaseFlowScopeDays';

/**
 * How many items stood where at the end of each day.
 *
 * What stands where now is kept, and the days tell what changed, so the past is reckoned backwards from now: that reads the days
 * of the window alone, however long the history is.
 */
export async function readStates(
  knex: Knex,
  calculation: string,
  selection: ComponentSelection,
  span: DaySpan,
): Promise<FlowDelta[]> {
  const rows =
    selection.ownership === 'now'
      ? await readNow(knex, calculation, selection, span)
      : await readThen(knex, calculation, selection, span);
  return rows
    .filter(({ day }) => day <= span.to)
    .map(row => ({ ...row, count: Number(row.count) }));
}

const STATE_METRICS = [
  'todo',
  'active',
  'waiting',
  'blocked',
  'done',
  'cancelled',
].map(state => `state:${state}`);

/** As the databases answer it. */
interface DeltaRow extends Pick<FlowDelta, 'day' | 'metric'> {
  count: number | string;
}

/** Present stocks on the day before the span, less all that changed since, and the changes on their days. */
async function readNow(
  knex: Knex,
  calculation: string,
  selection: ComponentSelection,
  span: DaySpan,
): Promise<DeltaRow[]> {
  const opening = addDays(span.from, -1);
  const stocks: Omit<DeltaRow, 'day'>[] = await knex('flow_stocks as stock')
    .where('stock.calculation', calculation)
    .modify(query =>
      joinSelectedDays(query, selection, { entityRef: 'stock.entity_ref' }),
    )
    .groupBy('stock.metric')
    .select('stock.metric')
    .sum({ count: 'stock.count' });
  const kept = await findFlowSums(knex, calculation, selection);
  const days = kept
    ? keptDaysWithoutBins(knex, kept)
    : knex('flow_entity_days as day')
        .where('day.calculation', calculation)
        .modify(query =>
          joinSelectedDays(query, selection, {
            entityRef: 'day.entity_ref',
            day: 'day.day',
          }),
        );
  const changes: DeltaRow[] = await days
    .where('day.day', '>=', span.from)
    .whereIn('day.metric', STATE_METRICS)
    .groupBy('day.metric', 'day.day')
    .select('day.metric', 'day.day')
    .sum({ count: 'day.count' });
  return [
    ...stocks.map(row => ({ ...row, day: opening })),
    ...changes.map(row => ({
      ...row,
      day: opening,
      count: -Number(row.count),
    })),
    ...changes,
  ];
}

/**
 * Each time that a component belonged to the scope begins with what stood where when it came (now, less what changed since) and
 * ends with what stood where when it left.
 */
async function readThen(
  knex: Knex,
  calculation: string,
  selection: ComponentSelection,
  span: DaySpan,
): Promise<DeltaRow[]> {
  const opening = addDays(span.from, -1);
  const start =
    '(case when scope_span.from_day > ? then scope_span.from_day else ? end)';
  const spans = (alias: string) => (query: Knex.QueryBuilder) => {
    joinSelectedSpans(query, selection, `${alias}.entity_ref`);
    query
      .where('scope_span.from_day', '<=', span.to)
      .where(end =>
        end
          .whereNull('scope_span.to_day')
          .orWhere('scope_span.to_day', '>', opening),
      );
  };
  const stocks = () =>
    knex('flow_stocks as stock')
      .where('stock.calculation', calculation)
      .modify(spans('stock'));
  const changes = () =>
    knex('flow_entity_days as day')
      .where('day.calculation', calculation)
      .whereIn('day.metric', STATE_METRICS)
      .modify(spans('day'))
      .whereRaw(`day.day > ${start}`, [opening, opening]);
  const sums: DeltaRow[][] = await Promise.all([
    stocks()
      .groupBy(1, 2)
      .select(
        'stock.metric',
        knex.raw(`${start} as day`, [opening, opening]),
        knex.raw('sum(stock.count) as count'),
      ),
    stocks()
      .where('scope_span.to_day', '<=', span.to)
      .groupBy(1, 2)
      .select(
        'stock.metric',
        knex.raw('scope_span.to_day as day'),
        knex.raw('-sum(stock.count) as count'),
      ),
    changes()
      .groupBy(1, 2)
      .select(
        'day.metric',
        knex.raw(`${start} as day`, [opening, opening]),
        knex.raw('-sum(day.count) as count'),
      ),
    changes()
      .groupBy(1, 2)
      .select(
        'day.metric',
        knex.raw(
          '(case when scope_span.to_day < day.day then scope_span.to_day else day.day end) as day',
        ),
        knex.raw('sum(day.count) as count'),
      ),
  ]);
  return sums.flat();
}

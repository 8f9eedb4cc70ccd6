import type { BinCounts } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import {
  joinSelectedDays,
  whereSelectedDuring,
} from '../catalog/DatabaseComponentSelection';
import { isPostgres } from '../catalog/DatabaseLists';
import type { KeptScope } from '../lib/DatabaseScopeDayRows';
import { splitSpan } from '../lib/DatabaseScopeSums';
import { findFlowSums, keptDaysWithoutBins } from './DatabaseFlowScopeDays';
import type {
  CountedMetric,
  FlowCounts,
  FlowWindowCounts,
  WindowSpans,
} from './FlowStore';

/** What is shown by day. */
const DAILY: CountedMetric[] = [
  'arrived',
  'started',
  'completed',
  'completed_unstarted',
  'cancelled',
];

/** What is shown by week and not by day. */
const WEEKLY: CountedMetric[] = [
  'cycle_time',
  'builds',
  'failed_builds',
  'build_duration',
];

/** What the window before is compared by. */
const COMPARED: CountedMetric[] = [
  'arrived',
  'completed',
  'cycle_time',
  'flow_time',
  'efficiency_active_seconds',
  'efficiency_flow_seconds',
  'completed_with_efficiency',
  'reopened',
  'builds',
  'failed_builds',
  'build_duration',
  'build_queue',
];

/** The day rows of a selection in a span, under the alias `day`. */
export function selectedDays(
  knex: Knex,
  calculation: string,
  selection: ComponentSelection,
  span: DaySpan,
): Knex.QueryBuilder {
  return knex('flow_entity_days as day')
    .where('day.calculation', calculation)
    .whereBetween('day.day', [span.from, span.to])
    .modify(query =>
      joinSelectedDays(query, selection, {
        entityRef: 'day.entity_ref',
        day: 'day.day',
      }),
    );
}

/** Counts of a window and of the one before it, in one statement. Where items stand is not among them. */
export async function sumWindow(
  knex: Knex,
  calculation: string,
  selection: ComponentSelection,
  window: WindowSpans,
): Promise<FlowWindowCounts> {
  const kept = await findFlowSums(knex, calculation, selection);
  const counted = kept
    ? keptRows(knex, kept, window)
    : memberRows(knex, calculation, selection, window);
  const sums = knex
    .from(counted)
    .groupBy('is_current', 'metric', 'since', 'bin')
    .select('is_current', 'metric', 'since', 'bin')
    .sum({ count: 'count' });
  const list = isPostgres(knex) ? 'json_agg' : 'json_group_array';
  // A row for each day or week rather than for each bin.
  const packed: PackedRow[] = await knex
    .from(sums.as('sums'))
    .groupBy('is_current', 'metric', 'since')
    .select(
      'is_current',
      'metric',
      'since',
      knex.raw(`${list}(bin) as bins`),
      knex.raw(`${list}(count) as counts`),
    );
  return unpack(packed);
}

/** The rows of the members themselves. */
function memberRows(
  knex: Knex,
  calculation: string,
  selection: ComponentSelection,
  window: WindowSpans,
): Knex.QueryBuilder {
  return selectedDays(knex, calculation, selection, {
    from: window.previous.from,
    to: window.to,
  })
    .where('day.metric', 'not like', 'state:%')
    .where(part =>
      part
        .where('day.day', '>=', window.from)
        .orWhereIn('day.metric', COMPARED),
    )
    .select(
      knex.raw('(case when day.day >= ? then 1 else 0 end) as is_current', [
        window.from,
      ]),
      'day.metric',
      knex.raw(
        `(case when day.day < ? then null when day.metric in (${marks(
          DAILY,
        )}) then day.day when day.metric in (${marks(
          WEEKLY,
        )}) then day.week end) as since`,
        [window.from, ...DAILY, ...WEEKLY],
      ),
      'day.bin',
      'day.count',
    )
    .as('counted');
}

/** The sums of a scope: of whole weeks where the window holds them, and the days at its ends; what is shown by day, by day. */
function keptRows(knex: Knex, kept: KeptScope, window: WindowSpans): Knex.Raw {
  const week = knex.raw(
    `(case when metric in (${marks(WEEKLY)}) then week end) as since`,
    [...WEEKLY],
  );
  const parts = [
    keptDaysWithoutBins(knex, kept)
      .whereIn('metric', DAILY)
      .whereBetween('day', [window.from, window.to])
      .select(knex.raw('1 as is_current'), 'metric', 'day as since', 'bin')
      .select('count'),
    ...keptSpan(knex, kept, window).map(rows =>
      rows
        .whereNotIn('metric', DAILY)
        .where('metric', 'not like', 'state:%')
        .select(knex.raw('1 as is_current'), 'metric', week, 'bin')
        .select('count'),
    ),
    ...keptSpan(knex, kept, window.previous).map(rows =>
      rows
        .whereIn('metric', COMPARED)
        .select(
          knex.raw('0 as is_current'),
          'metric',
          knex.raw('null as since'),
        )
        .select('bin', 'count'),
    ),
  ];
  const union = parts.map(() => 'select * from (?) as part');
  return knex.raw(`(${union.join(' union all ')}) as counted`, parts);
}

/** The sums of a span: of its whole weeks, and of the days before and after them. */
function keptSpan(
  knex: Knex,
  { calculation, scopeRef }: KeptScope,
  span: DaySpan,
): Knex.QueryBuilder[] {
  const { weeks, days } = splitSpan(span);
  const rowsOf = (table: string, column: string, { from, to }: DaySpan) =>
    knex(table)
      .where({ calculation, scope_ref: scopeRef })
      .whereBetween(column, [from, to]);
  return [
    ...(weeks ? [rowsOf('flow_scope_weeks', 'week', weeks)] : []),
    ...days.map(part => rowsOf('flow_scope_days', 'day', part)),
  ];
}

function marks(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ');
}

/** Counts of one metric by bin. */
export async function sumMetric(
  knex: Knex,
  calculation: string,
  selection: ComponentSelection,
  span: DaySpan,
  metric: CountedMetric,
): Promise<BinCounts> {
  const kept = await findFlowSums(knex, calculation, selection);
  const parts = kept
    ? keptSpan(knex, kept, span)
    : [selectedDays(knex, calculation, selection, span)];
  const bins = new Map<number, number>();
  for (const rows of await Promise.all(
    parts.map(
      (part): Promise<{ bin: number; count: string | number }[]> =>
        part
          .where('metric', metric)
          .groupBy('bin')
          .select('bin')
          .sum({ count: 'count' }) as never,
    ),
  )) {
    for (const { bin, count } of rows) {
      bins.set(bin, (bins.get(bin) ?? 0) + Number(count));
    }
  }
  return bins;
}

/** Items completed on each day. */
export async function countCompletedByDay(
  knex: Knex,
  calculation: string,
  selection: ComponentSelection,
  span: DaySpan,
): Promise<ReadonlyMap<string, number>> {
  const kept = await findFlowSums(knex, calculation, selection);
  const days = kept
    ? keptDaysWithoutBins(knex, kept).whereBetween('day.day', [
        span.from,
        span.to,
      ])
    : selectedDays(knex, calculation, selection, span);
  const rows: { day: string; count: string | number }[] = await days
    .where('day.metric', 'completed')
    .groupBy('day.day')
    .select('day.day')
    .sum({ count: 'day.count' });
  return new Map(rows.map(({ day, count }) => [day, Number(count)]));
}

/** Components of which an item was completed in a span. */
export async function countActive(
  knex: Knex,
  calculation: string,
  selection: ComponentSelection,
  span: DaySpan,
): Promise<number> {
  const query =
    selection.ownership === 'then'
      ? selectedDays(knex, calculation, selection, span)
          .where('day.metric', 'completed')
          .countDistinct({ active: 'day.entity_ref' })
      : // The first item found is enough, so that a component costs one look however much it completed.
        knex('entities as member')
          .modify(members => whereSelectedDuring(members, selection, span))
          .whereExists(
            knex('flow_items as item')
              .where('item.calculation', calculation)
              .whereRaw('item.entity_ref = member.ref')
              .whereBetween('item.completed_day', [span.from, span.to])
              .where('item.withdrawn', false),
          )
          .count({ active: '*' });
  const [{ active }] = (await query) as { active: string | number }[];
  return Number(active);
}

interface PackedRow {
  is_current: number;
  metric: CountedMetric;
  /** Day or Monday of the week. */
  since: string | null;
  /** Parsed by PostgreSQL's driver, text on SQLite. */
  bins: number[] | string;
  counts: (number | string)[] | string;
}

type Counts = Map<CountedMetric, Map<number, number>>;

function unpack(rows: readonly PackedRow[]): FlowWindowCounts {
  const current: Counts = new Map();
  const previous: Counts = new Map();
  const weeks = new Map<string, Counts>();
  const days = new Map<string, Counts>();
  for (const row of rows) {
    const bins = binsOf(row);
    addTo(row.is_current === 1 ? current : previous, row.metric, bins);
    if (row.since !== null) {
      const parts = DAILY.includes(row.metric) ? days : weeks;
      const part = parts.get(row.since) ?? new Map();
      parts.set(row.since, part);
      addTo(part, row.metric, bins);
    }
  }
  return {
    current,
    previous,
    weeks: weeks as ReadonlyMap<string, FlowCounts>,
    days: days as ReadonlyMap<string, FlowCounts>,
  };
}

function binsOf(row: PackedRow): Map<number, number> {
  const [bins, counts] = [row.bins, row.counts].map(list =>
    typeof list === 'string' ? JSON.parse(list) : list,
  );
  return new Map(
    bins.map((bin: number, index: number) => [bin, Number(counts[index])]),
  );
}

function addTo(
  counts: Counts,
  metric: CountedMetric,
  bins: ReadonlyMap<number, number>,
): void {
  const own = counts.get(metric) ?? new Map<number, number>();
  counts.set(metric, own);
  for (const [bin, count] of bins) {
    own.set(bin, (own.get(bin) ?? 0) + count);
  }
}

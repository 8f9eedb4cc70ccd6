import type { BinCounts } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import { joinSelectedDays } from '../catalog/DatabaseComponentSelection';
import { isPostgres } from '../catalog/DatabaseLists';
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
  const marks = (list: readonly unknown[]) => list.map(() => '?').join(', ');
  const sums = selectedDays(knex, calculation, selection, {
    from: window.previous.from,
    to: window.to,
  })
    .where('day.metric', 'not like', 'state:%')
    .where(part =>
      part
        .where('day.day', '>=', window.from)
        .orWhereIn('day.metric', COMPARED),
    )
    .groupBy(1, 2, 3, 4)
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
    )
    .sum({ count: 'day.count' });
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

/** Counts of one metric by bin. */
export async function sumMetric(
  knex: Knex,
  calculation: string,
  selection: ComponentSelection,
  span: DaySpan,
  metric: CountedMetric,
): Promise<BinCounts> {
  const rows: { bin: number; count: string | number }[] = await selectedDays(
    knex,
    calculation,
    selection,
    span,
  )
    .where('day.metric', metric)
    .groupBy('day.bin')
    .select('day.bin')
    .sum({ count: 'day.count' });
  return new Map(rows.map(({ bin, count }) => [bin, Number(count)]));
}

/** Items completed on each day. */
export async function countCompletedByDay(
  knex: Knex,
  calculation: string,
  selection: ComponentSelection,
  span: DaySpan,
): Promise<ReadonlyMap<string, number>> {
  const rows: { day: string; count: string | number }[] = await selectedDays(
    knex,
    calculation,
    selection,
    span,
  )
    .where('day.metric', 'completed')
    .groupBy('day.day')
    .select('day.day')
    .sum({ count: 'day.count' });
  return new Map(rows.map(({ day, count }) => [day, Number(count)]));
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

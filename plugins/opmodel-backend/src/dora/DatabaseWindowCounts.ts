import {
  addDays,
  type DayMetric,
  weekOf,
  type WeekStart,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres } from '../catalog/DatabaseLists';
import { COMPARED_METRICS } from './comparedMetrics';
import { joinSelectedDays } from '../catalog/DatabaseComponentSelection';
import type { KeptScope } from './DatabaseScopeDayRows';
import type {
  CountsByMetric,
  DaySpan,
  DoraSelection,
  SpanCounts,
  WindowCounts,
  WindowSpans,
} from './DoraStore';

/** Counts of a window and of the one before it, in one statement. */
export async function sumWindow(
  knex: Knex,
  calculation: string,
  selection: DoraSelection,
  window: WindowSpans,
  { weekStart }: { weekStart: WeekStart },
): Promise<WindowCounts> {
  const kept = await findSums(knex, calculation, selection);
  const rows = kept
    ? summedRows(knex, selection, window, { ...kept, weekStart })
    : memberRows(knex, calculation, selection, window).as('counted');
  const sums = knex
    .from(rows)
    .groupBy('is_current', 'metric', 'week', 'bin')
    .select('is_current', 'metric', 'week', 'bin')
    .sum({ count: 'count' });
  const list = isPostgres(knex) ? 'json_agg' : 'json_group_array';
  // A row for each week rather than for each bin: fewer by two orders of magnitude.
  const packed: PackedRow[] = await knex
    .from(sums.as('sums'))
    .groupBy('is_current', 'metric', 'week')
    .select(
      'is_current',
      'metric',
      'week',
      knex.raw(`${list}(bin) as bins`),
      knex.raw(`${list}(count) as counts`),
    );
  return {
    current: unpack(packed.filter(row => row.is_current === 1)),
    previous: unpack(packed.filter(row => row.is_current === 0)),
    isLarge: kept !== undefined,
  };
}

/** What is shown by week keeps its week. */
function weekOfCompared(knex: Knex): Knex.Raw {
  const metrics = COMPARED_METRICS.map(() => '?').join(', ');
  return knex.raw(`(case when metric in (${metrics}) then week end) as week`, [
    ...COMPARED_METRICS,
  ]);
}

/** The rows of the members themselves. */
function memberRows(
  knex: Knex,
  calculation: string,
  selection: DoraSelection,
  window: WindowSpans,
  { from, to }: DaySpan = { from: window.previous.from, to: window.to },
): Knex.QueryBuilder {
  return knex('dora_entity_days as day')
    .modify(query =>
      joinSelectedDays(query, selection, {
        entityRef: 'day.entity_ref',
        day: 'day.day',
      }),
    )
    .where('day.calculation', calculation)
    .whereBetween('day.day', [from, to])
    .where(query =>
      query
        .where('day.day', '>=', window.from)
        .orWhereIn('day.metric', COMPARED_METRICS),
    )
    .select(
      knex.raw('(case when day.day >= ? then 1 else 0 end) as is_current', [
        window.from,
      ]),
      'day.metric',
      weekOfCompared(knex),
      'day.bin',
      'day.count',
    );
}

/**
 * The sums of a scope: of whole weeks where the window holds them, and the days at its ends, summed or from the members
 * themselves.
 */
function summedRows(
  knex: Knex,
  selection: DoraSelection,
  window: WindowSpans,
  {
    calculation,
    scopeRef,
    keepsDays,
    weekStart,
  }: KeptScope & { weekStart: WeekStart },
): Knex.Raw {
  const rowsOf = (
    table: string,
    column: string,
    { from, to }: DaySpan,
    isCurrent: boolean,
  ) => {
    const rows = knex(table)
      .where({ calculation, scope_ref: scopeRef })
      .whereBetween(column, [from, to])
      .select(
        knex.raw(`${isCurrent ? 1 : 0} as is_current`),
        'metric',
        weekOfCompared(knex),
        'bin',
        'count',
      );
    return isCurrent ? rows : rows.whereIn('metric', COMPARED_METRICS);
  };
  const parts: Knex.QueryBuilder[] = [];
  const ends: DaySpan[] = [];
  for (const [span, isCurrent] of [
    [window as DaySpan, true],
    [window.previous, false],
  ] as const) {
    const { weeks, days } = splitSpan(span, weekStart);
    if (weeks) {
      parts.push(rowsOf('dora_scope_weeks', 'week', weeks, isCurrent));
    }
    ends.push(...days);
    if (keepsDays) {
      parts.push(
        ...days.map(day => rowsOf('dora_scope_days', 'day', day, isCurrent)),
      );
    }
  }
  if (!keepsDays) {
    // One by one: each is then a short range of the index of every member.
    parts.push(
      ...ends.map(end => memberRows(knex, calculation, selection, window, end)),
    );
  }
  const union = parts.map(() => 'select * from (?) as part');
  return knex.raw(`(${union.join(' union all ')}) as counted`, parts);
}

/** The whole weeks of a span by their first days, and the days before and after them. */
function splitSpan(
  { from, to }: DaySpan,
  weekStart: WeekStart,
): {
  weeks?: DaySpan;
  days: DaySpan[];
} {
  const firstWeek = weekOf(addDays(from, 6), weekStart);
  const afterWeeks = weekOf(addDays(to, 1), weekStart);
  if (firstWeek >= afterWeeks) {
    return { days: [{ from, to }] };
  }
  return {
    weeks: { from: firstWeek, to: addDays(afterWeeks, -7) },
    days: [
      { from, to: addDays(firstWeek, -1) },
      { from: afterWeeks, to },
    ].filter(days => days.from <= days.to),
  };
}

/**
 * The sums that are kept for the selection and stand for its present members. They follow today's owners and hold all members,
 * so whoever sees only some, or asks for some, reads the members' own rows.
 */
export async function findSums(
  knex: Knex,
  calculation: string,
  { scopeRef, ownership, filter, visibility }: DoraSelection,
): Promise<KeptScope | undefined> {
  const isWhole =
    ownership === 'now' &&
    visibility.type === 'all' &&
    Object.values(filter ?? {}).every(value => value === undefined);
  if (!isWhole || scopeRef.startsWith('component:')) {
    return undefined;
  }
  const kept = await presentSums(knex, calculation, scopeRef).first(
    'scope.keeps_days',
  );
  return kept && { calculation, scopeRef, keepsDays: Boolean(kept.keeps_days) };
}

/** The scope, under the alias `scope`, where the sums that are kept of it stand for its present members. */
export function presentSums(
  knex: Knex,
  calculation: string,
  scopeRef: string,
): Knex.QueryBuilder {
  return knex('dora_scopes as scope')
    .leftJoin('scope_versions as known', 'known.scope_ref', 'scope.scope_ref')
    .where({ 'scope.calculation': calculation, 'scope.scope_ref': scopeRef })
    .whereRaw('scope.version = coalesce(known.version, 0)');
}

interface PackedRow {
  is_current: number;
  metric: DayMetric;
  week: string | null;
  /** Parsed by PostgreSQL's driver, text on SQLite. */
  bins: number[] | string;
  counts: number[] | string;
}

function unpack(rows: PackedRow[]): SpanCounts {
  const counts = new Map<DayMetric, Map<number, number>>();
  const weeks = new Map<string, Map<DayMetric, Map<number, number>>>();
  for (const row of rows) {
    const [bins, binCounts]: number[][] = [row.bins, row.counts].map(list =>
      typeof list === 'string' ? JSON.parse(list) : list,
    );
    const own = new Map(bins.map((bin, index) => [bin, binCounts[index]]));
    if (row.week === null) {
      counts.set(row.metric, own);
      continue;
    }
    const week = weeks.get(row.week) ?? new Map();
    weeks.set(row.week, week.set(row.metric, own));
    const all = counts.get(row.metric) ?? new Map<number, number>();
    for (const [bin, count] of own) {
      all.set(bin, (all.get(bin) ?? 0) + count);
    }
    counts.set(row.metric, all);
  }
  return { counts: counts as CountsByMetric, weeks };
}

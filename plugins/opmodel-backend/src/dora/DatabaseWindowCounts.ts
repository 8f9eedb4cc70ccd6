import {
  addDays,
  type DayMetric,
  weekOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres } from '../catalog/DatabaseLists';
import { joinSelectedDays } from './DatabaseDoraSelection';
import type {
  CountsByMetric,
  DaySpan,
  DoraSelection,
  SpanCounts,
  WindowCounts,
  WindowSpans,
} from './DoraStore';

/** What is shown by week, and of the window before. */
const COMPARED_METRICS: DayMetric[] = ['deployments', 'lead_time'];

/** Counts of a window and of the one before it, in one statement. */
export async function sumWindow(
  knex: Knex,
  calculation: string,
  selection: DoraSelection,
  window: WindowSpans,
): Promise<WindowCounts> {
  const isLarge = await hasSums(knex, calculation, selection);
  const rows = isLarge
    ? summedRows(knex, calculation, selection.scopeRef, window)
    : memberRows(knex, calculation, selection, window);
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
    isLarge,
  };
}

/** What is shown by week keeps its week. */
function weekOfCompared(knex: Knex): Knex.Raw {
  return knex.raw('(case when metric in (?, ?) then week end) as week', [
    ...COMPARED_METRICS,
  ]);
}

/** The rows of the members themselves. */
function memberRows(
  knex: Knex,
  calculation: string,
  selection: DoraSelection,
  window: WindowSpans,
): Knex.QueryBuilder {
  return knex('dora_entity_days as day')
    .modify(query =>
      joinSelectedDays(query, selection, {
        entityRef: 'day.entity_ref',
        day: 'day.day',
      }),
    )
    .where('day.calculation', calculation)
    .whereBetween('day.day', [window.previous.from, window.to])
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
    )
    .as('counted');
}

/** The sums of a scope: of whole weeks where the window holds them, of days at its ends. */
function summedRows(
  knex: Knex,
  calculation: string,
  scopeRef: string,
  window: WindowSpans,
): Knex.Raw {
  const rowsOf = (
    table: string,
    column: string,
    [from, to]: string[],
    isCurrent: boolean,
  ) => {
    const rows = knex(table)
      .where({ calculation, scope_ref: scopeRef })
      .whereBetween(column, [from, to])
      .select(
        knex.raw('? as is_current', [knex.raw(isCurrent ? '1' : '0')]),
        'metric',
        weekOfCompared(knex),
        'bin',
        'count',
      );
    return isCurrent ? rows : rows.whereIn('metric', COMPARED_METRICS);
  };
  const parts = [
    { span: window as DaySpan, isCurrent: true },
    { span: window.previous, isCurrent: false },
  ].flatMap(({ span, isCurrent }) => {
    const firstWeek = weekOf(addDays(span.from, 6));
    const afterWeeks = weekOf(addDays(span.to, 1));
    if (firstWeek >= afterWeeks) {
      return [
        rowsOf('dora_scope_days', 'day', [span.from, span.to], isCurrent),
      ];
    }
    return [
      rowsOf(
        'dora_scope_weeks',
        'week',
        [firstWeek, addDays(afterWeeks, -7)],
        isCurrent,
      ),
      rowsOf(
        'dora_scope_days',
        'day',
        [span.from, addDays(firstWeek, -1)],
        isCurrent,
      ),
      rowsOf('dora_scope_days', 'day', [afterWeeks, span.to], isCurrent),
    ];
  });
  return knex.raw(
    `(${parts
      .map(() => 'select * from (?) as part')
      .join(' union all ')}) as counted`,
    parts,
  );
}

/**
 * Whether sums are kept for the selection and stand for its present members. They follow today's owners and hold all members,
 * so whoever sees only some, or asks for some, reads the members' own rows.
 */
async function hasSums(
  knex: Knex,
  calculation: string,
  { scopeRef, ownership, filter, visibility }: DoraSelection,
): Promise<boolean> {
  const isWhole =
    ownership === 'now' &&
    visibility.type === 'all' &&
    Object.values(filter ?? {}).every(value => value === undefined);
  if (!isWhole || scopeRef.startsWith('component:')) {
    return false;
  }
  const kept = await knex('dora_scopes as scope')
    .leftJoin('scope_versions as known', 'known.scope_ref', 'scope.scope_ref')
    .where({ 'scope.calculation': calculation, 'scope.scope_ref': scopeRef })
    .whereRaw('scope.version = coalesce(known.version, 0)')
    .first('scope.scope_ref');
  return kept !== undefined;
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

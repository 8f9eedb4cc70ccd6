import type { DayMetric } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres } from '../catalog/DatabaseLists';
import { joinSelectedDays } from './DatabaseDoraSelection';
import type {
  CountsByMetric,
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
  const days = isLarge
    ? knex('dora_scope_days as day').where('day.scope_ref', selection.scopeRef)
    : knex('dora_entity_days as day').modify(query =>
        joinSelectedDays(query, selection, {
          entityRef: 'day.entity_ref',
          day: 'day.day',
        }),
      );
  const compared = knex.raw('day.metric in (?, ?)', COMPARED_METRICS);
  const sums = days
    .where('day.calculation', calculation)
    .whereBetween('day.day', [window.previous.from, window.to])
    .whereRaw('(day.day >= ? or ?)', [window.from, compared])
    .groupBy(1, 2, 3, 4)
    .select(
      knex.raw('(case when day.day >= ? then 1 else 0 end) as is_current', [
        window.from,
      ]),
      'day.metric',
      knex.raw('(case when ? then day.week end) as week', [compared]),
      'day.bin',
    )
    .sum({ count: 'day.count' });
  const list = isPostgres(knex) ? 'json_agg' : 'json_group_array';
  // A row for each week rather than for each bin: fewer by two orders of magnitude.
  const rows: PackedRow[] = await knex
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
    current: unpack(rows.filter(row => row.is_current === 1)),
    previous: unpack(rows.filter(row => row.is_current === 0)),
    isLarge,
  };
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

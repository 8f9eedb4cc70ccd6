import type { DayMetric } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres } from '../catalog/DatabaseLists';
import { joinSelectedDays } from '../catalog/DatabaseComponentSelection';
import { findSums } from './DatabaseWindowCounts';
import type {
  CountsByMetric,
  DaySpan,
  DoraSelection,
  SeriesInterval,
} from './DoraStore';

/** Of `dora_entity_days` and `dora_scope_days`, under the alias `day`. */
const STARTS: Record<SeriesInterval, string> = {
  day: 'day.day',
  week: 'day.week',
  month: 'substr(day.day, 1, 7)',
};

interface PackedRow {
  start: string;
  metric: DayMetric;
  /** Parsed by PostgreSQL's driver, text on SQLite. */
  bins: number[] | string;
  counts: number[] | string;
}

/** Counts of a span by day, week or month, in one statement: of the sums of a very large scope, or of its members. */
export async function sumSeries(
  knex: Knex,
  request: {
    calculation: string;
    selection: DoraSelection;
    span: DaySpan;
    interval: SeriesInterval;
    metrics: readonly DayMetric[];
  },
): Promise<ReadonlyMap<string, CountsByMetric>> {
  const { calculation, selection, span } = request;
  const kept = await findSums(knex, calculation, selection);
  const days = kept?.keepsDays
    ? knex('dora_scope_days as day').where('day.scope_ref', kept.scopeRef)
    : knex('dora_entity_days as day').modify(query =>
        joinSelectedDays(query, selection, {
          entityRef: 'day.entity_ref',
          day: 'day.day',
        }),
      );
  const sums = days
    .where('day.calculation', calculation)
    .whereBetween('day.day', [span.from, span.to])
    .whereIn('day.metric', request.metrics)
    .groupBy(1, 2, 3)
    .select(
      knex.raw(`${STARTS[request.interval]} as start`),
      'day.metric',
      'day.bin',
    )
    .sum({ count: 'day.count' });
  const list = isPostgres(knex) ? 'json_agg' : 'json_group_array';
  const rows: PackedRow[] = await knex
    .from(sums.as('sums'))
    .groupBy('start', 'metric')
    .select(
      'start',
      'metric',
      knex.raw(`${list}(bin) as bins`),
      knex.raw(`${list}(count) as counts`),
    );
  const series = new Map<string, Map<DayMetric, Map<number, number>>>();
  for (const { start, metric, ...row } of rows) {
    const [bins, counts]: number[][] = [row.bins, row.counts].map(packed =>
      typeof packed === 'string' ? JSON.parse(packed) : packed,
    );
    const own = series.get(start) ?? new Map();
    own.set(metric, new Map(bins.map((bin, index) => [bin, counts[index]])));
    series.set(start, own);
  }
  return series;
}

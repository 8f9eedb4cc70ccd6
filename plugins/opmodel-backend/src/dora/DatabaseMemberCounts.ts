import type { DayMetric } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres, whereAnyOf } from '../catalog/DatabaseLists';
import { joinSelectedDays } from '../catalog/DatabaseComponentSelection';
import type { MemberCounts } from './doraMembers';
import type { DaySpan, DoraSelection } from './DoraStore';

/** What is told of a member beside its lead times and weeks. */
const COUNTED_METRICS: readonly DayMetric[] = [
  'recovery',
  'recovery_middle',
  'failed_deployments',
  'rework_deployments',
  'incidents',
  'failure_incidents',
];

/** What is told of the window before, too. */
const COMPARED_METRICS: readonly DayMetric[] = [
  'lead_time',
  'lead_time_middle',
];

/** Bins and weeks of the listed components in a window, and bins of the one before it. */
export async function countMembers(
  knex: Knex,
  request: {
    calculation: string;
    selection: DoraSelection;
    window: DaySpan & { previous?: DaySpan };
    entityRefs: string[];
  },
): Promise<ReadonlyMap<string, MemberCounts>> {
  const { window } = request;
  const counted = selectedDays(
    knex,
    {
      ...request,
      span: { from: (window.previous ?? window).from, to: window.to },
    },
    request.entityRefs,
  )
    // The index decides upon it, without a look at the rows of other metrics.
    .whereIn('day.metric', [
      ...COMPARED_METRICS,
      'deployments',
      ...COUNTED_METRICS,
    ])
    .where(query =>
      query
        .whereIn('day.metric', COMPARED_METRICS)
        .orWhere('day.day', '>=', window.from),
    )
    .groupBy(1, 2, 3, 4, 5)
    .select(
      'day.entity_ref',
      'day.metric',
      knex.raw('(case when day.day >= ? then 1 else 0 end) as is_current', [
        window.from,
      ]),
      'day.bin',
      knex.raw(
        `(case when day.metric = 'deployments' then day.week end) as week`,
      ),
    )
    .sum({ count: 'day.count' });
  const list = isPostgres(knex) ? 'json_agg' : 'json_group_array';
  const rows: PackedCounts[] = await knex
    .from(counted.as('counted'))
    .groupBy('entity_ref', 'metric', 'is_current')
    .select(
      'entity_ref',
      'metric',
      'is_current',
      knex.raw(`${list}(bin) as bins`),
      knex.raw(`${list}(week) as weeks`),
      knex.raw(`${list}(count) as counts`),
    );
  const counts = new Map(
    request.entityRefs.map(ref => [
      ref,
      {
        leadTime: new Map<number, number>(),
        previousLeadTime: new Map<number, number>(),
        recovery: new Map<number, number>(),
        middles: {
          leadTime: new Map<number, number>(),
          previousLeadTime: new Map<number, number>(),
          recovery: new Map<number, number>(),
        },
        weeks: new Map<string, number>(),
        counts: new Map<DayMetric, number>(),
      },
    ]),
  );
  for (const row of rows) {
    const member = counts.get(row.entity_ref)!;
    const [bins, binCounts] = [row.bins, row.counts].map(toList<number>);
    const total = binCounts.reduce((sum, count) => sum + count, 0);
    const { leadTime, previousLeadTime, recovery, middles } = member;
    const isCurrent = row.is_current === 1;
    const binsOfMetric: Partial<Record<DayMetric, Map<number, number>>> = {
      lead_time: isCurrent ? leadTime : previousLeadTime,
      lead_time_middle: isCurrent ? middles.leadTime : middles.previousLeadTime,
      recovery,
      recovery_middle: middles.recovery,
    };
    const own = binsOfMetric[row.metric];
    if (own) {
      bins.forEach((bin, index) => own.set(bin, binCounts[index]));
    } else {
      member.counts.set(row.metric, total);
    }
    if (row.metric === 'deployments') {
      toList<string>(row.weeks).forEach((week, index) =>
        member.weeks.set(week, binCounts[index]),
      );
    }
  }
  return counts;
}

interface PackedCounts {
  entity_ref: string;
  metric: DayMetric;
  is_current: number;
  bins: number[] | string;
  weeks: string[] | string;
  counts: number[] | string;
}

/** PostgreSQL's driver parses JSON, SQLite's does not. */
function toList<T>(list: T[] | string): T[] {
  return typeof list === 'string' ? JSON.parse(list) : list;
}

/**
 * The day rows of a selection in a span, under the alias `day`.
 *
 * @param among - only of these components
 */
export function selectedDays(
  knex: Knex,
  request: { calculation: string; selection: DoraSelection; span: DaySpan },
  among?: string[],
): Knex.QueryBuilder {
  const { calculation, selection, span } = request;
  return knex('dora_entity_days as day')
    .modify(query => {
      if (among) {
        whereAnyOf(query, 'day.entity_ref', among);
      }
    })
    .where('day.calculation', calculation)
    .whereBetween('day.day', [span.from, span.to])
    .modify(query =>
      joinSelectedDays(query, selection, {
        entityRef: 'day.entity_ref',
        day: 'day.day',
      }),
    );
}

import {
  countDays,
  type DayCount,
  type DayMetric,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { MemberCounts, MemberPageRequest, MemberRow } from './doraMembers';
import type { CountsByMetric, DaySpan } from './DoraStore';
import { sumDays, sumDaysBy, toMedian } from './fakeCounts';
import { type FakeComponent, isInside } from './fakeSelection';
import type { KeptDelivery } from './keepDelivery';
import { totalOf } from './ratioMetrics';

/**
 * A component with its numbers.
 *
 * @param counts - of the days on which it belongs to the selection
 */
export function toMemberRow(
  component: FakeComponent,
  result: KeptDelivery | undefined,
  span: DaySpan,
  counts: CountsByMetric,
  { failures }: Pick<MemberPageRequest, 'failures'>,
): MemberRow {
  const first = result?.firstDeploymentDay ?? null;
  const isReporting = first !== null && first <= span.to;
  const firstIncident = result?.firstIncidentDay ?? null;
  const median = toMedian(counts.get('lead_time'));
  const deployments = totalOf(counts, 'deployments');
  const excludedDays = isReporting
    ? result!.delivery.excludedDays.filter(
        day => isInside(span, day) && day >= first,
      ).length
    : 0;
  const hasDays =
    isReporting &&
    excludedDays < countDays(first > span.from ? first : span.from, span.to);
  return {
    entityRef: component.ref,
    name: component.name,
    title: component.title ?? null,
    sortName: (component.title ?? component.name).toLocaleLowerCase('en-US'),
    kind: 'component',
    type: component.type ?? null,
    tier: component.tier ?? null,
    lifecycle: component.lifecycle ?? null,
    ownerRef: component.ownerRef ?? null,
    systemRef: component.systemRef ?? null,
    deployments: hasDays ? deployments : null,
    firstDeploymentDay: isReporting ? first : null,
    lastDeploymentAt: isReporting ? result!.lastDeploymentAt : null,
    firstIncidentDay:
      isReporting && firstIncident !== null && firstIncident <= span.to
        ? firstIncident
        : null,
    excludedDays,
    leadTimeSamples: median?.samples ?? 0,
    leadTimeBin: median?.bin ?? null,
    failuresPerMillion:
      isReporting && deployments > 0 && failures !== undefined
        ? Math.floor((totalOf(counts, failures) * 1_000_000) / deployments)
        : null,
    recoveryBin: toMedian(counts.get('recovery'))?.bin ?? null,
  };
}

/** What is shown of a row whatever the page is ordered by. */
export function showOrdered(
  row: MemberRow,
  { order }: Pick<MemberPageRequest, 'order'>,
): MemberRow {
  return {
    ...row,
    failuresPerMillion:
      order === 'changeFailRate' ? row.failuresPerMillion : null,
    recoveryBin: order === 'recovery' ? row.recoveryBin : null,
  };
}

/** One page of members in their order; rows without a value come last in both directions. */
export function memberPageOf(
  members: MemberRow[],
  page: MemberPageRequest,
): { items: MemberRow[]; total: number } {
  const { deployments: wanted, after } = page;
  const rows = members
    .filter(
      ({ deployments }) =>
        !wanted ||
        (wanted.known
          ? deployments !== null &&
            deployments >= (wanted.minimum ?? 0) &&
            deployments <= (wanted.maximum ?? Infinity)
          : deployments === null),
    )
    .map(row => ({
      row,
      value: valueOf(row, page.order),
      entityRef: row.entityRef,
    }));
  type Position = { value: string | number | null; entityRef: string };
  const compare = (a: Position, b: Position) => {
    if (a.value !== b.value) {
      if (a.value === null || b.value === null) {
        return a.value === null ? 1 : -1;
      }
      return (a.value < b.value ? -1 : 1) * (page.descending ? -1 : 1);
    }
    return a.entityRef < b.entityRef ? -1 : 1;
  };
  return {
    total: rows.length,
    items: rows
      .sort(compare)
      .filter(
        row =>
          !after ||
          (row.entityRef !== after.entityRef && compare(after, row) < 0),
      )
      .slice(0, page.limit)
      .map(({ row }) => showOrdered(row, page)),
  };
}

function valueOf(
  row: MemberRow,
  order: MemberPageRequest['order'],
): string | number | null {
  return {
    name: row.sortName,
    leadTime: row.leadTimeBin,
    deployments: row.deployments,
    lastDeployment: row.lastDeploymentAt,
    changeFailRate: row.failuresPerMillion,
    recovery: row.recoveryBin,
  }[order];
}

/** What is told of a member beside its lead times, recoveries and weeks. */
const MEMBER_COUNTS: readonly DayMetric[] = [
  'deployments',
  'failed_deployments',
  'rework_deployments',
  'incidents',
  'failure_incidents',
];

/** What one member counts, of its day rows in a window and in the one before it. */
export function toMemberCounts(
  days: readonly DayCount[],
  previousDays: readonly DayCount[],
): MemberCounts {
  const counts = sumDays(days);
  const weeks = sumDaysBy(
    days.filter(({ metric }) => metric === 'deployments'),
    ({ week }) => week,
  );
  return {
    leadTime: counts.get('lead_time') ?? new Map(),
    previousLeadTime: sumDays(previousDays).get('lead_time') ?? new Map(),
    recovery: counts.get('recovery') ?? new Map(),
    middles: {
      leadTime: counts.get('lead_time_middle') ?? new Map(),
      previousLeadTime:
        sumDays(previousDays).get('lead_time_middle') ?? new Map(),
      recovery: counts.get('recovery_middle') ?? new Map(),
    },
    weeks: new Map(
      [...weeks].map(([week, sums]) => [
        week,
        sums.get('deployments')!.get(0)!,
      ]),
    ),
    counts: new Map(
      MEMBER_COUNTS.flatMap(metric => {
        const count = counts.get(metric)?.get(0);
        return count === undefined ? [] : [[metric, count]];
      }),
    ),
  };
}

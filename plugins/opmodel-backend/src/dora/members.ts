import {
  binnedQuantile,
  compareWindows,
  type DayWindow,
  type DoraMember,
  deploymentsPerWeek,
  type DoraProfile,
  weeksBetween,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  DoraSelection,
  DoraStore,
  MemberCounts,
  MemberPageRequest,
  MemberRow,
} from './DoraStore';
import { countKnownDays } from './knownDays';
import { stateOf } from './reportNumbers';
import { toInstant } from '../lib/instants';

/**
 * Reads one page of the components of a selection with their numbers.
 *
 * @param knownDaysOf - days by which rates are taken; without it, from the first deployment on
 */
export async function readMembers(
  store: DoraStore,
  calculation: string,
  selection: DoraSelection,
  window: DayWindow,
  page: MemberPageRequest,
  profile: DoraProfile,
  knownDaysOf?: ReadonlyMap<string, number>,
): Promise<{ items: DoraMember[]; rows: MemberRow[]; total: number }> {
  const { items: rows, total } = await store.listMembers(
    calculation,
    selection,
    window,
    page,
  );
  const refs = rows.map(row => row.entityRef);
  const counts = await store.countMembers(calculation, selection, window, refs);
  const weeks = weeksBetween(window.from, window.to);
  return {
    rows,
    total,
    items: rows.map(row =>
      toMember(
        row,
        counts.get(row.entityRef)!,
        weeks,
        profile,
        knownDaysOf?.get(row.entityRef) ??
          countKnownDays(window, row.firstDeploymentDay ?? window.from),
      ),
    ),
  };
}

function toMember(
  row: MemberRow,
  counts: MemberCounts,
  weeks: string[],
  profile: DoraProfile,
  knownDays: number,
): DoraMember {
  const leadTimeMedian = binnedQuantile(counts.leadTime, 0.5);
  const previousSamples = [...counts.previousLeadTime.values()].reduce(
    (sum, count) => sum + count,
    0,
  );
  const comparable =
    row.leadTimeSamples >= profile.minimumLeadTimeSamples &&
    previousSamples >= profile.minimumLeadTimeSamples;
  return {
    entityRef: row.entityRef,
    title: row.title ?? row.name,
    kind: row.kind,
    type: row.type,
    tier: row.tier,
    lifecycle: row.lifecycle,
    ownerRef: row.ownerRef,
    systemRef: row.systemRef,
    state: stateOf(row.deployments, profile.minimumDeployments),
    leadTimeState:
      row.leadTimeSamples === 0
        ? 'no_data'
        : stateOf(row.leadTimeSamples, profile.minimumLeadTimeSamples),
    leadTimeMedian,
    leadTimeN: row.leadTimeSamples,
    leadTimeChange: comparable
      ? compareWindows(
          leadTimeMedian,
          binnedQuantile(counts.previousLeadTime, 0.5),
          'lower',
        )
      : null,
    deployments: row.deployments,
    deploymentsPerWeek:
      row.deployments === null
        ? null
        : deploymentsPerWeek({ deployments: row.deployments, days: knownDays }),
    lastDeploymentAt: toInstant(row.lastDeploymentAt),
    weeklyDeployments: weeks.map(week =>
      row.deployments === null ? null : counts.weeks.get(week) ?? 0,
    ),
  };
}

import {
  binnedQuantile,
  compareWindows,
  type DayWindow,
  type DoraMember,
  deploymentsPerWeek,
  type DoraProfile,
  weekOf,
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
  const [current, previous] = await Promise.all([
    store.countMembers(calculation, selection, window, refs),
    store.countMembers(calculation, selection, window.previous, refs),
  ]);
  return {
    rows,
    total,
    items: rows.map(row =>
      toMember(
        row,
        current.get(row.entityRef)!,
        previous.get(row.entityRef)!,
        window,
        profile,
        knownDaysOf?.get(row.entityRef) ??
          countKnownDays(window, row.firstDeploymentDay ?? window.from),
      ),
    ),
  };
}

function toMember(
  row: MemberRow,
  current: MemberCounts,
  previous: MemberCounts,
  window: DayWindow,
  profile: DoraProfile,
  knownDays: number,
): DoraMember {
  const leadTimeMedian = binnedQuantile(current.leadTime, 0.5);
  const previousSamples = [...previous.leadTime.values()].reduce(
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
          binnedQuantile(previous.leadTime, 0.5),
          'lower',
        )
      : null,
    deployments: row.deployments,
    deploymentsPerWeek:
      row.deployments === null
        ? null
        : deploymentsPerWeek({ deployments: row.deployments, days: knownDays }),
    lastDeploymentAt: toInstant(row.lastDeploymentAt),
    weeklyDeployments: weeksBetween(window.from, window.to).map(week =>
      row.deployments === null ? null : current.weeks.get(weekOf(week)) ?? 0,
    ),
  };
}

import {
  compareWindows,
  countOf,
  type DayWindow,
  type DoraMember,
  deploymentsPerWeek,
  weeksBetween,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../lib/instants';
import type { MemberCounts, MemberPageRequest, MemberRow } from './doraMembers';
import type { DoraSelection, DoraStore } from './DoraStore';
import { countedQuantiles } from './durationQuantiles';
import type { EnabledDefinition } from './EnabledDefinitions';
import { countKnownDays } from './knownDays';
import { stateOf } from './numberState';
import { divide, failuresMetricOf } from './ratioMetrics';

/** A member without what is counted apart from the rows of a calculation. */
export type MemberNumbers = Omit<DoraMember, 'openDisputes'>;

/**
 * Reads one page of the components of a selection with their numbers.
 *
 * @param knownDaysOf - as owned then, days by which rates are taken, of the components that have any; without it, they are
 *   those from the first deployment on
 */
export async function readMembers(
  store: DoraStore,
  definition: EnabledDefinition,
  selection: DoraSelection,
  window: DayWindow,
  page: MemberPageRequest,
  knownDaysOf?: ReadonlyMap<string, number>,
): Promise<{ items: MemberNumbers[]; rows: MemberRow[]; total: number }> {
  const { calculation } = definition;
  const { items: rows, total } = await store.listMembers(
    calculation,
    selection,
    window,
    { ...page, failures: failuresMetricOf(definition.profile) },
  );
  const refs = rows.map(row => row.entityRef);
  const counts = await store.countMembers(calculation, selection, window, refs);
  const weeks = weeksBetween(
    window.from,
    window.to,
    definition.profile.weekStart,
  );
  const isThen = selection.ownership === 'then';
  const { emptyDaysFrom } = definition.profile.deployments;
  return {
    rows,
    total,
    items: rows.map(row =>
      toMember(
        knownDaysOf && isThen && !knownDaysOf.has(row.entityRef)
          ? { ...row, deployments: null }
          : row,
        counts.get(row.entityRef)!,
        weeks,
        definition,
        knownDaysOf?.get(row.entityRef) ??
          countKnownDays(window, {
            firstDeploymentDay: row.firstDeploymentDay ?? window.from,
            emptyDaysFrom,
          }) - row.excludedDays,
      ),
    ),
  };
}

function toMember(
  row: MemberRow,
  counts: MemberCounts,
  weeks: string[],
  { profile }: EnabledDefinition,
  knownDays: number,
): MemberNumbers {
  const n = countOf(counts.leadTime);
  const medianOf = (kind: keyof MemberCounts['middles']) =>
    countedQuantiles(
      {
        samples: counts[kind],
        middles:
          profile.summary === 'daily_medians'
            ? counts.middles[kind]
            : undefined,
      },
      profile,
    ).median;
  const leadTimeMedian = medianOf('leadTime');
  const comparable =
    n >= profile.minimumLeadTimeSamples &&
    countOf(counts.previousLeadTime) >= profile.minimumLeadTimeSamples;
  const total = (metric: Parameters<typeof counts.counts.get>[0]) =>
    counts.counts.get(metric) ?? 0;
  const failures = total(failuresMetricOf(profile));
  const isReporting = row.deployments !== null;
  const hasIncidents =
    (isReporting && row.firstIncidentDay !== null) || total('incidents') > 0;
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
      n === 0 ? 'no_data' : stateOf(n, profile.minimumLeadTimeSamples),
    leadTimeMedian,
    leadTimeN: n,
    leadTimeChange: comparable
      ? compareWindows(leadTimeMedian, medianOf('previousLeadTime'), 'lower')
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
    changeFailRate: divide(failures, row.deployments ?? 0),
    failedDeployments: isReporting ? failures : null,
    recoveryMedian: medianOf('recovery'),
    recoveryN: countOf(counts.recovery),
    reworkRate: profile.failures.rework
      ? divide(total('rework_deployments'), row.deployments ?? 0)
      : null,
    incidents: hasIncidents ? total('incidents') : null,
  };
}

import { weekOf, type WeekStart } from '../calendar/days';
import { binOf } from '../statistics/logBins';
import type { Delivery, DeploymentVerdict } from './computeDelivery';
import type { LeadTimeSample } from './computeLeadTimes';
import type { DayCount, DayMetric, MiddledDuration } from './dayMetrics';
import type { DoraProfile } from './doraProfile';
import type { ChangeExclusion } from './facts';
import type { IncidentVerdict, RecoverySample } from './failure';
import { stands } from './judgeIncidents';
import { type DatedValue, middlesOfDays } from './middleOf';
import { compareText } from './recordKey';

/**
 * Counts what an entity delivered by day. The counts of several entities and days merge by addition, which is what every
 * roll-up reads.
 *
 * @returns ordered by day, metric and bin
 */
export function countDeliveryDays(delivery: Delivery): DayCount[] {
  const days = new Map<string, MetricCounts>();
  const add: Add = (day, metric, bin = 0) => {
    const metrics = entryOf(days, day, () => new Map());
    const bins = entryOf(metrics, metric, () => new Map<number, number>());
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  };

  countDeployments(delivery.deployments, add);
  countSamples(delivery.samples, add);
  countRecoveries(delivery.recoveries, add);
  countIncidents(delivery.incidents, add);
  if (delivery.dayMedian !== null) {
    countMiddles(delivery, delivery.dayMedian, add);
  }
  return listCounts(days, delivery.weekStart);
}

/** Counts one thing that happened; in bin 0 where it is no duration. */
type Add = (day: string, metric: DayMetric, bin?: number) => void;

/** How often something happened on one day, by metric and bin. */
type MetricCounts = Map<DayMetric, Map<number, number>>;

function listCounts(
  days: ReadonlyMap<string, MetricCounts>,
  weekStart: WeekStart,
): DayCount[] {
  const counts: DayCount[] = [];
  for (const day of sortedKeys(days, compareText)) {
    const week = weekOf(day, weekStart);
    const metrics = days.get(day)!;
    for (const metric of sortedKeys(metrics, compareText)) {
      const bins = metrics.get(metric)!;
      for (const bin of sortedKeys(bins, (a, b) => a - b)) {
        counts.push({ day, week, metric, bin, count: bins.get(bin)! });
      }
    }
  }
  return counts;
}

function sortedKeys<K>(
  map: ReadonlyMap<K, unknown>,
  compare: (a: K, b: K) => number,
): K[] {
  const keys = [...map.keys()];
  return keys.length > 1 ? keys.sort(compare) : keys;
}

function entryOf<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) {
    return known;
  }
  const created = create();
  map.set(key, created);
  return created;
}

function countDeployments(
  deployments: readonly DeploymentVerdict[],
  add: Add,
): void {
  for (const { day, exclusion, failed, rework, hasChanges } of deployments) {
    if (exclusion !== null) {
      add(day, `excluded_deployment:${exclusion}`);
      continue;
    }
    add(day, 'deployments');
    if (failed) {
      add(day, 'failed_deployments');
    }
    if (rework) {
      add(day, 'rework_deployments');
    }
    if (hasChanges) {
      add(day, 'deployments_with_changes');
    }
  }
}

/** Reasons that say nothing of how well a change is known: it counts elsewhere, or nowhere by definition. */
const NOT_CHECKED: readonly (ChangeExclusion | null)[] = [
  'already_delivered',
  'first_deployment',
  'not_requested',
  'excluded_period',
];

function countSamples(samples: readonly LeadTimeSample[], add: Add): void {
  for (const { day, seconds, stages, exclusion } of samples) {
    if (exclusion !== null) {
      add(day, `excluded_change:${exclusion}`);
    }
    if (!NOT_CHECKED.includes(exclusion)) {
      add(day, 'carried_changes');
      if (exclusion !== 'unknown_change' && exclusion !== 'no_commit_time') {
        add(day, 'changes_with_first_commit');
      }
    }
    if (exclusion === 'negative_span') {
      add(day, 'clock_problems');
    }
    addDuration(add, day, 'lead_time', seconds);
    if (stages !== null) {
      addDuration(add, day, 'coding', stages.coding);
      addDuration(add, day, 'pickup', stages.pickup);
      addDuration(add, day, 'review', stages.review);
      addDuration(add, day, 'commit_to_merge', stages.commitToMerge);
      addDuration(add, day, 'merge_to_deploy', stages.mergeToDeploy);
    }
  }
}

function countRecoveries(
  recoveries: readonly RecoverySample[],
  add: Add,
): void {
  for (const { day, seconds, exclusion } of recoveries) {
    addDuration(add, day, 'recovery', seconds);
    if (exclusion !== null) {
      add(day, `excluded_recovery:${exclusion}`);
    }
    if (exclusion === 'negative_span') {
      add(day, 'clock_problems');
    }
  }
}

function countIncidents(incidents: readonly IncidentVerdict[], add: Add): void {
  for (const incident of incidents) {
    const { day, link, unlinked, failureDay, restoreExclusion } = incident;
    if (stands(unlinked)) {
      add(day, 'incidents');
    }
    if (link !== null) {
      add(day, 'linked_incidents');
    }
    if (unlinked !== null) {
      add(day, `unlinked_incident:${unlinked}`);
    }
    if (failureDay !== null) {
      add(failureDay, 'failure_incidents');
    }
    if (incident.recurrence) {
      add(day, 'recurrences');
    }
    addDuration(add, day, 'restore', incident.restoreSeconds);
    if (restoreExclusion !== null) {
      add(day, `excluded_restore:${restoreExclusion}`);
    }
    if (restoreExclusion === 'negative_span') {
      add(day, 'clock_problems');
    }
  }
}

function countMiddles(
  { samples, recoveries, incidents }: Delivery,
  median: DoraProfile['median'],
  add: Add,
): void {
  const durations: Record<MiddledDuration, DatedValue[]> = {
    lead_time: samples.flatMap(({ seconds, ...dated }) =>
      seconds === null ? [] : [{ ...dated, value: seconds }],
    ),
    // Of no environment: an incident is one of the service.
    recovery: recoveries.flatMap(({ day, seconds }) =>
      seconds === null ? [] : [{ day, value: seconds }],
    ),
    restore: incidents.flatMap(({ day, restoreSeconds }) =>
      restoreSeconds === null ? [] : [{ day, value: restoreSeconds }],
    ),
  };
  for (const kind of ['lead_time', 'recovery', 'restore'] as const) {
    for (const { day, value } of middlesOfDays(durations[kind], median)) {
      // Between two samples it may lie at half a second, of which bins know nothing.
      add(day, `${kind}_middle`, binOf(Math.floor(value)));
    }
  }
}

function addDuration(
  add: Add,
  day: string,
  metric: DayMetric,
  seconds: number | null,
): void {
  if (seconds !== null) {
    add(day, metric, binOf(seconds));
  }
}

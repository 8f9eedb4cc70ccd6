import { weekOf } from '../calendar/days';
import { binOf } from '../statistics/logBins';
import type { Delivery, DeploymentVerdict } from './computeDelivery';
import type { LeadTimeSample } from './computeLeadTimes';
import type {
  ChangeExclusion,
  DeploymentExclusion,
  RecoveryExclusion,
  RestoreExclusion,
  UnlinkedReason,
} from './facts';
import type { IncidentVerdict } from './failure';
import { stands } from './judgeIncidents';
import { compareText } from './recordKey';

/** What the day rows count. Durations are counted by bin, everything else in bin 0. */
export type DayMetric =
  | 'deployments'
  | 'lead_time'
  | DayStage
  /** Counted deployments that failed, and those that were rework. */
  | 'failed_deployments'
  | 'rework_deployments'
  /** Durations: recovery of failed deployments, and of severe incidents of any cause. */
  | 'recovery'
  | 'restore'
  /** Incidents that stand, by their start; of them those tied to a deployment, and those that repeat an earlier one. */
  | 'incidents'
  | 'linked_incidents'
  | 'recurrences'
  /** Incidents tied to a deployment that counts, on the day that the profile takes for failures: a numerator of some profiles. */
  | 'failure_incidents'
  /** What tells how good the facts are: of `deployments`, those that say what they bring; of the changes they carry, those with a first commit. */
  | 'deployments_with_changes'
  | 'carried_changes'
  | 'changes_with_first_commit'
  | 'clock_problems'
  | `excluded_deployment:${DeploymentExclusion}`
  | `excluded_change:${ChangeExclusion}`
  | `excluded_recovery:${RecoveryExclusion}`
  | `excluded_restore:${RestoreExclusion}`
  | `unlinked_incident:${UnlinkedReason}`;

/** The stages of change lead time as the day rows name them. */
export type DayStage =
  | 'coding'
  | 'pickup'
  | 'review'
  | 'commit_to_merge'
  | 'merge_to_deploy';

/** How often something happened to an entity on one day. */
export interface DayCount {
  day: string;
  /** Monday of the ISO week of the day. */
  week: string;
  metric: DayMetric;
  bin: number;
  count: number;
}

/**
 * Counts what an entity delivered by day. The counts of several entities and days merge by addition, which is what every
 * roll-up reads.
 *
 * @returns ordered by day, metric and bin
 */
export function countDeliveryDays(delivery: Delivery): DayCount[] {
  const days = new Map<string, MetricCounts>();
  const add = (day: string, metric: DayMetric, bin: number) => {
    const metrics = entryOf(days, day, () => new Map());
    const bins = entryOf(metrics, metric, () => new Map<number, number>());
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  };

  for (const deployment of delivery.deployments) {
    for (const metric of metricsOfDeployment(deployment)) {
      add(deployment.day, metric, 0);
    }
  }
  for (const sample of delivery.samples) {
    for (const metric of metricsOfSample(sample)) {
      add(sample.day, metric, 0);
    }
    for (const [metric, seconds] of durationsOf(sample)) {
      if (seconds !== null) {
        add(sample.day, metric, binOf(seconds));
      }
    }
  }
  for (const { day, seconds, exclusion } of delivery.recoveries) {
    if (seconds !== null) {
      add(day, 'recovery', binOf(seconds));
    }
    if (exclusion !== null) {
      add(day, `excluded_recovery:${exclusion}`, 0);
    }
    if (exclusion === 'negative_span') {
      add(day, 'clock_problems', 0);
    }
  }
  for (const incident of delivery.incidents) {
    for (const metric of metricsOfIncident(incident)) {
      add(incident.day, metric, 0);
    }
    if (incident.restoreSeconds !== null) {
      add(incident.day, 'restore', binOf(incident.restoreSeconds));
    }
    if (incident.failureDay !== null) {
      add(incident.failureDay, 'failure_incidents', 0);
    }
  }
  return listCounts(days);
}

/** How often something happened on one day, by metric and bin. */
type MetricCounts = Map<DayMetric, Map<number, number>>;

function listCounts(days: ReadonlyMap<string, MetricCounts>): DayCount[] {
  const counts: DayCount[] = [];
  for (const day of sortedKeys(days, compareText)) {
    const week = weekOf(day);
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

function metricsOfDeployment({
  exclusion,
  failed,
  rework,
  hasChanges,
}: DeploymentVerdict): DayMetric[] {
  return exclusion === null
    ? [
        'deployments',
        ...only(failed, 'failed_deployments'),
        ...only(rework, 'rework_deployments'),
        ...only(hasChanges, 'deployments_with_changes'),
      ]
    : [`excluded_deployment:${exclusion}`];
}

/** Reasons that say nothing of how well a change is known: it counts elsewhere, or nowhere by definition. */
const NOT_CHECKED: readonly ChangeExclusion[] = [
  'already_delivered',
  'first_deployment',
  'not_requested',
  'excluded_period',
];

function metricsOfSample({ exclusion }: LeadTimeSample): DayMetric[] {
  if (exclusion !== null && NOT_CHECKED.includes(exclusion)) {
    return [`excluded_change:${exclusion}`];
  }
  const isKnown =
    exclusion !== 'unknown_change' && exclusion !== 'no_commit_time';
  return [
    'carried_changes',
    ...only(isKnown, 'changes_with_first_commit'),
    ...only(exclusion === 'negative_span', 'clock_problems'),
    ...(exclusion === null ? [] : [`excluded_change:${exclusion}` as const]),
  ];
}

function metricsOfIncident({
  link,
  unlinked,
  recurrence,
  restoreExclusion,
}: IncidentVerdict): DayMetric[] {
  return [
    ...only(stands(unlinked), 'incidents'),
    ...only(link !== null, 'linked_incidents'),
    ...only(recurrence, 'recurrences'),
    ...only(restoreExclusion === 'negative_span', 'clock_problems'),
    ...(unlinked === null ? [] : [`unlinked_incident:${unlinked}` as const]),
    ...(restoreExclusion === null
      ? []
      : [`excluded_restore:${restoreExclusion}` as const]),
  ];
}

function only(holds: boolean, metric: DayMetric): DayMetric[] {
  return holds ? [metric] : [];
}

function durationsOf(sample: LeadTimeSample): [DayMetric, number | null][] {
  const { seconds, stages } = sample;
  return [
    ['lead_time', seconds],
    ['coding', stages?.coding ?? null],
    ['pickup', stages?.pickup ?? null],
    ['review', stages?.review ?? null],
    ['commit_to_merge', stages?.commitToMerge ?? null],
    ['merge_to_deploy', stages?.mergeToDeploy ?? null],
  ];
}

import { weekOf } from '../calendar/days';
import { binOf } from '../statistics/logBins';
import type { Delivery, LeadTimeSample } from './computeDelivery';
import type {
  ChangeExclusion,
  DeploymentExclusion,
  RecoveryExclusion,
  RestoreExclusion,
  UnlinkedReason,
} from './facts';

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
  const counts = new Map<string, DayCount>();
  const add = (day: string, metric: DayMetric, bin: number) => {
    const key = `${day} ${metric} ${bin}`;
    const known = counts.get(key);
    if (known) {
      known.count += 1;
    } else {
      counts.set(key, { day, week: weekOf(day), metric, bin, count: 1 });
    }
  };

  for (const { day, exclusion } of delivery.deployments) {
    add(
      day,
      exclusion === null ? 'deployments' : `excluded_deployment:${exclusion}`,
      0,
    );
  }
  for (const sample of delivery.samples) {
    if (sample.exclusion !== null) {
      add(sample.day, `excluded_change:${sample.exclusion}`, 0);
    }
    for (const [metric, seconds] of durationsOf(sample)) {
      if (seconds !== null) {
        add(sample.day, metric, binOf(seconds));
      }
    }
  }
  return [...counts.values()].sort(
    (a, b) =>
      a.day.localeCompare(b.day) ||
      a.metric.localeCompare(b.metric) ||
      a.bin - b.bin,
  );
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

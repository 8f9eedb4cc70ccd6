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
  | DayMiddle
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

/**
 * The middle of the durations of one day and environment, counted once by its bin: kept under a definition that takes the
 * middle of such middles. Like every other duration they merge by addition, over days and over entities.
 */
export type DayMiddle = `${MiddledDuration}_middle`;

/** Durations of which the middles of days are kept. */
export type MiddledDuration = 'lead_time' | 'recovery' | 'restore';

/** How often something happened to an entity on one day. */
export interface DayCount {
  day: string;
  /** First day of the week of the day, as the definition begins weeks. */
  week: string;
  metric: DayMetric;
  bin: number;
  count: number;
}

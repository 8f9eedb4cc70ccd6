import type { WeekStart } from '../calendar/days';
import type { DeploymentResult } from '../intake/observation';

/** The definitions that a number can follow. */
export const doraProfileIds = [
  'dora-2026',
  'devlake',
  'four-keys',
  'gitlab',
] as const;

/** Identifier of a definition. */
export type DoraProfileId = (typeof doraProfileIds)[number];

/**
 * A named definition of the DORA metrics: every choice that changes the answer, in one place.
 *
 * Names and meaning of the metrics follow the guide at dora.dev (2026). The other profiles compute from the same rows what
 * the tool of that name computes.
 */
export interface DoraProfile {
  id: DoraProfileId;
  version: string;
  title: string;
  /** Page below the documentation root that describes the profile. */
  docs: string;
  leadTime: LeadTimeDefinition;
  deployments: DeploymentDefinition;
  failures: FailureDefinition;
  /** How the middle of a sample is told: between the two middle rows, or the lower of them. */
  median: 'interpolated' | 'lower';
  /** Whether the middle of a window is that of its samples, or that of the middles of its days, one for each environment. */
  summary: 'samples' | 'daily_medians';
  /** Day on which a week begins, for what is told by week. */
  weekStart: WeekStart;
  /** Below this many samples, a duration is shown and not graded. */
  minimumLeadTimeSamples: number;
  /** Below this many deployments of a component, or active components of a roll-up, a rate is not graded. */
  minimumDeployments: number;
  /** Below this many recovered failures or ended incidents, a time to recover or restore is not graded. */
  minimumRecoveries: number;
}

/** What a sample of change lead time is. */
export interface LeadTimeDefinition {
  /** What gives one sample: each change, each commit of it, or each change that was requested for review. */
  unit: 'change' | 'commit' | 'merge_request';
  /**
   * Where the span begins: the first commit of the change, the commit itself, or its merge. With the unit `commit` each begins
   * at its own time, whichever of the first two is named.
   */
  start: 'first_commit' | 'commit' | 'merge';
  /** A change that an earlier production deployment carried: left out, or counted once an environment, or every time. */
  repeats: 'leave_out' | 'once_each_environment' | 'count';
  /**
   * Which of the two times of a commit. `earliest` takes the earlier of them, and what the source says of the first commit where
   * that is earlier still: squashing and rebasing make commits young.
   */
  commitTime: 'earliest' | 'committed' | 'authored';
  /** What spans are rounded to, in seconds: 1, or 60 for whole minutes. */
  unitSeconds: 1 | 60;
  /** Where a span lies between two units. */
  rounding: 'down' | 'up';
  /**
   * Whether spans are measured from end to end, or summed up from stages that are each rounded, as some tools do. A stage that
   * is not known adds nothing, so that a change without a known first commit still gives a sample.
   */
  sum: 'span' | 'stages';
  /** What becomes of a span of zero. */
  zeroSpans: 'count' | 'leave_out';
  /** What becomes of a span that ends before it begins. A negative stage of a sum of stages adds nothing instead. */
  negativeSpans: 'leave_out' | 'count_as_zero';
  /** What the first deployment of a history brings: left out where it is marked as such, always, or never. */
  firstDeployment: 'leave_out_baseline' | 'leave_out' | 'count';
}

/** What a deployment is, and how often they happen. */
export interface DeploymentDefinition {
  /** Results with which a finished deployment counts, for the frequency and for what failures are divided by. */
  results: readonly DeploymentResult[];
  /**
   * Deployments of one version to further production environments within this many seconds of the first one belong to the
   * same rollout and count once; 0: each counts.
   */
  rolloutSeconds: number;
  /** Whether a rollback is a deployment. */
  rollbacks: 'count' | 'leave_out';
  /** What the frequency of one component is told as. */
  frequency: 'per_week' | 'deployment_days' | 'per_day' | 'bucket';
  /** From when on days without a deployment count: the first deployment of the component, or the start of the window. */
  emptyDaysFrom: 'first_deployment' | 'window';
  /** A deployment of which nothing is known that it brings: counted, or left out as if it had not happened. */
  unknownChanges: 'count' | 'leave_out';
}

/** What a failed deployment is, and when it is recovered. */
export interface FailureDefinition {
  /** Which links make a deployment a failed one, from the most to the least certain. */
  links: readonly FailureLinkKind[];
  /** An incident that names no deployment is tied to one that finished at most so many seconds before it; null: however old. */
  maximumLagSeconds: number | null;
  /**
   * A deployment that puts an earlier version back, reverts a change or is a hotfix says within so many seconds of what it
   * repairs that this failed; null: however late. One that its source calls a rollback always does.
   */
  maximumRepairLagSeconds: number | null;
  /** Whether the incident must have begun strictly after the deployment finished. */
  strictlyAfter: boolean;
  /**
   * Incidents of these causes are never tied to a deployment by time and never count for recovery, also where they are tied
   * to one otherwise.
   */
  ignoredCauses: readonly string[];
  /** What is divided by the deployments: failed deployments (never above 1), or incidents, of which several may be tied to one. */
  numerator: 'failed_deployments' | 'incidents';
  /**
   * Incidents that count for an incident numerator: those tied to a deployment that counts (`failure_incidents` of the day
   * rows), or all of the window (`incidents`).
   */
  incidents: 'linked' | 'all';
  /**
   * From where to where recovery runs. The first two take failed deployments, from their finish: to the mitigation, else the
   * resolution, of what followed, or to its resolution. The other two take incidents, also those tied to no deployment: from
   * the start of the incident, or from the deployment it is tied to where that is earlier.
   */
  recovery:
    | 'deployment_to_recovered'
    | 'deployment_to_resolved'
    | 'incident_to_resolved'
    | 'earliest_to_resolved';
  /**
   * Two incidents of one deployment are recovered with the last of them, or each gives a sample. Where recovery takes
   * incidents, each gives one.
   */
  severalIncidents: 'last' | 'each';
  /** The day on which a failure counts: that of the failed deployment, or of the incident. */
  day: 'deployment' | 'incident';
  /**
   * The day on which a recovery counts: that of the failed deployment, of the incident, of the instant from which recovery
   * runs, or of the one at which it ends.
   */
  recoveryDay: 'deployment' | 'incident' | 'start' | 'end';
  /**
   * What of a recovery must lie in the window that is asked for: the day on which it counts, or its end as well. What ended
   * only after the window is then left out of it, and of every part of it.
   */
  recoveryWindow: 'day' | 'day_and_end';
  /** What recovery is rounded down to, in seconds: 1, or 3600 for whole hours. */
  unitSeconds: 1 | 60 | 3600;
  /** Whether the profile knows a rework rate at all. */
  rework: boolean;
}

/** By what a deployment is known to have failed, from the most to the least certain. */
export const failureLinkKinds = [
  'person',
  'explicit',
  'rollback',
  'revert',
  'hotfix',
  'time_window',
] as const;

/** By what a deployment is known to have failed. */
export type FailureLinkKind = (typeof failureLinkKinds)[number];

import type {
  DeploymentResult,
  EnvironmentTier,
  IncidentCauseClass,
} from '../intake/observation';

/** Names a record within an entity. */
export interface RecordKey {
  source: string;
  subject: string;
}

/** A deployment of one entity as it is known now. Instants are epoch milliseconds. */
export interface DeploymentFact {
  source: string;
  subject: string;
  environment: string | null;
  environmentTier: EnvironmentTier;
  startedAt: number | null;
  finishedAt: number | null;
  result: DeploymentResult | null;
  deploymentType: 'deploy' | 'rollback';
  version: string | null;
  commitSha: string | null;
  /** First known deployment of a history that began before it was recorded. */
  baseline: boolean;
  withdrawn: boolean;
  /** False for one made only because of a problem in production; null: not known. */
  planned: boolean | null;
  hotfix: boolean | null;
  /** Commit SHAs or change ids that it brings to its environment. */
  carries: readonly string[];
}

/** A change of one entity as it is known now. Instants are epoch milliseconds. */
export interface ChangeFact {
  source: string;
  subject: string;
  commitSha: string | null;
  firstCommitAt: number | null;
  openedAt: number | null;
  firstReviewAt: number | null;
  mergedAt: number | null;
  /** Commit that it reverts. */
  revertsCommitSha: string | null;
  hotfix: boolean | null;
  /** The commits of the change where they are known one by one; empty: only the first is known, by its time. */
  commits: readonly CommitFact[];
  withdrawn: boolean;
}

/** One commit of a change. Instants are epoch milliseconds. */
export interface CommitFact {
  sha: string;
  authoredAt: number | null;
  committedAt: number | null;
}

/** An incident of one entity as it is known now. Instants are epoch milliseconds. */
export interface IncidentFact {
  source: string;
  subject: string;
  /** `sev1` (worst) to `sev5`; the worst that it had. */
  severity: string | null;
  /** Start of impact. */
  startedAt: number | null;
  detectedAt: number | null;
  mitigatedAt: number | null;
  resolvedAt: number | null;
  causeClass: IncidentCauseClass | null;
  /** Subject of the earlier incident that it repeats. */
  recurrenceOf: string | null;
  /** Subject of the deployment that caused it, where the producer knows. */
  deployment: string | null;
  withdrawn: boolean;
}

/** What a person decided about the facts of an entity. A later one about the same supersedes an earlier one. */
export type DeliveryCorrection = {
  id: string;
  /** Epoch milliseconds. */
  decidedAt: number;
  /** Who decided, an entity ref. */
  decidedBy: string;
} & (
  | {
      kind: 'failure_link';
      incident: RecordKey;
      /** Null: no deployment caused it. */
      deployment: RecordKey | null;
    }
  | { kind: 'deployment_failed'; deployment: RecordKey; failed: boolean }
  | { kind: 'deployment_planned'; deployment: RecordKey; planned: boolean }
  | ({ kind: 'excluded_period' } & ExcludedPeriod)
);

/** Days that count for nothing: not as deployments, and not as days without one. */
export interface ExcludedPeriod {
  /** First and last ISO day, both included. */
  from: string;
  to: string;
  cause: 'freeze' | 'migration' | 'other';
}

/** Everything that the delivery of one entity is computed from. */
export interface DeliveryRows {
  deployments: readonly DeploymentFact[];
  changes: readonly ChangeFact[];
  incidents: readonly IncidentFact[];
  corrections: readonly DeliveryCorrection[];
}

/** Why a deployment does not count. */
export type DeploymentExclusion =
  | 'withdrawn'
  | 'not_production'
  | 'not_finished'
  | 'not_successful'
  | 'unknown_changes'
  | 'same_rollout'
  | 'rollback'
  | 'excluded_period';

/** Why a change that a counted deployment carries gives no sample of change lead time. */
export type ChangeExclusion =
  | 'already_delivered'
  | 'first_deployment'
  | 'unknown_change'
  | 'no_commit_time'
  | 'deployment_is_commit'
  | 'negative_span'
  | 'zero_span'
  | 'not_requested'
  | 'excluded_period';

/** Why an incident is tied to no deployment, and so stays out of change fail rate. */
export type UnlinkedReason =
  | 'withdrawn'
  | 'other_cause'
  | 'no_deployment_in_time'
  | 'no_start'
  | 'decided'
  | 'excluded_period';

/** Why a failed deployment, or an incident tied to one, gives no sample of recovery time. */
export type RecoveryExclusion =
  | 'not_recovered'
  | 'no_recovery_known'
  | 'other_cause'
  | 'negative_span'
  /** It ended only after the window that is asked for; a matter of the window, so no row is kept of it. */
  | 'ended_after_window';

/** Why an incident gives no sample of time to restore. */
export type RestoreExclusion =
  | 'not_severe'
  | 'severity_unknown'
  | 'not_mitigated'
  | 'no_start'
  | 'negative_span'
  | 'excluded_period';

/** The parts of change lead time, in whole seconds; null where the source does not know both ends. */
export interface LeadTimeStages {
  /** First commit to opened for review. */
  coding: number | null;
  /** Opened to first review. */
  pickup: number | null;
  /** First review to merged. */
  review: number | null;
  /** First commit to merged: coding, pickup and review together. */
  commitToMerge: number | null;
  /** Merged to deployed in production. */
  mergeToDeploy: number | null;
}

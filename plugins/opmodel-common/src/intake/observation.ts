/**
 * What one event says about one subject of the outside world.
 *
 * Every source (CloudEvents, the plain JSON facade, a collector) is reduced to observations before anything is stored.
 * A record is the fold of all observations with the same `kind` and `subject`, so that the order in which they arrive,
 * and how often, does not matter.
 */
export type Observation =
  | DeploymentObservation
  | ChangeObservation
  | IncidentObservation
  | WorkItemObservation
  | PipelineRunObservation
  | EnvironmentObservation;

/** The kinds of record that intake keeps. */
export type RecordKind = Observation['kind'];

/** How an observation says which catalog entities it is about. */
export interface ObservationTarget {
  /**
   * Entity refs named by the producer; they win over links. Of a record's observations the latest that names any wins, so that a
   * correction moves the record.
   */
  entityRefs?: string[];
  /** Identities in outside systems, looked up among the links that the catalog's annotations declare. */
  links?: { system: string; externalId: string }[];
  /** Changed or deployed paths, which choose among the entities of a monorepo. */
  paths?: string[];
}

/**
 * Fields common to all observations. Instants are ISO 8601 in UTC. An end that may be undone is null in an observation which says that it
 * does not hold, or no longer: the request, incident or item was reopened, the deployment runs again.
 */
export interface ObservationBase {
  /**
   * Identity of the subject within its source: a deployment's id, a pull request's number, a commit.
   * Observations of one kind, source and subject fold into one record.
   */
  subject: string;
  target: ObservationTarget;
  /** The source takes the subject back: a deleted tag, a deployment reported by mistake. */
  withdrawn?: boolean;
  title?: string;
  url?: string;
}

/**
 * How a deployment ended. One that is known to have ended and of which no observation states a result was a success; without
 * an end and a result it is still running.
 */
export type DeploymentResult = 'success' | 'failure' | 'cancelled';

/** Purpose of an environment; DORA counts `production` only. */
export type EnvironmentTier =
  | 'production'
  | 'staging'
  | 'testing'
  | 'development'
  | 'other';

/**
 * A version reaches an environment, or is to reach it: begun, ended, corrected or taken back. A deployment is production's where
 * its tier is; what it carries makes lead times.
 */
export interface DeploymentObservation extends ObservationBase {
  kind: 'deployment';
  environment?: string;
  /** Overrides the configured rules that derive the tier from the environment's name. */
  environmentTier?: EnvironmentTier;
  startedAt?: string;
  finishedAt?: string | null;
  /** Null: what was stated of an earlier end holds no longer. */
  result?: DeploymentResult | null;
  /** `rollback` puts an earlier version back; it counts as a deployment and carries no change. */
  deploymentType?: 'deploy' | 'rollback';
  commitSha?: string;
  version?: string;
  artifactId?: string;
  repositoryUrl?: string;
  /** Commit SHAs (merge or squash commits) or ids of changes that this deployment brings to the environment. */
  changes?: string[];
  /** First known deployment of a history: what it carries had been waiting for the record to begin, not for a release. */
  baseline?: boolean;
  /** False for a deployment made only because of a problem in production. Absent: not known. */
  planned?: boolean;
  hotfix?: boolean;
}

/**
 * A change on its way to the main line: a pull request, or a commit that came without one. Each instant is a step of the way;
 * what is not known stays absent.
 */
export interface ChangeObservation extends ObservationBase {
  kind: 'change';
  repositoryUrl?: string;
  /** The commit by which the change reached the main line: merge commit, squash commit, or the commit itself. */
  commitSha?: string;
  firstCommitAt?: string;
  openedAt?: string;
  firstReviewAt?: string;
  approvedAt?: string;
  mergedAt?: string;
  abandonedAt?: string | null;
  /** Somebody other than the author approved it. Absent: not known. */
  approvedByOther?: boolean;
  /** Number of distinct authors. Identities are never kept. */
  contributors?: number;
  /** Commit that this change reverts. */
  revertsCommitSha?: string;
  /** The commits of the change, at most 250; authors are never kept. */
  commits?: { sha: string; authoredAt?: string; committedAt?: string }[];
  hotfix?: boolean;
}

/** What brought an incident about. Only `change` counts for failed deployment recovery time. */
export type IncidentCauseClass =
  | 'change'
  | 'infrastructure'
  | 'dependency'
  | 'capacity'
  | 'security'
  | 'external'
  | 'unknown';

/** A disturbance of what users get, from the start of its impact to its resolution. A later observation may state another severity. */
export interface IncidentObservation extends ObservationBase {
  kind: 'incident';
  environment?: string;
  /** `sev1` (worst) to `sev5`. */
  severity?: 'sev1' | 'sev2' | 'sev3' | 'sev4' | 'sev5';
  /** Start of impact. */
  startedAt?: string;
  detectedAt?: string;
  acknowledgedAt?: string;
  mitigatedAt?: string | null;
  resolvedAt?: string | null;
  causeClass?: IncidentCauseClass;
  /** Subject of the earlier incident that this one repeats. */
  recurrenceOf?: string;
  customerImpactMinutes?: number;
  /** Subject of the deployment that caused it, where the producer knows. */
  deployment?: string;
}

/** Share-of-capacity categories of the flow distribution. */
export type WorkItemCategory =
  | 'feature'
  | 'reliability'
  | 'debt'
  | 'security'
  | 'platform';

/**
 * Where a work item stands. Only `active` is work in progress that moves; `waiting` and `blocked` are in progress and do not.
 */
export type WorkItemState =
  | 'todo'
  | 'active'
  | 'waiting'
  | 'blocked'
  | 'done'
  | 'cancelled';

/** A piece of planned work, such as a ticket. Who created it or works on it is never kept. */
export interface WorkItemObservation extends ObservationBase {
  kind: 'work_item';
  category?: WorkItemCategory;
  severity?: string;
  /** Environment tier in which a defect was found. */
  foundIn?: EnvironmentTier;
  objective?: string;
  /** Iteration or quarter to which the item is committed, such as `2026-Q3`; null: taken out of what it was committed to. */
  committedPeriod?: string | null;
  /** Where the item stands from the time of the observation on. */
  state?: WorkItemState;
  /** What the item costs, in days of one engineer, estimated or booked. */
  effortDays?: number;
  createdAt?: string;
  startedAt?: string;
  completedAt?: string | null;
  cancelledAt?: string | null;
}

/** One run of a pipeline that builds, checks or releases; what it deploys is a deployment of its own. */
export interface PipelineRunObservation extends ObservationBase {
  kind: 'pipeline_run';
  /** Name of the pipeline or workflow, the same for all of its runs. */
  pipeline?: string;
  queuedAt?: string;
  startedAt?: string;
  finishedAt?: string | null;
  result?: DeploymentResult | null;
  commitSha?: string;
  /** Branch or tag that it ran for. */
  ref?: string;
}

/** A place that deployments go to; its subject is the id by which they name it. */
export interface EnvironmentObservation extends ObservationBase {
  kind: 'environment';
  name?: string;
  environmentTier?: EnvironmentTier;
  deleted?: boolean;
}

/** An observation with the identity that makes its delivery idempotent. */
export interface IntakeEvent<T extends Observation = Observation> {
  /** Producer, a URI reference. With `id` it is unique: a second delivery changes nothing. */
  source: string;
  id: string;
  /**
   * When the producer says it happened (ISO 8601). It orders the observations of one subject: for each field the latest
   * observation that has it wins. A correction carries the time of the correction.
   */
  time: string;
  observation: T;
}

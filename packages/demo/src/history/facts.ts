import type {
  DeploymentResult,
  IncidentCauseClass,
  IncidentObservation,
  WorkItemCategory,
  WorkItemState,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Severity of an incident, `sev1` the worst. */
export type Severity = NonNullable<IncidentObservation['severity']>;

/** A commit of a change. Instants are epoch milliseconds. */
export interface Commit {
  sha: string;
  authoredAt: number;
  committedAt: number;
}

/** A pull request from its first commit to its end. Instants are epoch milliseconds and may lie in the future. */
export interface Change {
  /** Number of the pull request, unique in the repository. */
  number: number;
  repository: string;
  /** Names of the components whose paths it touches; in a repository of one component, that one. */
  components: string[];
  title: string;
  /** The commit by which it reaches the main line. */
  commitSha: string;
  firstCommitAt: number;
  /** Absent for a commit that went to the main line without a pull request. */
  openedAt?: number;
  firstReviewAt?: number;
  approvedAt?: number;
  mergedAt?: number;
  abandonedAt?: number;
  approvedByOther?: boolean;
  contributors: number;
  revertsCommitSha?: string;
  hotfix: boolean;
}

/** A version brought to one environment. */
export interface Deployment {
  id: string;
  component: string;
  environment: string;
  startedAt: number;
  finishedAt: number;
  result: DeploymentResult;
  rollback: boolean;
  version: string;
  commitSha: string;
  /** Commits of the changes it carries. */
  changes: string[];
  hotfix: boolean;
  planned: boolean;
}

/** An incident from its start to its end; what has not happened at the time of asking lies in the future. */
export interface Incident {
  id: string;
  component: string;
  environment: string;
  title: string;
  /** In order of time; the first at detection. */
  severities: { at: number; severity: Severity }[];
  startedAt: number;
  detectedAt: number;
  acknowledgedAt: number;
  mitigatedAt: number;
  resolvedAt: number;
  causeClass: IncidentCauseClass;
  recurrenceOf?: string;
  customerImpactMinutes?: number;
  /** Id of the deployment that caused it, where the people on call wrote it down. */
  deployment?: string;
}

/** A ticket on a team's board. */
export interface WorkItem {
  id: string;
  component: string;
  title: string;
  /** Absent: nobody said. */
  category?: WorkItemCategory;
  severity?: string;
  foundIn?: 'production' | 'staging' | 'testing';
  objective?: string;
  /** Days of one engineer. Absent: the board does not estimate. */
  effortDays?: number;
  /** Where it stands from when on, oldest first; the first is when it is written down. */
  states: { at: number; state: WorkItemState }[];
  /** What it is committed to from when on, oldest first; null: to nothing any more. */
  periods: { at: number; period: string | null }[];
}

/** One run of a component's pipeline. Instants are epoch milliseconds. */
export interface PipelineRun {
  id: string;
  component: string;
  pipeline: 'check' | 'build';
  queuedAt: number;
  startedAt: number;
  finishedAt: number;
  result: DeploymentResult;
  commitSha: string;
  ref: string;
}

/** All that happened to the demo organisation. */
export interface History {
  changes: Change[];
  deployments: Deployment[];
  incidents: Incident[];
  workItems: WorkItem[];
  pipelineRuns: PipelineRun[];
}

import type {
  FailureLinkKind,
  RecordKey,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A deployment with its verdict. Instants are epoch milliseconds. */
export interface DeploymentRecord {
  entityRef: string;
  entityName: string;
  entityTitle: string | null;
  source: string;
  subject: string;
  title: string | null;
  url: string | null;
  environment: string | null;
  environmentTier: string;
  startedAt: number | null;
  finishedAt: number | null;
  /** Finish, or start where it has not finished. */
  at: number;
  day: string;
  result: string | null;
  deploymentType: string;
  version: string | null;
  commitSha: string | null;
  hotfix: boolean | null;
  planned: boolean | null;
  exclusion: string | null;
  failed: boolean;
  /** By what it is known to have failed, the most certain first. */
  failures: FailureRecord[];
  rework: boolean;
  recoveredAt: number | null;
  /** Seconds. */
  recovery: number | null;
  recordedAt: number;
  changesTotal: number;
  changes: CarriedChange[];
}

/** By what a deployment is known to have failed, with how its cause is called. */
export interface FailureRecord {
  kind: FailureLinkKind;
  confidence: number;
  cause: {
    type: 'incident' | 'deployment' | 'decision';
    source: string | null;
    subject: string | null;
    title: string | null;
    url: string | null;
  };
  deployment: RecordKey;
  /** Seconds; null where the order is not known. */
  lag: number | null;
  decidedBy: string | null;
  correctionId: string | null;
}

/** An incident with its verdict. Instants are epoch milliseconds. */
export interface IncidentRecord {
  entityRef: string;
  entityName: string;
  entityTitle: string | null;
  source: string;
  subject: string;
  title: string | null;
  url: string | null;
  severity: string | null;
  causeClass: string | null;
  environment: string | null;
  startedAt: number | null;
  detectedAt: number | null;
  mitigatedAt: number | null;
  resolvedAt: number | null;
  /** Start of impact, else detection. */
  at: number;
  day: string;
  /** What ties it to a deployment; null where nothing does. */
  link: FailureRecord | null;
  linkedDeployment:
    | (RecordKey & {
        title: string | null;
        url: string | null;
        version: string | null;
        finishedAt: number | null;
      })
    | null;
  unlinked: string | null;
  /** Seconds. */
  restore: number | null;
  restoreExclusion: string | null;
  recurrence: boolean;
  recurrenceOf: string | null;
  recordedAt: number;
}

/** A change as a deployment carries it. */
export interface CarriedChange {
  key: string;
  title: string | null;
  url: string | null;
  commitSha: string | null;
  firstCommitAt: number | null;
  openedAt: number | null;
  firstReviewAt: number | null;
  mergedAt: number | null;
  /** Seconds. */
  leadTime: number | null;
  exclusion: string | null;
}

/** Position in a list of records, newest first. */
export interface RecordPosition {
  at: number;
  entityRef: string;
  source: string;
  subject: string;
}

/** One page of deployments. */
export interface DeploymentPageRequest {
  /** Only deployments left out for this reason, or whose recovery or one of whose changes is. */
  exclusion?: string;
  /** Only those that failed, or did not. */
  failed?: boolean;
  /** Only those that are rework, or are not. */
  rework?: boolean;
  limit: number;
  after?: RecordPosition;
}

/** One page of incidents. */
export interface IncidentPageRequest {
  /** Only those tied to a deployment, tied to none, or not over yet. */
  state?: 'linked' | 'unlinked' | 'open';
  /** Only those that are left out for this reason of something that incidents count for. */
  exclusion?: string;
  limit: number;
  after?: RecordPosition;
}

import type { FailureLinkKind } from './doraProfile';
import type {
  RecordKey,
  RecoveryExclusion,
  RestoreExclusion,
  UnlinkedReason,
} from './facts';

/** What is taken as the sign that a deployment failed. */
export type FailureCause =
  | { type: 'incident'; source: string; subject: string }
  /** The deployment that put an earlier version back, or that brought a hotfix or a revert. */
  | { type: 'deployment'; source: string; subject: string }
  /** A person said so, without an incident. */
  | { type: 'decision'; correctionId: string };

/** That a deployment failed, by what it is known, and how certain that is. */
export interface FailureLink {
  deployment: RecordKey;
  cause: FailureCause;
  kind: FailureLinkKind;
  /** 0 to 1: 1 where somebody said so, less the more is concluded. */
  confidence: number;
  /** Seconds from the deployment to what followed it; null where the order is not known. */
  lagSeconds: number | null;
  /** Who decided, an entity ref; null where nobody did. */
  decidedBy: string | null;
  correctionId: string | null;
}

/** What one failed deployment, or one incident, contributes to recovery time. */
export interface RecoverySample {
  /** Null where the definition takes incidents and this one is tied to no deployment. */
  deployment: RecordKey | null;
  /** Null where the recovery is that of the deployment and not of a single incident. */
  incident: RecordKey | null;
  day: string;
  /** Epoch milliseconds; null where it is not recovered. */
  recoveredAt: number | null;
  /** Whole seconds, or null where it is left out. */
  seconds: number | null;
  exclusion: RecoveryExclusion | null;
}

/** What is known of one incident. */
export interface IncidentVerdict {
  source: string;
  subject: string;
  /** Start of impact, else its detection, else its end; epoch milliseconds. */
  at: number;
  /** The day of that. */
  day: string;
  severity: string | null;
  /** The link that ties it to a deployment; null where there is none. */
  link: FailureLink | null;
  unlinked: UnlinkedReason | null;
  /** The day on which it counts as a failure; null where it is tied to no deployment that counts. */
  failureDay: string | null;
  /** Whole seconds from the start of impact to mitigation, else to resolution; null where it is left out. */
  restoreSeconds: number | null;
  restoreExclusion: RestoreExclusion | null;
  /** It repeats an incident of the 90 days before it, and somebody confirmed that. */
  recurrence: boolean;
}

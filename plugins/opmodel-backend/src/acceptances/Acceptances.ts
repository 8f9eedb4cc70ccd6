import type {
  Acceptance,
  AcceptanceState,
  AcceptanceSubject,
  RiskLevel,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Visibility } from '../catalog/Visibility';

/** What a subject asks to be accepted. */
export interface AcceptanceInput {
  subject: AcceptanceSubject;
  /** What of the entities it is about, such as the id of a check. */
  subjectRef?: string;
  title: string;
  entityRefs: string[];
  riskLevel: RiskLevel;
  reason: string;
  compensatingControl?: string;
  /** ISO day; null: it does not end, such as a hand-over; absent: as late as the risk level allows. */
  expiresOn?: string | null;
  /** Of a hand-over: the group that is to take over. */
  receivingRef?: string;
  /** What the subject wants to find again, shown with the request. */
  details?: Record<string, string | number | null>;
  /**
   * Until when it holds before anybody has decided, epoch milliseconds; a denial ends it. For emergencies alone, of which each answers
   * for a permission of its own. Absent: it holds once it is approved.
   */
  urgentUntil?: number;
}

/** An acceptance as it is kept. Instants are epoch milliseconds. */
export interface AcceptanceRecord
  extends Omit<AcceptanceInput, 'expiresOn' | 'details'> {
  id: string;
  state: AcceptanceState;
  requestedBy: string;
  requestedAt: number;
  /** When the state was reached. */
  decidedAt: number | null;
  /** Who brought it about; null: time did, or the organisation, where fewer have to agree than before. */
  decidedBy: string | null;
  expiresOn: string | null;
  details: Record<string, string | number | null>;
}

/** An acceptance that was approved: it holds, or its time ran out since. */
export interface ApprovedAcceptance extends AcceptanceRecord {
  state: 'approved' | 'expired';
  /** Epoch milliseconds; null: not kept. */
  approvedAt: number | null;
}

/** Which of the acceptances of a subject are asked for. */
export interface SubjectFilter {
  subject: AcceptanceSubject;
  /** About at least one of these. */
  entityRefs?: readonly string[];
  /** Exactly one of these. */
  subjectRefs?: readonly string[];
}

/** Something that is over, so that nobody has to accept it any more. */
export interface EndedSubject {
  subject: AcceptanceSubject;
  subjectRef: string;
  /** Who brought it about; null: nobody. */
  by: string | null;
  /** Why, as the history of the acceptance says it. */
  note: string;
}

/** Is told what became of an acceptance. It may be told twice, and must then do nothing more. */
export type AcceptanceListener = (record: AcceptanceRecord) => Promise<void>;

/** What a subject may do with acceptances. Nothing else decides what is excused, excepted, overridden or accepted. */
export interface Acceptances {
  /**
   * Asks for something in the name of the caller.
   *
   * @throws InputError that names the field
   * @throws NotFoundError when an entity does not exist or may not be seen
   * @throws ConflictError when the same is asked for already
   */
  request(
    input: AcceptanceInput,
    credentials: BackstageCredentials,
  ): Promise<Acceptance>;

  /** What is in force, oldest first: approved, or urgent and not decided yet. */
  listInForce(
    filter: SubjectFilter,
    visibility: Visibility,
  ): Promise<AcceptanceRecord[]>;

  /**
   * What is in force together with what is asked for and not decided, oldest first.
   *
   * @returns `isInForce`: it holds now
   */
  listOpen(
    filter: SubjectFilter,
    visibility: Visibility,
  ): Promise<(AcceptanceRecord & { isInForce: boolean })[]>;

  /** What is asked for and not decided, oldest first. */
  listRequested(
    filter: SubjectFilter,
    visibility: Visibility,
  ): Promise<AcceptanceRecord[]>;

  /** Those of these ids that may be seen, whatever became of them, oldest first. */
  listByIds(
    ids: readonly string[],
    visibility: Visibility,
  ): Promise<AcceptanceRecord[]>;

  /** Those that were approved and hold, or whose time ran out since, oldest first. */
  listApproved(
    filter: SubjectFilter,
    visibility: Visibility,
  ): Promise<ApprovedAcceptance[]>;

  /** Ends what is in force or asked for of something that is over. Doing it again changes nothing. */
  end(ended: EndedSubject): Promise<void>;

  /** Registers who wants to know what became of the acceptances of a subject: approved, denied, lapsed, expired and so on. */
  onChanged(subject: AcceptanceSubject, listener: AcceptanceListener): void;
}

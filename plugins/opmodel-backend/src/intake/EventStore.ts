import type {
  Observation,
  RecordKind,
} from '@opmodel/backstage-plugin-opmodel-common';

/** What a record is about: observations with equal keys fold into one record. */
export interface SubjectKey {
  kind: RecordKind;
  source: string;
  subject: string;
}

/** An event to be kept. */
export interface LedgerEvent {
  source: string;
  /** Id within the source. */
  id: string;
  /** Epoch milliseconds. */
  time: number;
  observation: Observation;
}

/** An event as it is kept. */
export interface LedgerEntry extends LedgerEvent {
  /** Grows with every event that is kept. */
  entry: number;
  state: 'applied' | 'unmapped';
  /** Why it is unmapped. */
  reason: string | null;
}

/** Identity of an event. */
export type EventIdentity = Pick<LedgerEvent, 'source' | 'id'>;

/** Events that wait for the same reason. Instants are epoch milliseconds. */
export interface UnmappedGroup {
  kind: RecordKind;
  source: string;
  reason: string;
  events: number;
  /** Distinct records that wait. */
  subjects: number;
  oldestReceivedAt: number;
  newestReceivedAt: number;
}

/** All that waits, with the largest groups. */
export interface UnmappedSummary {
  totalEvents: number;
  totalSubjects: number;
  groups: UnmappedGroup[];
}

/** How much the ledger holds, without what it has forgotten. */
export interface LedgerCounts {
  applied: number;
  unmapped: number;
  /** Epoch milliseconds; null for an empty ledger. */
  lastReceivedAt: number | null;
}

/** The ledger: every event that intake took, once. */
export interface EventStore {
  /**
   * Keeps the events that are new, as applied.
   *
   * @param options - `producer`: who delivered them; `now` in epoch milliseconds
   * @returns the identities of those that were new
   */
  insert(
    events: LedgerEvent[],
    options: { producer: string; now: number },
  ): Promise<EventIdentity[]>;

  /** What the events are about, forgotten ones too, that have one of the identities, in no particular order; an identity that is free is missing. */
  listTaken(
    identities: EventIdentity[],
  ): Promise<(SubjectKey & { id: string })[]>;

  /** Everything that is kept about the subjects and not forgotten, in no particular order. */
  listBySubject(subjects: SubjectKey[]): Promise<LedgerEntry[]>;

  /** Says of kept events whether they are applied. A reason makes an event unmapped, null makes it applied. */
  setReasons(
    changes: { entry: number; reason: string | null }[],
  ): Promise<void>;

  /** The oldest unmapped events after an entry. */
  listUnmapped(options: {
    after: number;
    limit: number;
  }): Promise<(SubjectKey & { entry: number })[]>;

  /** What waits, grouped; the groups with most events first. */
  summarizeUnmapped(options: { limit: number }): Promise<UnmappedSummary>;

  /** How much the ledger holds. */
  count(): Promise<LedgerCounts>;

  /**
   * The number of events that were taken.
   *
   * @param options - `since`: at it or later, epoch milliseconds
   */
  countReceived(options: { since: number }): Promise<number>;

  /**
   * Subjects of which several applied events are kept, at least one of them taken before an instant; in a lasting order.
   *
   * @param options - `after`: what the page before ended with
   */
  listRepeatedSubjects(options: {
    receivedBefore: number;
    after?: SubjectKey;
    limit: number;
  }): Promise<SubjectKey[]>;

  /**
   * Forgets what was said by those of the events that were taken before an instant. Their identities stay taken for ever, so that
   * the same event is no news when it comes again; beyond that, and but for how many were received, nobody is told of them.
   *
   * @returns the number of events forgotten
   */
  forget(
    entries: number[],
    options: { receivedBefore: number },
  ): Promise<number>;
}

/** A subject's key as one text, for maps. */
export function subjectId({ kind, source, subject }: SubjectKey): string {
  return JSON.stringify([kind, source, subject]);
}

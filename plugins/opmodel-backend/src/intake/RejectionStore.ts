/** Rejected events that are counted together, because they were rejected alike within one hour. */
export interface RejectionCount {
  /** Beginning of the hour, epoch milliseconds. */
  hour: number;
  /** Identity of what is counted within the hour. */
  key: string;
  /** Who delivered. */
  producer: string;
  /** Null where the events did not state it. */
  source: string | null;
  reason: string;
  events: number;
  /** Null where the newest event did not state it. */
  lastEventId: string | null;
  /** Epoch milliseconds. */
  lastRejectedAt: number;
}

/** Rejections of several hours that are alike. */
export type RejectionGroup = Omit<RejectionCount, 'hour' | 'key'>;

/** All that was rejected, with the largest groups. */
export interface RejectionSummary {
  totalEvents: number;
  groups: RejectionGroup[];
}

/** What intake rejected, counted by the hour. Content is never kept. */
export interface RejectionStore {
  /** Adds to what has been counted. */
  add(counts: RejectionCount[]): Promise<void>;

  /** The keys that have been counted within an hour. */
  listKeys(hour: number): Promise<Set<string>>;

  /**
   * What was rejected, groups with most events first.
   *
   * @param options - `since`: hours that begin at it or later, epoch milliseconds
   */
  summarize(options: {
    since: number;
    limit: number;
  }): Promise<RejectionSummary>;

  /**
   * The number of events that were rejected.
   *
   * @param options - `since`: hours that begin at it or later, epoch milliseconds
   */
  count(options: { since: number }): Promise<number>;

  /**
   * Forgets some of the hours that began before an instant.
   *
   * @returns the number of groups forgotten
   */
  deleteBatch(options: { before: number; limit: number }): Promise<number>;
}

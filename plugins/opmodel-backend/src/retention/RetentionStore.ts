/** How the last run of one rule went. Instants are epoch milliseconds. */
export interface RetentionRun {
  startedAt: number;
  /** Null while it runs, and after it was broken off. */
  finishedAt: number | null;
  /** Rows deleted. */
  deleted: number;
  /** Why it failed. */
  error: string | null;
  /** Start of the first of the runs that have failed without a success in between. */
  failingSince: number | null;
}

/** The last run of each retention rule. */
export interface RetentionStore {
  /** Notes that a rule begins. */
  start(rule: string, options: { now: number }): Promise<void>;

  /** Notes how it went. */
  finish(
    rule: string,
    result: { deleted: number; error: string | null; now: number },
  ): Promise<void>;

  /** The last runs, by rule; one that never ran is missing. */
  list(): Promise<Map<string, RetentionRun>>;
}

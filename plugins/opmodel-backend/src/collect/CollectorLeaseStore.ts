/** Who runs a collector, and when the next run may begin. Instants are epoch milliseconds. */
export interface CollectorLease {
  collector: string;
  /** Grows with each claim and each end of a run; 0 before the first. */
  version: number;
  /** Tells this run from every other; missing while nobody runs the collector. */
  token?: string;
  /** A lease that has passed this instant was abandoned: whoever held it has crashed, or has lost the database. */
  leaseUntil?: number;
  /** When the newest run began. */
  startedAt?: number;
  /** Since when somebody wants a run at once. */
  requestedAt?: number;
  /** Runs that have failed since the last one that did not. */
  consecutiveFailures: number;
  /** The next run may begin at this instant, whatever the schedule says; missing when the schedule decides. */
  nextAttemptAt?: number;
}

/** What the next run is told by the one that ends. */
export type AfterRun = Pick<
  CollectorLease,
  'consecutiveFailures' | 'nextAttemptAt' | 'requestedAt'
>;

/** What is known of a collector that nobody has run or asked for. */
export function neverRun(collector: string): CollectorLease {
  return { collector, version: 0, consecutiveFailures: 0 };
}

/**
 * Lets one replica run a collector at a time. A lease lasts for seconds and is renewed while the run is under way, so that
 * another replica goes on soon after a crash.
 */
export interface CollectorLeaseStore {
  /** The leases by collector; one that nobody has run or asked for is missing. */
  read(collectors: string[]): Promise<Map<string, CollectorLease>>;

  /**
   * Takes a collector, unless somebody has taken or ended it since `seen` was read. It is no longer asked for.
   *
   * @param claim - `nextAttemptAt`: when others may try again should this run be abandoned; missing: as soon as its lease is over
   * @returns whether it is ours
   */
  claim(
    seen: CollectorLease,
    claim: {
      token: string;
      leaseUntil: number;
      consecutiveFailures: number;
      nextAttemptAt?: number;
      now: number;
    },
  ): Promise<boolean>;

  /**
   * Keeps a lease for longer.
   *
   * @returns whether it is still ours
   */
  renew(
    collector: string,
    lease: { token: string; leaseUntil: number },
  ): Promise<boolean>;

  /**
   * Ends a run. A `requestedAt` that came in while it was running stays.
   *
   * @returns whether it was still ours; if not, nothing has changed
   */
  release(collector: string, token: string, after: AfterRun): Promise<boolean>;

  /** Asks for a run at once. One that is under way does not count, because it may have looked already. */
  request(collectors: string[], options: { now: number }): Promise<void>;
}

/** An entity whose numbers somebody has taken upon himself to compute. */
export interface Claim {
  /** Id of the subject whose numbers are meant: `dora`. */
  subject: string;
  entityRef: string;
  /** Version of the request, so that a later one is not taken for done. Epoch milliseconds. */
  requestedAt: number;
  /** Tells this claim from one that another replica makes after the lease ran out. */
  token: string;
}

/**
 * Entities whose numbers must be computed again, once for each subject that computes any.
 *
 * A request is kept until it has been worked off: whoever claims it has it for the length of a lease, and after that it is
 * free again. Requesting what waits already changes nothing, requesting what is being worked on makes it wait once more.
 *
 * Subjects that are switched off are asked as well, so that they know what they have missed when they are switched on.
 */
export interface RecalculationStore {
  /**
   * Asks every subject to compute the entities again.
   *
   * @param options - `now` in epoch milliseconds
   */
  request(
    entityRefs: Iterable<string>,
    options: { now: number },
  ): Promise<void>;

  /**
   * Takes the requests that have waited longest.
   *
   * @param options - `leaseMs`: how long others leave them alone; `now` in epoch milliseconds
   */
  claim(options: {
    subject: string;
    limit: number;
    leaseMs: number;
    now: number;
  }): Promise<Claim[]>;

  /** Ends claims: what was requested again meanwhile is free at once, and the rest is done. */
  complete(claims: Claim[]): Promise<void>;

  /** The entities that wait or are being worked on for one subject, those that have waited longest first. */
  listWaiting(options: { subject: string; limit: number }): Promise<string[]>;

  /**
   * The number of requests that are not done.
   *
   * @param subjects - ids of the subjects that count: those whose requests anybody works off
   */
  countWaiting(subjects: readonly string[]): Promise<number>;

  /**
   * Since when the request that has waited longest is there. Epoch milliseconds; null when none waits.
   *
   * @param subjects - ids of the subjects that count: those whose requests anybody works off
   */
  oldestWaiting(subjects: readonly string[]): Promise<number | null>;
}

/** A group in a week. */
export interface DigestKey {
  groupRef: string;
  /** Monday of the ISO week. */
  week: string;
}

/**
 * Remembers who got which digest, so that a group gets at most one a week, whatever restarts and however many replicas run.
 */
export interface DigestStore {
  /**
   * Takes a digest upon oneself, unless it was sent, or somebody else has it.
   *
   * @param options - `leaseMs`: how long others leave it alone; `now` in epoch milliseconds
   */
  claim(
    key: DigestKey,
    options: { leaseMs: number; now: number },
  ): Promise<boolean>;

  /**
   * Remembers that a digest is done.
   *
   * @param options - `items`: what needed the group; `recipients`: how many were told; `now` in epoch milliseconds
   */
  complete(
    key: DigestKey,
    options: { items: number; recipients: number; now: number },
  ): Promise<void>;

  /** Gives a digest back that could not be sent. */
  release(key: DigestKey): Promise<void>;

  /** Forgets what was sent in the weeks before one. */
  forgetBefore(week: string): Promise<void>;
}

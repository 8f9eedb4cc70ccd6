/** An objective that is still to be measured backwards. */
export interface SloBackfill {
  sloRef: string;
  objective: number;
  /** It is measured up to here, epoch milliseconds. */
  from: number;
}

/**
 * Knows the objectives that are measured backwards after the others of their SLO: because they were added to it, or because they measure
 * something else. Whoever keeps definitions adds them.
 */
export interface SloBackfillStore {
  /** Ordered by SLO and objective. */
  list(sloRefs: readonly string[]): Promise<SloBackfill[]>;

  /**
   * Notes how far they came. One that was asked for anew meanwhile, from another instant, stays.
   *
   * @param steps - `next`: measured up to here now; null: all the way
   */
  settle(
    steps: readonly (SloBackfill & { next: number | null })[],
  ): Promise<void>;
}

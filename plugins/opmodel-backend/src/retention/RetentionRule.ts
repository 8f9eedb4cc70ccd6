/**
 * How long one sort of rows is kept. Whoever owns the rows writes the rule; the retention task calls it each night, with
 * `opmodel.retention.<id>.keepDays` or else its default.
 */
export interface RetentionRule {
  /** Name in the configuration and in the health report, such as `inbox`. */
  id: string;
  /** What is deleted, for operators: "Webhook deliveries that are done". */
  title: string;
  /** Days that the rows are kept where nothing is configured; null: for ever. */
  defaultKeepDays: number | null;
  /** The fewest days that may be configured, so that what still counts on the rows finds them. Default: 1. */
  minimumKeepDays?: number;
  /**
   * Deletes the oldest rows that the rule is about in one statement or one short transaction.
   *
   * @param options - `before`: only rows older than this, epoch milliseconds; `limit`: about how many rows at most, so that
   *   one call never holds its locks for long; `signal` ends a call that has to look at much before it finds anything
   * @returns how many rows were deleted, or emptied where their identity has to stay; 0 when there is nothing left that is older, which ends the rule's run
   */
  deleteBatch(options: {
    before: number;
    limit: number;
    signal?: AbortSignal;
  }): Promise<number>;
}

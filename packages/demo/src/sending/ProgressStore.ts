/** How far the demo organisation has been sent. */
export interface Progress {
  seed: string;
  /** Day of the first start, ISO. The history is told relative to it for ever after. */
  anchorDay: string;
  /** Days of history before that day. */
  days: number;
  /** Everything up to this instant is in. Epoch milliseconds; null: nothing yet. */
  sentUntil: number | null;
}

/** Remembers how far the demo organisation has been sent, over restarts. */
export interface ProgressStore {
  /**
   * Begins with what is given, unless something was begun before.
   *
   * @returns the progress that counts from now on: the earlier one where there is one
   */
  begin(start: Omit<Progress, 'sentUntil'>): Promise<Progress>;
  /** @param sentUntil - epoch milliseconds; an earlier instant than the stored one changes nothing */
  advance(sentUntil: number): Promise<void>;
}

import type { OnCallAnswer } from '@opmodel/backstage-plugin-opmodel-node';

/** What an on-call system said last of one schedule. Instants are epoch milliseconds. */
export interface KeptOnCall {
  /** Null: it has never said anything. */
  answer: OnCallAnswer | null;
  /** Whether it did not tell when it was asked last. */
  failing: boolean;
}

/** Keeps what on-call systems say. A schedule is no entity: whoever reads one has seen the entity that names it. */
export interface OnCallStore {
  /** Says which schedules somebody names now; what was known of others is forgotten. */
  want(
    provider: string,
    schedules: readonly string[],
    options: { now: number },
  ): Promise<void>;

  /**
   * Takes schedules to ask for, those that waited longest first. Nobody else gets one of them before it is due again.
   *
   * @param options - `before`: those that were taken last up to then, or never
   */
  claim(
    provider: string,
    options: { now: number; before: number; limit: number },
  ): Promise<string[]>;

  /** Keeps answers in place of those before. */
  keep(
    provider: string,
    answers: ReadonlyMap<string, OnCallAnswer>,
  ): Promise<void>;

  /** Notes that nothing was told; what was told before stays. */
  fail(provider: string, schedules: readonly string[]): Promise<void>;

  /** Undefined for a schedule that nobody names. */
  get(provider: string, schedule: string): Promise<KeptOnCall | undefined>;

  /** By schedule, without those that nobody names. */
  getMany(
    provider: string,
    schedules: readonly string[],
  ): Promise<ReadonlyMap<string, KeptOnCall>>;
}

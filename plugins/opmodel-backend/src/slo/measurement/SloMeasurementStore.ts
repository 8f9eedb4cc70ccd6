import type { SloSpan } from '@opmodel/backstage-plugin-opmodel-common';

/** How far an SLO is measured. Instants are epoch milliseconds. */
export interface SloMeasurement {
  sloRef: string;
  /** Type of its source. */
  sourceType: string;
  /** Measured up to here; null: never. */
  measuredUntil: number | null;
  /** What was measured is asked for again from here on; null: it is not. */
  againFrom: number | null;
  /** When all of it was last measured without a failure; null: never. */
  measuredAt: number | null;
  nextAt: number;
  /** In a row. */
  failures: number;
  /** What went wrong last; null: nothing. */
  error: string | null;
  /** The very queries that were asked last, by objective. */
  queries: Readonly<Record<string, readonly string[]>>;
}

/** An SLO that somebody has taken upon himself to measure. */
export interface ClaimedMeasurement
  extends Pick<
    SloMeasurement,
    'sloRef' | 'measuredUntil' | 'againFrom' | 'measuredAt' | 'failures'
  > {
  /** Whether the slices of its buckets are to be counted anew. */
  recount: boolean;
  /** Tells this claim from one that another replica makes after the lease ran out. */
  token: string;
}

/** What came of a claim. */
export type MeasurementOutcome = { sloRef: string; token: string } & (
  | {
      state: 'measured';
      measuredUntil: number;
      /** What was asked for again, whose windows are to be evaluated anew; absent: nothing. */
      again?: SloSpan & {
        /** From where on it is still to be asked for again; null: it is not. */
        next: number | null;
      };
      /** Null: nothing was asked. */
      queries: Readonly<Record<string, readonly string[]>> | null;
      nextAt: number;
    }
  /** Of what failed, what is known stays; `nextAt` is when to try again. */
  | {
      state: 'failed';
      error: string;
      /** How far the objectives are measured that did not fail; null: all did. */
      measuredUntil: number | null;
      /** Null: nothing was asked. */
      queries: Readonly<Record<string, readonly string[]>> | null;
      nextAt: number;
    }
  /** It was not its fault: the backend stops. */
  | { state: 'given_back' }
);

/**
 * Says which SLOs are to be measured, and lets one replica measure each at a time. A claim lasts for the length of a lease and is
 * prolonged while at work; when the process dies, it is free again as soon as the lease has run out.
 */
export interface SloMeasurementStore {
  /**
   * Takes SLOs of one type of source that are due, those that have been due longest first.
   *
   * @param options - `leaseMs`: how long others leave them alone; `now` in epoch milliseconds
   */
  claim(options: {
    sourceType: string;
    limit: number;
    leaseMs: number;
    now: number;
  }): Promise<ClaimedMeasurement[]>;

  /**
   * Prolongs claims that still hold.
   *
   * @returns how many do
   */
  extend(
    claims: readonly { sloRef: string; token: string }[],
    options: { leaseMs: number; now: number },
  ): Promise<number>;

  /**
   * Notes what came of claims and ends them; what was measured is evaluated next. A claim that somebody else has taken over changes
   * nothing.
   *
   * @returns the refs of those that were still held
   */
  settle(
    outcomes: readonly MeasurementOutcome[],
    options: { now: number },
  ): Promise<string[]>;

  /**
   * Lets SLOs be measured at once, such as because numbers were pushed.
   *
   * @param options - `from`: again from there on, with the windows that hold something of it; epoch milliseconds
   */
  request(
    refs: readonly string[],
    options: { now: number; from?: number },
  ): Promise<void>;

  /** How far SLOs are measured, by ref; those that cannot be measured are missing. */
  getMany(
    refs: readonly string[],
  ): Promise<ReadonlyMap<string, SloMeasurement>>;
}

import type {
  ContractError,
  PushedLength,
} from '@opmodel/backstage-plugin-opmodel-common';

/** What somebody counted of one objective in one bucket. */
export interface Measurement {
  /** `slo:default/checkout-availability` */
  sloRef: string;
  /** Index of the objective. */
  objective: number;
  /** Epoch milliseconds, a multiple of the bucket's length. */
  start: number;
  /** Length of the bucket. */
  seconds: PushedLength;
  /** At most `total`. */
  good: number;
  total: number;
}

/** What becomes of one measurement. */
export type MeasurementResult =
  | { status: 'accepted' | 'duplicate' }
  | { status: 'unmapped'; reason: string }
  /** Paths are fields of {@link Measurement} as the sender spells them. */
  | { status: 'rejected'; errors: ContractError[] };

/**
 * Takes measurements off intake's hands. They do not go through the ledger: there are far more of them than of anything else, nothing
 * is folded from several of them, and the last one of a bucket is all that counts.
 */
export interface MeasurementPort {
  /** What objectives measure, by ref; null: nothing that is known. Those that the catalog does not have are missing. */
  findMeasured(
    sloRefs: readonly string[],
  ): Promise<ReadonlyMap<string, string | null>>;

  /**
   * Keeps measurements in place of those of the same buckets. Of several of one bucket, the last counts.
   *
   * @param options - `now` in epoch milliseconds
   * @returns one result for each, in their order
   */
  keep(
    measurements: readonly Measurement[],
    options: { now: number },
  ): Promise<MeasurementResult[]>;
}

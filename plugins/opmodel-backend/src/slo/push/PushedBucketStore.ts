import type {
  PushedLength,
  SliBucket,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { BucketRange } from '../measurement/SliBucketStore';

/** What a producer counted of one objective in one bucket. */
export interface PushedBucket extends SliBucket {
  sloRef: string;
  objective: number;
  /** Length of the bucket. */
  seconds: PushedLength;
}

/** Tells a bucket from every other. */
export type PushedBucketKey = Pick<
  PushedBucket,
  'sloRef' | 'objective' | 'start' | 'seconds'
>;

/** Keeps what producers counted, as they sent it. */
export interface PushedBucketStore {
  /**
   * Keeps buckets in place of those that were sent before.
   *
   * @param buckets - each key once
   * @returns the keys of those that are new or differ
   */
  keep(buckets: readonly PushedBucket[]): Promise<PushedBucketKey[]>;

  /** Buckets of which some time lies in any of the ranges, ordered by SLO, objective, start and length. */
  list(
    ranges: readonly Omit<BucketRange, 'resolution'>[],
  ): Promise<PushedBucket[]>;

  /**
   * Forgets old buckets, the oldest first.
   *
   * @param options - `before`: those that began before it, epoch milliseconds; `limit`: at most so many rows
   * @returns how many rows were deleted
   */
  deleteBatch(options: { before: number; limit: number }): Promise<number>;
}

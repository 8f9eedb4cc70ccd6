import type {
  SliResolution,
  SloTally,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Which buckets are meant. Instants are epoch milliseconds. */
export interface BucketRange {
  sloRef: string;
  objective: number;
  resolution: SliResolution;
  /** The first one may begin here. */
  from: number;
  /** Those that begin here or later are not meant. */
  to: number;
}

/** A tally with how much of its bucket was measured. */
export interface MeasuredTally extends SloTally {
  /** Buckets of five minutes in it that were measured. */
  measured: number;
}

/** Tallies of one objective, for a span of time of which they are all that is known. */
export interface TalliedSpan extends Omit<BucketRange, 'resolution'> {
  /** By five minutes, in order of time. They replace what is there in the span. */
  tallies: readonly MeasuredTally[];
}

/** The tally of an hour of one objective. */
export type HourTally = MeasuredTally &
  Pick<BucketRange, 'sloRef' | 'objective'>;

/** Keeps what was measured, by buckets of five minutes, an hour and a day. */
export interface SliBucketStore {
  /**
   * Buckets in order of time. A bucket that was not measured is absent.
   *
   * @param range - `limit`: at most so many, the first ones
   */
  list(range: BucketRange & { limit?: number }): Promise<MeasuredTally[]>;

  /**
   * Keeps tallies in place of what is there in their spans, and sums hours and days from them. Keeping the same again changes nothing.
   * A span must not reach back to where buckets of five minutes are forgotten, or what hours and days know would be lost.
   */
  keep(spans: readonly TalliedSpan[]): Promise<void>;

  /**
   * Keeps hours in place of what is known of them, and sums days from them. They are of a time of which no buckets of five minutes are
   * measured any more; those that are there stay.
   *
   * @param hours - each once
   * @returns which are new or differ
   */
  keepHours(
    hours: readonly HourTally[],
  ): Promise<Pick<HourTally, 'sloRef' | 'objective' | 'start'>[]>;

  /**
   * Forgets old buckets.
   *
   * @param options - `before`: those that ended by then, epoch milliseconds; `limit`: at most so many rows
   * @returns how many rows were deleted
   */
  deleteBatch(options: {
    resolution: SliResolution;
    before: number;
    limit: number;
  }): Promise<number>;
}

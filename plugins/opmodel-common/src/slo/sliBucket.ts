/** Length of the shortest bucket that is kept, in seconds. */
export const SLI_BUCKET_SECONDS = 300;

/** Lengths of the buckets that are kept, in seconds, shortest first: five minutes, an hour, a day. */
export const sliResolutions = [SLI_BUCKET_SECONDS, 3_600, 86_400] as const;
export type SliResolution = (typeof sliResolutions)[number];

/** Length of the buckets that slices of one minute are counted from, in seconds. They are measured, and kept as five minutes. */
export const SLI_MINUTE_SECONDS = 60;

/** Length of the buckets that a source counts by, in seconds. */
export type SliBucketSeconds =
  | typeof SLI_MINUTE_SECONDS
  | typeof SLI_BUCKET_SECONDS;

/** Lengths of the buckets that producers may send, in seconds, shortest first. */
export const pushedLengths = [SLI_MINUTE_SECONDS, ...sliResolutions] as const;
export type PushedLength = (typeof pushedLengths)[number];

/** What happened in a span of time. Counts may be fractions: a server extrapolates. */
export interface SliCounts {
  good: number;
  total: number;
}

/** What happened in one bucket. A bucket without events has a total of 0; one that was not measured is absent. */
export interface SliBucket extends SliCounts {
  /** Epoch milliseconds, a multiple of the bucket's length. */
  start: number;
}

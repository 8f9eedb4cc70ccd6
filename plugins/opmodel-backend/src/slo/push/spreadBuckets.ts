import {
  SLI_BUCKET_SECONDS,
  type SliBucket,
  type SliResolution,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A bucket of any length that is taken. */
export interface LongBucket extends SliBucket {
  seconds: SliResolution;
}

/**
 * Buckets of any length as shorter ones: the counts of a longer bucket are spread evenly, since nothing is known of when in it something
 * happened. Where a shorter bucket says what happened in a part of a longer one, the shorter counts.
 *
 * @param seconds - length of the shorter ones; what is shorter than that is left out. Default: five minutes
 * @returns in order of time, each start once
 */
export function spreadBuckets(
  buckets: readonly LongBucket[],
  seconds: SliResolution = SLI_BUCKET_SECONDS,
): SliBucket[] {
  const spread = new Map<number, SliBucket>();
  const longestFirst = buckets
    .filter(bucket => bucket.seconds >= seconds)
    .sort((a, b) => b.seconds - a.seconds);
  for (const bucket of longestFirst) {
    const parts = bucket.seconds / seconds;
    for (let part = 0; part < parts; part += 1) {
      const start = bucket.start + part * seconds * 1_000;
      spread.set(start, {
        start,
        good: bucket.good / parts,
        total: bucket.total / parts,
      });
    }
  }
  return [...spread.values()].sort((a, b) => a.start - b.start);
}

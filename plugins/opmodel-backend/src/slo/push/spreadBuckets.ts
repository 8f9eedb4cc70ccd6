import {
  type PushedLength,
  SLI_BUCKET_SECONDS,
  SLI_MINUTE_SECONDS,
  type SliBucket,
  sliceBuckets,
} from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy } from 'lodash';

/** A bucket of any length that is taken. */
export interface LongBucket extends SliBucket {
  seconds: PushedLength;
}

/**
 * Buckets of any length as ones of one length: the counts of a longer bucket are spread evenly, since nothing is known of when in it
 * something happened, and those of shorter ones are added up. Where a shorter bucket says what happened in a part of a longer one, the
 * shorter counts.
 *
 * @param seconds - the one length. Default: five minutes
 * @returns in order of time, each start once
 */
export function spreadBuckets(
  buckets: readonly LongBucket[],
  seconds: PushedLength = SLI_BUCKET_SECONDS,
): SliBucket[] {
  const spread = spreadLonger(buckets, seconds);
  const shorter = buckets.filter(bucket => bucket.seconds < seconds);
  const minutes = groupBy(
    [...spreadLonger(shorter, SLI_MINUTE_SECONDS).values()],
    ({ start }) => startOf(start, seconds),
  );
  for (const known of Object.values(minutes)) {
    const [{ start, good, total }] = sliceBuckets(known, seconds);
    const rest = 1 - (known.length * SLI_MINUTE_SECONDS) / seconds;
    const longer = spread.get(start) ?? { good: 0, total: 0 };
    spread.set(start, {
      start,
      good: good + longer.good * rest,
      total: total + longer.total * rest,
    });
  }
  return [...spread.values()].sort((a, b) => a.start - b.start);
}

/** What buckets of at least a length say of each bucket of that length, by its start. */
function spreadLonger(
  buckets: readonly LongBucket[],
  seconds: PushedLength,
): Map<number, SliBucket> {
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
  return spread;
}

function startOf(instant: number, seconds: number): number {
  return Math.floor(instant / (seconds * 1_000)) * seconds * 1_000;
}

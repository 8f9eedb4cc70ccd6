import type { SliBucket, SliBucketSeconds } from '../sliBucket';
import type { SloSpan } from '../sloSpan';

/** The last border of a bucket up to an instant. Epoch milliseconds. */
export function startOfBucket(
  instant: number,
  bucketSeconds: SliBucketSeconds,
): number {
  const length = bucketSeconds * 1_000;
  return Math.floor(instant / length) * length;
}

/**
 * The buckets of a span of which something is known, with what is counted in each.
 *
 * @param span - on borders of buckets
 * @param options - `knownFrom`: nothing is known of what was before it, epoch milliseconds; null: nothing is known at all; `count` is
 *   asked with the known part of each bucket
 */
export function bucketsSince(
  span: SloSpan,
  options: {
    knownFrom: number | null;
    bucketSeconds: SliBucketSeconds;
    count: (known: SloSpan) => Omit<SliBucket, 'start'>;
  },
): SliBucket[] {
  const { knownFrom, bucketSeconds, count } = options;
  if (knownFrom === null) {
    return [];
  }
  const buckets: SliBucket[] = [];
  const length = bucketSeconds * 1_000;
  const first = Math.max(span.from, startOfBucket(knownFrom, bucketSeconds));
  for (let start = first; start < span.to; start += length) {
    const known = { from: Math.max(start, knownFrom), to: start + length };
    buckets.push({ start, ...count(known) });
  }
  return buckets;
}

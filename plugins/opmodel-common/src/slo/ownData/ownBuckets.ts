import { SLI_BUCKET_SECONDS, type SliBucket } from '../sliBucket';
import type { SloSpan } from '../sloSpan';

const BUCKET = SLI_BUCKET_SECONDS * 1_000;

/** The last border of a bucket up to an instant. Epoch milliseconds. */
export function startOfBucket(instant: number): number {
  return Math.floor(instant / BUCKET) * BUCKET;
}

/**
 * The buckets of five minutes of a span of which something is known, with what is counted in each.
 *
 * @param span - on borders of buckets
 * @param options - `knownFrom`: nothing is known of what was before it, epoch milliseconds; null: nothing is known at all; `count` is
 *   asked with the known part of each bucket
 */
export function bucketsSince(
  span: SloSpan,
  options: {
    knownFrom: number | null;
    count: (known: SloSpan) => Omit<SliBucket, 'start'>;
  },
): SliBucket[] {
  const { knownFrom, count } = options;
  if (knownFrom === null) {
    return [];
  }
  const buckets: SliBucket[] = [];
  const first = Math.max(span.from, startOfBucket(knownFrom));
  for (let start = first; start < span.to; start += BUCKET) {
    const known = { from: Math.max(start, knownFrom), to: start + BUCKET };
    buckets.push({ start, ...count(known) });
  }
  return buckets;
}

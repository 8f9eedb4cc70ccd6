import {
  SLI_BUCKET_SECONDS,
  type SliBucket,
  type SliBucketSeconds,
} from '../sliBucket';
import type { SloSpan } from '../sloSpan';
import { bucketsSince, startOfBucket } from './ownBuckets';

/** Deployments that were judged, of any part of a bucket. */
export interface JudgedDeployments {
  /** When they were, epoch milliseconds. */
  at: number;
  /** How many count. */
  deployments: number;
  /** How many of them failed. */
  failed: number;
}

/**
 * How many deployments there were in each bucket, and how many of them did not fail: over any window it is one less the change fail
 * rate of the same deployments. Where a bucket is known and nothing was deployed, its `total` is 0.
 *
 * @param span - on borders of buckets, and not after now
 * @param knownFrom - since when deployments are told of, epoch milliseconds; null: nobody tells, so that nothing is known
 * @param bucketSeconds - length of the buckets. Default: five minutes
 */
export function countDeploymentSuccess(
  span: SloSpan,
  judged: readonly JudgedDeployments[],
  knownFrom: number | null,
  bucketSeconds: SliBucketSeconds = SLI_BUCKET_SECONDS,
): SliBucket[] {
  const byBucket = new Map<number, { good: number; total: number }>();
  for (const { at, deployments, failed } of judged) {
    const start = startOfBucket(at, bucketSeconds);
    const { good, total } = byBucket.get(start) ?? { good: 0, total: 0 };
    byBucket.set(start, {
      good: good + deployments - failed,
      total: total + deployments,
    });
  }
  return bucketsSince(span, {
    knownFrom,
    bucketSeconds,
    count: ({ from }) =>
      byBucket.get(startOfBucket(from, bucketSeconds)) ?? {
        good: 0,
        total: 0,
      },
  });
}

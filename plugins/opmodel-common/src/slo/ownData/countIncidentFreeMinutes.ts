import {
  SLI_BUCKET_SECONDS,
  type SliBucket,
  type SliBucketSeconds,
} from '../sliBucket';
import { clipSpans, type SloSpan } from '../sloSpan';
import { bucketsSince } from './ownBuckets';

const MINUTE = 60_000;

/** When something was wrong. Epoch milliseconds. */
export interface IncidentSpan {
  from: number;
  /** Null: it still is. */
  to: number | null;
}

/**
 * How many minutes of each bucket were free of incidents: `total` is the time of which something is known, in minutes, and `good` that of
 * it in which no incident was open. Incidents that overlap count once, and one that is open lasts to the end of the span. Parts of a
 * minute count as parts.
 *
 * @param span - on borders of buckets, and not after now
 * @param incidents - those of which some time lies in the span; others change nothing. One that ends before it begins lasts no time.
 * @param knownFrom - since when incidents are told of, epoch milliseconds; null: nobody tells, so that nothing is known
 * @param bucketSeconds - length of the buckets. Default: five minutes
 */
export function countIncidentFreeMinutes(
  span: SloSpan,
  incidents: readonly IncidentSpan[],
  knownFrom: number | null,
  bucketSeconds: SliBucketSeconds = SLI_BUCKET_SECONDS,
): SliBucket[] {
  const open = clipSpans(
    incidents.map(({ from, to }) => ({ from, to: to ?? span.to })),
    span,
  );
  // Both are in order, so that each bucket looks on from where the one before it ended.
  let place = 0;
  return bucketsSince(span, {
    knownFrom,
    bucketSeconds,
    count(known) {
      while (place < open.length && open[place].to <= known.from) {
        place += 1;
      }
      let bad = 0;
      for (let at = place; at < open.length && open[at].from < known.to; at++) {
        const { from, to } = open[at];
        bad += Math.min(to, known.to) - Math.max(from, known.from);
      }
      const all = known.to - known.from;
      return { good: (all - bad) / MINUTE, total: all / MINUTE };
    },
  });
}

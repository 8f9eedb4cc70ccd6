import { DateTime } from 'luxon';

/** Annotation with the ISO day on which the owner last confirmed the ownership, for those who confirm by pull request. */
export const reviewedAnnotation = 'opmodel.io/ownership-reviewed';

/** A day in UTC. Milliseconds. */
const DAY = 86_400_000;

/**
 * When an entity says that its owner confirmed it. The annotation stands beside the owner in a file that is reviewed, so it counts
 * like a confirmation in the portal, and ends as that does: a day before the present owner took over speaks of another owner.
 *
 * @param options - `ownedSince`: when the present owner took over; `readAt`: when the catalog had it, since a day that lay ahead then is
 *   a promise and confirms nothing. Epoch milliseconds
 * @returns the beginning of the day in UTC, epoch milliseconds; undefined where it confirms nothing
 */
export function declaredReview(
  day: string,
  { ownedSince, readAt }: { ownedSince: number; readAt: number },
): number | undefined {
  const written = /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? DateTime.fromISO(day, { zone: 'utc' })
    : undefined;
  if (!written?.isValid) {
    return undefined;
  }
  const at = written.toMillis();
  return at <= readAt && at + DAY > ownedSince ? at : undefined;
}

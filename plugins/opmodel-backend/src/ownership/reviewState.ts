import type { OwnershipReviewState } from '@opmodel/backstage-plugin-opmodel-common';

/** Days before a confirmation runs out in which the next one is due. */
export const reviewDueDays = 30;

/** Milliseconds. */
const DAY = 86_400_000;

/**
 * Whether the ownership of an entity is confirmed.
 *
 * @param review - epoch milliseconds: when its present owner last confirmed it, and until when that holds; null: never
 * @param now - epoch milliseconds
 */
export function reviewStateOf(
  {
    verifiedAt,
    expiresAt,
  }: { verifiedAt: number | null; expiresAt: number | null },
  now: number,
): OwnershipReviewState {
  if (verifiedAt === null || expiresAt === null) {
    return 'never';
  }
  if (now >= expiresAt) {
    return 'overdue';
  }
  return expiresAt - now <= reviewDueDays * DAY ? 'due' : 'verified';
}

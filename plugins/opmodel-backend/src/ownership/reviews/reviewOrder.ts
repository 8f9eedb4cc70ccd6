import { reviewDueDays, reviewStateOf } from '../reviewState';
import type { ReviewPosition, ReviewRow } from './ReviewStore';

/** Milliseconds. */
const DAY = 86_400_000;

/** Until when a confirmation has to hold so that the next one is not due. Epoch milliseconds. */
export function dueUntil(now: number): number {
  return now + reviewDueDays * DAY;
}

/** Where in the list of reviews an entity is. */
export function reviewPositionOf(
  row: Pick<ReviewRow, 'entityRef' | 'verifiedAt' | 'expiresAt'>,
  now: number,
): ReviewPosition {
  const ranks = { overdue: 0, due: 0, never: 1, verified: 2 };
  return {
    rank: ranks[reviewStateOf(row, now)],
    expiresAt: row.expiresAt ?? 0,
    entityRef: row.entityRef,
  };
}

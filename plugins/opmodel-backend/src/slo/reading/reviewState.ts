import {
  addDays,
  type SloReviewState,
} from '@opmodel/backstage-plugin-opmodel-common';

/** So many days before the day of its review a document is due for it. */
const DUE_DAYS = 30;

/** The last day of a review that is due today, as ISO day. */
export function reviewDueBy(today: string): string {
  return addDays(today, DUE_DAYS);
}

/** Whether a document is to be looked at again. Days are ISO days. */
export function reviewStateOf(
  reviewOn: string | null,
  today: string,
): SloReviewState {
  if (reviewOn === null) {
    return 'none';
  }
  if (reviewOn < today) {
    return 'overdue';
  }
  return reviewOn <= reviewDueBy(today) ? 'due' : 'current';
}

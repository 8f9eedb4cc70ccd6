import type {
  OwnershipGap,
  OwnershipReviewState,
  OwnershipRung,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { OpmodelState } from '@opmodel/backstage-plugin-opmodel-react';

/** Gaps by which nobody at all is responsible; the others leave somebody to talk to. */
const GRAVE_GAPS: readonly OwnershipGap[] = [
  'unowned',
  'dangling_owner',
  'empty_team',
];

/** How grave a gap is. */
export function stateOfGap(gap: OwnershipGap): OpmodelState {
  return GRAVE_GAPS.includes(gap) ? 'bad' : 'attention';
}

/** What a rung is judged to be; one that cannot be told is never good. */
export function stateOfRung({
  state,
  gap,
}: Pick<OwnershipRung, 'state' | 'gap'>): OpmodelState {
  switch (state) {
    case 'reached':
      return 'good';
    case 'missing':
      return gap ? stateOfGap(gap) : 'attention';
    default:
      return 'no_data';
  }
}

/** What the review of an ownership is judged to be. */
export function stateOfReview(state: OwnershipReviewState): OpmodelState {
  const states: Record<OwnershipReviewState, OpmodelState> = {
    verified: 'good',
    due: 'attention',
    overdue: 'bad',
    never: 'attention',
  };
  return states[state];
}

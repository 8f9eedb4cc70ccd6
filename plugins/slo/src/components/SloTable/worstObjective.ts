import type {
  SloObjectiveStatus,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import { sloStates } from '../../words/sloStates';

/** The objective that gives an SLO its state: of a composite the whole of it, else of those the one with the least budget left. */
export function worstObjective({
  objectives,
  whole,
}: Pick<SloStatus, 'objectives' | 'whole'>): SloObjectiveStatus | undefined {
  if (whole) {
    return whole;
  }
  const rank = ({ state }: SloObjectiveStatus) => sloStates.indexOf(state);
  const left = ({ budget }: SloObjectiveStatus) => budget.remaining ?? Infinity;
  return [...objectives].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      // Two of which nothing is known are alike; infinities cannot be subtracted.
      (left(one) === left(other) ? 0 : left(one) - left(other)),
  )[0];
}

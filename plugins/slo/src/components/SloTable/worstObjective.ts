import type {
  SloObjectiveStatus,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import { sloStates } from '../../words/sloStates';

/** The objective that gives an SLO its state: of those, the one with the least budget left. */
export function worstObjective({
  objectives,
}: Pick<SloStatus, 'objectives'>): SloObjectiveStatus | undefined {
  const rank = ({ state }: SloObjectiveStatus) => sloStates.indexOf(state);
  const left = ({ budget }: SloObjectiveStatus) => budget.remaining ?? Infinity;
  return [...objectives].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      // Two of which nothing is known are alike; infinities cannot be subtracted.
      (left(one) === left(other) ? 0 : left(one) - left(other)),
  )[0];
}

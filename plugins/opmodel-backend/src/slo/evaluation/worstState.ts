import type { SloState } from '@opmodel/backstage-plugin-opmodel-common';
import {
  COMPOSITE_OBJECTIVE,
  type SloObjectiveState,
} from './SloEvaluationStore';

/** States, the worst first. What is not known is no better than what is met, and less urgent than what is spent. */
const order: readonly SloState[] = [
  'exhausted',
  'at_risk',
  'no_data',
  'thin',
  'met',
];

/**
 * How an SLO stands: like its composite as a whole where it is one, else like its worst objective, among equals the one with the least
 * budget left.
 *
 * @returns undefined without any
 */
export function worstState<
  T extends Pick<SloObjectiveState, 'objective' | 'state' | 'remaining'>,
>(states: readonly T[]): T | undefined {
  const whole = states.find(
    ({ objective }) => objective === COMPOSITE_OBJECTIVE,
  );
  return (
    whole ??
    [...states].sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        (a.remaining ?? Infinity) - (b.remaining ?? Infinity) ||
        a.objective - b.objective,
    )[0]
  );
}

import {
  errorBudgetOf,
  withoutArtefacts,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  SloObjectiveState,
  SloWindowRow,
} from '../evaluation/SloEvaluationStore';

/**
 * How many may be bad in the window that an instant lies in; null: that is not known. A rolling window goes along, so that its present budget
 * stands for every instant. Of a calendar each window has its own, by what was counted in it.
 *
 * @param state - how the objective stands
 * @param past - windows of the calendar that are kept; null: the window rolls
 */
export function budgetsOverTime(
  state: Pick<SloObjectiveState, 'allowed' | 'window'> | undefined,
  past:
    | readonly Pick<SloWindowRow, 'from' | 'to' | 'target' | 'total'>[]
    | null,
): (at: number) => number | null {
  const present = state?.allowed ?? null;
  if (past === null) {
    return () => present;
  }
  const since = state?.window?.from ?? Infinity;
  return at => {
    if (at >= since) {
      return present;
    }
    const window = past.find(({ from, to }) => at >= from && at < to);
    return window === undefined || window.total === null
      ? null
      : withoutArtefacts(errorBudgetOf(window.target) * window.total);
  };
}

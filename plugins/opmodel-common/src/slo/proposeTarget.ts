import { addDays } from '../calendar/days';
import { attainmentOf, sloUnitsOf } from './burnRate';
import { AT_RISK_BELOW } from './computeBudget';
import { errorBudgetOf, withoutArtefacts } from './errorBudget';
import type { BudgetingMethod } from './sloDefinition';
import { sumTallies, type SloSliceTally } from './sloTally';

/** Targets as people set them, the strictest first. */
export const usualTargets: readonly number[] = [
  0.99999, 0.99995, 0.9999, 0.9995, 0.999, 0.998, 0.995, 0.99, 0.98, 0.95, 0.9,
  0.8, 0.7, 0.6, 0.5,
];

/** So many days are looked at, and of so many something has to be known. */
export const PROPOSAL_DAYS = 30;
const FEWEST_DAYS = 14;

/** With fewer bad events than that in its budget a target cannot be told from a stricter one (the rule of three, 95 %). */
const FEWEST_IN_BUDGET = 3;

const WEEK_DAYS = 7;

/** What was measured on a day. */
export interface MeasuredDay {
  /** ISO day. */
  day: string;
  tally: SloSliceTally;
}

/** A target that measurements would bear, with the evidence. */
export interface TargetProposal {
  /** Null: too little is known, or not even the lowest usual target is attained. */
  target: number | null;
  state: 'ok' | 'thin' | 'no_data';
  /** Days on which something was measured. */
  days: number;
  /** Events or slices. */
  n: number;
  /** Of all days together; null without data. */
  attainment: number | null;
  /** Attainment of the worst day. */
  worstDay: number | null;
  /** Share of the budget that the proposal would have used up in these days; null without a proposal. */
  consumed: number | null;
  /** Share of the weeks, one from each day on, in which the proposal held; null without a proposal or a whole week. */
  weeksMet: number | null;
}

/**
 * A target that can be attained: the strictest usual one under which these days would have left at least a quarter of the budget, so that
 * it is not at risk from its first day on, and whose budget holds at least three bad events, so that the days prove it.
 *
 * @param measured - the latest thirty days, in any order; days of which nothing is known may be absent
 * @param options - `together`: so many events go well or badly together, as the minutes of an incident do, and prove no more than one does.
 *   Default: each stands for itself
 */
export function proposeTarget(
  measured: readonly MeasuredDay[],
  method: BudgetingMethod,
  { together = 1 }: { together?: number } = {},
): TargetProposal {
  const days = measured
    .filter(({ tally }) => sloUnitsOf(tally, method).total > 0)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const sum = sumTallies(days.map(({ tally }) => tally));
  const n = sloUnitsOf(sum, method).total;
  const attainment = attainmentOf(sum, method);
  const attained = days.map(({ tally }) => attainmentOf(tally, method)!);
  const evidence = {
    days: days.length,
    n,
    attainment,
    worstDay: attained.length === 0 ? null : Math.min(...attained),
  };
  if (attainment === null || days.length < FEWEST_DAYS) {
    return {
      ...evidence,
      target: null,
      state: attainment === null ? 'no_data' : 'thin',
      consumed: null,
      weeksMet: null,
    };
  }
  const provable = usualTargets.filter(
    target =>
      withoutArtefacts((errorBudgetOf(target) * n) / together) >=
      FEWEST_IN_BUDGET,
  );
  const target =
    provable.find(
      candidate => consumedBy(attainment, candidate) <= 1 - AT_RISK_BELOW,
    ) ?? null;
  return {
    ...evidence,
    target,
    state: provable.length === 0 ? 'thin' : 'ok',
    consumed: target === null ? null : consumedBy(attainment, target),
    weeksMet: target === null ? null : weeksMet(days, method, target),
  };
}

function consumedBy(attainment: number, target: number): number {
  return withoutArtefacts((1 - attainment) / errorBudgetOf(target));
}

function weeksMet(
  days: readonly MeasuredDay[],
  method: BudgetingMethod,
  target: number,
): number | null {
  const last = days[days.length - 1].day;
  const weeks = days
    .map(({ day }) => ({ from: day, to: addDays(day, WEEK_DAYS - 1) }))
    .filter(({ to }) => to <= last)
    .map(({ from, to }) =>
      attainmentOf(
        sumTallies(
          days
            .filter(({ day }) => day >= from && day <= to)
            .map(({ tally }) => tally),
        ),
        method,
      ),
    );
  return weeks.length === 0
    ? null
    : weeks.filter(attained => attained! >= target).length / weeks.length;
}

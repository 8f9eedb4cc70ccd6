import type { SloState } from '../client/SloApi';
import { attainmentOf, burnRate, sloUnitsOf } from './burnRate';
import { errorBudgetOf, withoutArtefacts } from './errorBudget';
import { minimumSample } from './minimumSample';
import type { BudgetingMethod } from './sloDefinition';
import { clipSpans, spanSeconds } from './sloSpan';
import type { SloSliceTally } from './sloTally';
import {
  type SloTotalBasis,
  type SloWindowSoFar,
  wholeWindow,
} from './wholeWindow';

/** Share of the budget below which an objective is at risk. */
export const AT_RISK_BELOW = 0.25;

/** What a budget is computed from. */
export interface SloBudgetInput extends SloWindowSoFar {
  /** 0 up to and without 1. */
  target: number;
  /** Of the window, without what corrections leave out. */
  tally: SloSliceTally;
  /** Fewer events or slices are not graded; {@link minimumSample} unless it is configured. */
  minimum?: number;
  /** Whether an alert on the burn fires. */
  alerting?: boolean;
}

/** An error budget: what may go wrong in a window, and how much of it has. */
export interface SloBudget {
  /**
   * `thin`: too few to grade, shown all the same. `at_risk`: less than {@link AT_RISK_BELOW} of the budget is left, or an alert
   * fires.
   */
  state: SloState;
  method: BudgetingMethod;
  target: number;
  /** What is counted; `share`: slices, each by the share of it that was good. */
  unit: 'events' | 'slices' | 'share';
  /** Events or slices so far: what the verdict stands on. */
  n: number;
  /** From how many on it is graded. */
  minimum: number;
  good: number;
  bad: number;
  /** 0 to 1; null without data. */
  attainment: number | null;
  /** Events or slices of the whole window. */
  total: number | null;
  totalBasis: SloTotalBasis;
  /** Whether the budget rests on what is still to come. */
  estimated: boolean;
  /** How many may be bad in the whole window: (1 − target) · total. Null without data. */
  budget: number | null;
  /** Share of the budget that is used up: bad / budget. Above 1 once it is exhausted. */
  consumed: number | null;
  /** 1 − consumed. Below 0 once more went wrong than was allowed. */
  remaining: number | null;
  /** Mean burn rate of the window so far. */
  burnRate: number | null;
  /** Length of the window without what is left out, seconds. */
  periodSeconds: number;
  /** Length of a full outage that the budget allows, seconds. */
  budgetSeconds: number;
  /** The same of what is used up. */
  errorSeconds: number | null;
  /** The same of what remains; below 0 once it is exhausted. */
  remainingSeconds: number | null;
}

/**
 * The error budget of an objective in a window.
 *
 * In a rolling window the budget is of what was measured. In a calendar window it is of the whole window, also before its end:
 * slices to come are known by the clock, events to come are estimated by the pace so far, and marked so.
 *
 * Source: The Site Reliability Workbook, chapters 2 and 5; OpenSLO v1 for the methods.
 */
export function computeBudget(input: SloBudgetInput): SloBudget {
  const { method, target, tally, span } = input;
  const { good, total: n } = sloUnitsOf(tally, method);
  const bad = withoutArtefacts(Math.max(0, n - good));
  const allowedShare = errorBudgetOf(target);
  const whole = wholeWindow(input, n);
  const budget =
    whole.total === null ? null : withoutArtefacts(allowedShare * whole.total);
  const exactly = budget === null ? null : bad / budget;
  const consumed = exactly === null ? null : withoutArtefacts(exactly);
  const remaining = consumed === null ? null : withoutArtefacts(1 - consumed);
  const periodSeconds =
    (span.to - span.from) / 1_000 -
    spanSeconds(clipSpans(input.excluded ?? [], span));
  const budgetSeconds = withoutArtefacts(allowedShare * periodSeconds);
  const errorSeconds =
    exactly === null ? null : withoutArtefacts(exactly * budgetSeconds);
  const minimum =
    input.minimum ??
    minimumSample({
      method,
      target,
      timeSliceSeconds: input.timeSliceSeconds,
      periodSeconds,
    });

  return {
    state: budgetStateOf({ n, minimum, remaining, alerting: input.alerting }),
    method,
    target,
    unit: sloUnitOf(method),
    n,
    minimum,
    good,
    bad,
    attainment: attainmentOf(tally, method),
    total: whole.total,
    totalBasis: whole.basis,
    estimated: whole.total !== null && whole.total > n,
    budget,
    consumed,
    remaining,
    burnRate: burnRate(tally, method, target),
    periodSeconds,
    budgetSeconds,
    errorSeconds,
    remainingSeconds:
      errorSeconds === null
        ? null
        : withoutArtefacts(budgetSeconds - errorSeconds),
  };
}

/**
 * The state of a budget.
 *
 * @param remaining - share of the budget that is left
 */
export function budgetStateOf({
  n,
  minimum,
  remaining,
  alerting = false,
}: {
  n: number;
  minimum: number;
  remaining: number | null;
  alerting?: boolean;
}): SloState {
  if (remaining === null || n <= 0) {
    return 'no_data';
  }
  if (n < minimum) {
    return 'thin';
  }
  if (remaining <= 0) {
    return 'exhausted';
  }
  return remaining < AT_RISK_BELOW || alerting ? 'at_risk' : 'met';
}

/** What a method counts, in the words of the API. */
export function sloUnitOf(method: BudgetingMethod): SloBudget['unit'] {
  switch (method) {
    case 'Timeslices':
      return 'slices';
    case 'RatioTimeslices':
      return 'share';
    default:
      return 'events';
  }
}

import type { SloExplanation, SloFigure } from '../client/SloApi';
import type {
  CompositeBudget,
  CompositeMember,
} from './computeCompositeBudget';
import type { SloBudget } from './computeBudget';

/** Where a budget comes from, in figures and as a formula. */
export type BudgetExplanation = Pick<SloExplanation, 'figures' | 'formula'>;

/**
 * Says where a budget comes from: the figures in the order in which the formula takes them, and the formula with these figures put in.
 * It holds no words, so that it reads the same in each language. Units are `events`, `slices`, `share` (0 to 1), `seconds` and
 * `factor`.
 */
export function explainBudget(budget: SloBudget): BudgetExplanation {
  const unit = countedUnit(budget);
  return {
    figures: [
      ...countedFigures(budget),
      { id: 'attainment', value: budget.attainment, unit: 'share' },
      { id: 'target', value: budget.target, unit: 'share' },
      ...(budget.estimated ? [expectedFigure(budget)] : []),
      { id: 'allowed', value: budget.budget, unit },
      { id: 'spent', value: budget.budget === null ? null : budget.bad, unit },
      { id: 'consumed', value: budget.consumed, unit: 'share' },
      { id: 'remaining', value: budget.remaining, unit: 'share' },
      { id: 'burn_rate', value: budget.burnRate, unit: 'factor' },
      { id: 'minimum', value: budget.minimum, unit },
      { id: 'period', value: budget.periodSeconds, unit: 'seconds' },
      { id: 'outage_allowed', value: budget.budgetSeconds, unit: 'seconds' },
      { id: 'outage_spent', value: budget.errorSeconds, unit: 'seconds' },
      { id: 'outage_left', value: budget.remainingSeconds, unit: 'seconds' },
    ],
    formula: formulaOf(budget),
  };
}

/**
 * The same of a composite: what its parts take of it. Of Timeslices, whose slices are counted as those of one objective, the budget of
 * these is to be explained instead.
 */
export function explainComposite(
  whole: CompositeBudget,
  members: readonly CompositeMember[],
): BudgetExplanation {
  const terms = whole.contributions.flatMap((consumed, place) =>
    consumed === null ? [] : { consumed, weight: members[place].weight },
  );
  const sum = terms
    .map(({ consumed, weight }) =>
      weight === 1
        ? print(consumed)
        : `${print(weight)} · ${print(consumed / weight)}`,
    )
    .join(' + ');
  return {
    figures: [
      { id: 'attainment', value: whole.attainment, unit: 'share' },
      { id: 'target', value: whole.target, unit: 'share' },
      { id: 'consumed', value: whole.consumed, unit: 'share' },
      { id: 'remaining', value: whole.remaining, unit: 'share' },
      { id: 'burn_rate', value: whole.burnRate, unit: 'factor' },
    ],
    formula:
      whole.remaining === null || terms.length === 0
        ? ''
        : `1 − (${sum}) = ${print(whole.remaining)}`,
  };
}

/** What was good, and of how many, in the words of the method. */
function countedFigures({ unit, good, n }: SloBudget): SloFigure[] {
  switch (unit) {
    case 'slices':
      return [
        { id: 'good_slices', value: good, unit: 'slices' },
        { id: 'slices', value: n, unit: 'slices' },
      ];
    case 'share':
      return [
        { id: 'ratio_sum', value: good, unit: 'slices' },
        { id: 'slices', value: n, unit: 'slices' },
      ];
    default:
      return [
        { id: 'good', value: good, unit },
        { id: 'total', value: n, unit },
      ];
  }
}

/** What is counted in the whole window with what is still to come. */
function expectedFigure(budget: SloBudget): SloFigure {
  return {
    id: budget.totalBasis === 'clock' ? 'slices_in_window' : 'expected',
    value: budget.total,
    unit: countedUnit(budget),
  };
}

/** Shares of slices are parts of slices. */
function countedUnit({ unit }: SloBudget): 'events' | 'slices' {
  return unit === 'events' ? 'events' : 'slices';
}

/** 1 − bad / ((1 − target) · total) = remaining; empty without data. */
function formulaOf({
  bad,
  target,
  total,
  remaining,
  estimated,
}: SloBudget): string {
  if (total === null || remaining === null) {
    return '';
  }
  const equals = estimated ? '≈' : '=';
  return `1 − ${print(bad)} / ((1 − ${print(target)}) · ${print(
    total,
  )}) ${equals} ${print(remaining)}`;
}

/** Whole numbers as they are, others to six digits. */
function print(value: number): string {
  const digits = Number.isInteger(value) ? value : Number(value.toPrecision(6));
  return `${digits}`.replace('-', '−');
}

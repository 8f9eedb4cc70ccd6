import type { SloExplanation, SloFigure } from '../client/SloApi';
import type { SloBudget } from './computeBudget';
import { errorBudgetOf } from './errorBudget';

/** Where a budget comes from, in figures and as a formula. */
export type BudgetExplanation = Pick<SloExplanation, 'figures' | 'formula'>;

/**
 * Says where a budget comes from: the figures in the order in which the formula takes them, and the formula with these figures put in.
 * It holds no words, so that it reads the same in each language.
 */
export function explainBudget(budget: SloBudget): BudgetExplanation {
  const { unit } = budget;
  const figures: SloFigure[] = [
    { id: 'good', value: budget.good, unit },
    { id: 'n', value: budget.n, unit },
    { id: 'bad', value: budget.bad, unit },
    { id: 'attainment', value: budget.attainment, unit: 'ratio' },
    { id: 'target', value: budget.target, unit: 'ratio' },
    { id: 'allowedShare', value: errorBudgetOf(budget.target), unit: 'ratio' },
    { id: 'total', value: budget.total, unit },
    { id: 'budget', value: budget.budget, unit },
    { id: 'consumed', value: budget.consumed, unit: 'ratio' },
    { id: 'remaining', value: budget.remaining, unit: 'ratio' },
    { id: 'burnRate', value: budget.burnRate, unit: 'factor' },
    { id: 'minimum', value: budget.minimum, unit },
    { id: 'periodSeconds', value: budget.periodSeconds, unit: 'seconds' },
    { id: 'budgetSeconds', value: budget.budgetSeconds, unit: 'seconds' },
    { id: 'errorSeconds', value: budget.errorSeconds, unit: 'seconds' },
    { id: 'remainingSeconds', value: budget.remainingSeconds, unit: 'seconds' },
  ];
  return { figures, formula: formulaOf(budget) };
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

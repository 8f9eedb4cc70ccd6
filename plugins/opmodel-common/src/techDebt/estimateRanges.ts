import type { DebtEstimate } from './debtItem';

/** One of the inputs that an item is priced by. */
export type DebtEstimateField = keyof DebtEstimate;

/** What an input is counted in. `points` are of the scale that the input is on. */
export type DebtEstimateUnit = 'person_days' | 'per_month' | 'points';

/** What an input may be, both ends included. */
export interface EstimateRange {
  unit: DebtEstimateUnit;
  minimum: number;
  maximum: number;
}

const risk: EstimateRange = { unit: 'points', minimum: 1, maximum: 5 };
const delay: EstimateRange = { unit: 'points', minimum: 1, maximum: 20 };

/**
 * What each input may be. The least principal and frequency are far below what anybody estimates (a thousandth of a day is half a
 * minute, a thousandth of a month once in 83 years); they are there because prices divide by them.
 */
export const estimateRanges: Readonly<
  Record<DebtEstimateField, EstimateRange>
> = {
  principalDays: { unit: 'person_days', minimum: 0.001, maximum: 100_000 },
  interestDays: { unit: 'person_days', minimum: 0, maximum: 100_000 },
  occurrencesPerMonth: { unit: 'per_month', minimum: 0.001, maximum: 100_000 },
  impact: risk,
  likelihood: risk,
  businessValue: delay,
  timeCriticality: delay,
  riskReduction: delay,
};

/** The inputs in the order in which they are asked for. */
export const debtEstimateFields = Object.keys(
  estimateRanges,
) as DebtEstimateField[];

/** The points of WSJF's scale, on which each step is about a half more than the one before. */
export const wsjfPoints = [1, 2, 3, 5, 8, 13, 20] as const;

/** An estimate of which nothing is known. */
export const noEstimate: Readonly<DebtEstimate> = {
  principalDays: null,
  interestDays: null,
  occurrencesPerMonth: null,
  impact: null,
  likelihood: null,
  businessValue: null,
  timeCriticality: null,
  riskReduction: null,
};

/** Whether a value is one that the input may be. */
export function isInEstimateRange(
  field: DebtEstimateField,
  value: number,
): boolean {
  const { minimum, maximum } = estimateRanges[field];
  return value >= minimum && value <= maximum;
}

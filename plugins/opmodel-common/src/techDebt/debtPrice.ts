import type { DebtEstimate } from './debtItem';
import {
  type DebtEstimateField,
  type DebtEstimateUnit,
  estimateRanges,
  isInEstimateRange,
} from './estimateRanges';

/** What a price or one of its terms is counted in. `score`: nothing but an order, of items priced alike. */
export type DebtPriceUnit =
  | DebtEstimateUnit
  | 'person_days_per_month'
  | 'months'
  | 'score';

/** One number that a price is made of. */
export interface PriceTerm {
  id: DebtEstimateField;
  value: number;
  unit: DebtEstimateUnit;
}

/** A price with its arithmetic. */
export interface ScoredPrice {
  state: 'scored';
  value: number;
  unit: DebtPriceUnit;
  /** What it is made of, in the order in which the formula takes it. */
  terms: readonly PriceTerm[];
  /** The formula with the terms put in, such as `4 × 3 = 12`. It holds no words, so that it reads the same in each language. */
  formula: string;
}

/** No price: an input is missing. It is neither 0 nor the last in an order. */
export interface UnscoredPrice {
  state: 'not_scored';
  /** The inputs that nobody estimated, or of which stands what they cannot be; at least one. */
  missing: readonly DebtEstimateField[];
}

/** A price with its arithmetic, or which inputs it would take. */
export type DebtPrice = ScoredPrice | UnscoredPrice;

/** How a price comes from its terms: a value, and the formula without what it comes to. */
export interface PriceRule<Field extends DebtEstimateField> {
  fields: readonly Field[];
  unit: DebtPriceUnit;
  compute: (terms: Record<Field, number>) => number;
  print: (terms: Record<Field, string>) => string;
}

/** Prices by a rule, or says which of its inputs are missing. */
export function priceBy<Field extends DebtEstimateField>(
  { fields, unit, compute, print }: PriceRule<Field>,
  estimate: DebtEstimate,
): DebtPrice {
  const missing = fields.filter(field => !isKnown(field, estimate[field]));
  if (missing.length > 0) {
    return { state: 'not_scored', missing };
  }
  const values = {} as Record<Field, number>;
  const texts = {} as Record<Field, string>;
  for (const field of fields) {
    values[field] = estimate[field]!;
    texts[field] = printNumber(values[field]);
  }
  const value = compute(values);
  return {
    state: 'scored',
    value,
    unit,
    terms: fields.map(id => ({
      id,
      value: values[id],
      unit: estimateRanges[id].unit,
    })),
    formula: `${print(texts)} ${printResult(value)}`,
  };
}

/** A number as formulas show it: to six digits, without any that say nothing. */
export function printNumber(value: number): string {
  return String(Number(value.toPrecision(6))).replace('-', '−');
}

/** `= 3.2`, or `≈ 3.33333` where digits were left out. */
export function printResult(value: number): string {
  const printed = Number(value.toPrecision(6));
  const isExact = Math.abs(printed - value) <= Math.abs(value) * 1e-12;
  return `${isExact ? '=' : '≈'} ${printNumber(value)}`;
}

function isKnown(field: DebtEstimateField, value: number | null): boolean {
  return value !== null && isInEstimateRange(field, value);
}

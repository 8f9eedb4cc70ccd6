/** Digits that floating point keeps through a few calculations. */
const SIGNIFICANT_DIGITS = 12;

/** A number without what floating point adds to it: 0.001 rather than 0.0010000000000000009. */
export function withoutArtefacts(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

/**
 * The share of everything that may be bad: 1 − target.
 *
 * @param target - 0 up to and without 1
 */
export function errorBudgetOf(target: number): number {
  return withoutArtefacts(1 - target);
}

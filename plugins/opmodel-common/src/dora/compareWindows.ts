/** A number against the same number of the previous window. */
export interface WindowComparison {
  /** (current − previous) / previous. */
  ratio: number;
  direction: 'better' | 'worse' | 'same';
}

/** A relative change smaller than this is "same". */
const SAME_WITHIN = 0.02;

/**
 * Compares a number with that of the previous window.
 *
 * @param betterWhen - which way is an improvement
 * @returns null where either is missing, or the previous one is zero, so that no ratio exists
 */
export function compareWindows(
  current: number | null,
  previous: number | null,
  betterWhen: 'lower' | 'higher',
): WindowComparison | null {
  if (current === null || previous === null || previous === 0) {
    return null;
  }
  const ratio = (current - previous) / previous;
  if (Math.abs(ratio) < SAME_WITHIN) {
    return { ratio, direction: 'same' };
  }
  const improved = betterWhen === 'lower' ? ratio < 0 : ratio > 0;
  return { ratio, direction: improved ? 'better' : 'worse' };
}

/** Decimals that amounts are told with at most. */
const DECIMALS = 2;

/** What an amount counts as once it is told: 1.004 reads as 1, and is one month rather than several. */
export function toldCount(amount: number): number {
  return Number(amount.toFixed(DECIMALS));
}

/** Longest pause after the first failure. Milliseconds. */
const FIRST_PAUSE = 30_000;
/** Longest pause after any number of failures. Milliseconds. */
const LONGEST_PAUSE = 60 * 60_000;

/**
 * When to try again after failures: after a random part of a pause that doubles with each of them, from 30 seconds to an hour. The
 * chance keeps collectors that failed together from coming back together.
 *
 * @param options - `failures`: how many in a row, at least 1; `retryAt`: before it the outside system asks not to be asked again;
 *   `now` and `retryAt` in epoch milliseconds; `random` from 0 up to but not 1
 * @returns epoch milliseconds
 */
export function nextAttemptAfter(options: {
  failures: number;
  retryAt?: number;
  now: number;
  random: () => number;
}): number {
  const { failures, retryAt, now, random } = options;
  // Beyond this the pause is longest anyway, and the power stays finite.
  const doublings = Math.min(failures - 1, 20);
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** doublings);
  return Math.max(now + Math.floor(random() * pause), retryAt ?? 0);
}

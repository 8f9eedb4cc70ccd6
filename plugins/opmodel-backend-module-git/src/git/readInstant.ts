// The years 1970 to 9999. Anything else is a broken object rather than a date.
const lastSecond = 253_402_300_799;

/**
 * Reads a date as git prints it.
 *
 * @param seconds - since the epoch
 * @returns epoch milliseconds; null for what cannot be a date
 */
export function readInstant(seconds: string): number | null {
  const value = Number(seconds);
  return Number.isInteger(value) && value > 0 && value <= lastSecond
    ? value * 1000
    : null;
}

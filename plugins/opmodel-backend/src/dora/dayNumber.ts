const DAY_MILLISECONDS = 86_400_000;

/** The number of an ISO day since 1970-01-01. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MILLISECONDS;
}

/** The ISO day of a number since 1970-01-01. */
export function dayOfNumber(number: number): string {
  return new Date(number * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

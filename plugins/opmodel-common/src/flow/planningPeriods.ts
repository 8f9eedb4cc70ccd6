/** A period that work is committed to. Days are ISO days, both included. */
export interface PlanningPeriod {
  period: string;
  /** Null, as `to`: nobody said when the period is. */
  from: string | null;
  to: string | null;
}

/** An iteration of the organisation's calendar. */
export interface Iteration {
  name: string;
  from: string;
  to: string;
}

const quarterName = /^(\d{4})-Q([1-4])$/;

/** First and last day of each quarter within its year; the year never changes them. */
const quarterDays = [
  { from: '01-01', to: '03-31' },
  { from: '04-01', to: '06-30' },
  { from: '07-01', to: '09-30' },
  { from: '10-01', to: '12-31' },
] as const;

/** Names of years that nobody plans in, such as `9999-Q4` for "some day", are names like any other. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/**
 * When a period is: that of the configured iteration of its name, else for a name such as `2026-Q3` the quarter of the calendar
 * year, from 1970 to 2199, else not known. Whatever the name is, it never fails: the name comes from whoever committed the work.
 */
export function resolvePeriod(
  period: string,
  iterations: readonly Iteration[] = [],
): PlanningPeriod {
  const iteration = iterations.find(({ name }) => name === period);
  if (iteration) {
    return { period, from: iteration.from, to: iteration.to };
  }
  const [, year, number] = quarterName.exec(period) ?? [];
  const quarter = quarterDays[Number(number) - 1];
  return quarter && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR
    ? {
        period,
        from: `${year}-${quarter.from}`,
        to: `${year}-${quarter.to}`,
      }
    : { period, from: null, to: null };
}

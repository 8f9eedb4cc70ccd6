import { addDays } from '../calendar/days';

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

/**
 * When a period is: that of the configured iteration of its name, else for a name such as `2026-Q3` the quarter of the calendar
 * year, else not known.
 */
export function resolvePeriod(
  period: string,
  iterations: readonly Iteration[] = [],
): PlanningPeriod {
  const iteration = iterations.find(({ name }) => name === period);
  if (iteration) {
    return { period, from: iteration.from, to: iteration.to };
  }
  const quarter = quarterName.exec(period);
  if (!quarter) {
    return { period, from: null, to: null };
  }
  const year = Number(quarter[1]);
  const firstMonth = (Number(quarter[2]) - 1) * 3 + 1;
  const firstOfNext =
    firstMonth === 10 ? firstDay(year + 1, 1) : firstDay(year, firstMonth + 3);
  return {
    period,
    from: firstDay(year, firstMonth),
    to: addDays(firstOfNext, -1),
  };
}

function firstDay(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(
    2,
    '0',
  )}-01`;
}

import { addDays, weekOf, type WeekStart } from '../calendar/days';

/** How long the periods of a report are. */
export type DebtGrain = 'day' | 'week' | 'month';

/** One period of a report. First and last ISO day, both included. */
export interface DebtPeriod {
  from: string;
  to: string;
}

/**
 * The periods of a window, oldest first. The first and the last are cut off where the window begins and ends, so that they add up to it.
 *
 * @param window - first and last ISO day, both included
 */
export function debtPeriods(
  window: { from: string; to: string },
  grain: DebtGrain,
  weekStart: WeekStart = 'monday',
): DebtPeriod[] {
  const periods: DebtPeriod[] = [];
  for (let from = window.from; from <= window.to; ) {
    const last = lastDayOf(from, grain, weekStart);
    const to = last < window.to ? last : window.to;
    periods.push({ from, to });
    from = addDays(to, 1);
  }
  return periods;
}

/** The place of the period that holds a day, of periods that follow one another; -1 where it lies before or after all of them. */
export function placeOfPeriod(
  periods: readonly DebtPeriod[],
  day: string,
): number {
  let low = 0;
  let high = periods.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (day < periods[middle].from) {
      high = middle - 1;
    } else if (day > periods[middle].to) {
      low = middle + 1;
    } else {
      return middle;
    }
  }
  return -1;
}

function lastDayOf(
  day: string,
  grain: DebtGrain,
  weekStart: WeekStart,
): string {
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return addDays(weekOf(day, weekStart), 6);
    default: {
      // Whatever month it is, 31 days after its first the next one has begun.
      const next = addDays(`${day.slice(0, 7)}-01`, 31);
      return addDays(`${next.slice(0, 7)}-01`, -1);
    }
  }
}

import {
  addDays,
  countDays,
  weekOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DaySpan } from '../../catalog/ComponentSelection';

/** Length of a step of a series. */
export type SeriesInterval = 'day' | 'week' | 'month';

/** The last days of the days, weeks or months that a span touches, oldest first; the last one ends with the span. */
export function stepDays(
  { from, to }: DaySpan,
  interval: SeriesInterval,
): string[] {
  const days = Array.from(
    { length: Math.max(0, countDays(from, to)) },
    (_, day) => addDays(from, day),
  );
  return days.filter(
    day =>
      day === to || keyOf(day, interval) !== keyOf(addDays(day, 1), interval),
  );
}

function keyOf(day: string, interval: SeriesInterval): string {
  switch (interval) {
    case 'week':
      return weekOf(day);
    case 'month':
      return day.slice(0, 7);
    default:
      return day;
  }
}

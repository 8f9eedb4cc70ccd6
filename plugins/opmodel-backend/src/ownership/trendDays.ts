import { addDays, countDays } from '@opmodel/backstage-plugin-opmodel-common';
import type { DaySpan } from '../catalog/ComponentSelection';

/** Points that a trend has at most: a year by weeks. */
const MAXIMUM_POINTS = 53;

/** The days at which a trend is told: equally far apart, the last day of the span among them. */
export function trendDays({ from, to }: DaySpan): string[] {
  const days = countDays(from, to);
  const step = Math.ceil(days / MAXIMUM_POINTS);
  const points = Math.floor((days - 1) / step) + 1;
  return Array.from({ length: points }, (_, point) =>
    addDays(to, (point - points + 1) * step),
  );
}

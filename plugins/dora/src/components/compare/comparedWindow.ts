import type { ReportWindow } from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type { Comparison } from '../../hooks/useCompareParam';

/** The days that a window is compared with. */
export function comparedWindow(
  comparison: Comparison,
  window: ReportWindow,
): { from: string; to: string } {
  switch (comparison.with) {
    case 'previous':
      return window.previous;
    case 'last-year':
      return {
        from: yearBefore(window.from),
        to: yearBefore(window.to),
      };
    default:
      return { from: comparison.from, to: comparison.to };
  }
}

/** The 29th of February has the 28th a year before. */
function yearBefore(day: string): string {
  return DateTime.fromISO(day).minus({ years: 1 }).toISODate()!;
}

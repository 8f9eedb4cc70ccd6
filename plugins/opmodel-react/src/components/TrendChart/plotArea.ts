/** Width of the axis at the left of a panel. Pixels. */
export const Y_AXIS_WIDTH = 52;
/** Space at the right of a panel. Pixels. */
export const PLOT_MARGIN = 8;
/** Height of the legend above a panel. Pixels. */
export const LEGEND_HEIGHT = 24;

const DAY_MS = 86_400_000;

/**
 * Where a day begins within the weeks of a chart, each of one width.
 *
 * @param weeks - first days of weeks in order, without gaps
 * @returns 0 at the beginning of the first week, 1 at the end of the last one; never outside
 */
export function placeOfDay(day: string, weeks: readonly string[]): number {
  if (weeks.length === 0) {
    return 0;
  }
  const days = (Date.parse(day) - Date.parse(weeks[0])) / DAY_MS;
  return Math.min(1, Math.max(0, days / (7 * weeks.length)));
}

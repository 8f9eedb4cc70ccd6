import type { BurnDownDay } from '@opmodel/backstage-plugin-opmodel-common';

/** How many lengths of the campaign a projected day may lie behind it and still be drawn: further off, the line would be a stub. */
const FURTHEST = 1;

/** The beginning of an ISO day as a place on the axis. Epoch milliseconds. */
export function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/**
 * The days that a burn-down shows: those that are counted, until the target date and, where that is not too far off, the projected
 * day. Epoch milliseconds.
 */
export function drawnSpan(
  points: readonly Pick<BurnDownDay, 'day'>[],
  targetOn: string,
  projectedOn: string | null,
): { from: number; to: number } {
  const times = points.map(({ day }) => timeOf(day));
  const from = Math.min(...times);
  const counted = Math.max(...times, timeOf(targetOn));
  const projected = projectedOn === null ? counted : timeOf(projectedOn);
  const isNear = projected - counted <= FURTHEST * (counted - from);
  return { from, to: isNear ? Math.max(counted, projected) : counted };
}

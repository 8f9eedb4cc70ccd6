import { addDays, countDays } from '@opmodel/backstage-plugin-opmodel-common';
import type { DaySpan } from './DoraStore';

/**
 * The days of a span on which a component is known to deploy and belongs to the scope.
 *
 * @param firstDeploymentDay - the component is known from this day on
 * @param owned - when it belonged to the scope; `toDay` is the first day on which it no longer did, null while it does.
 *   Absent: all the time
 */
export function countKnownDays(
  span: DaySpan,
  firstDeploymentDay: string,
  owned: { fromDay: string; toDay: string | null }[] = [
    { fromDay: span.from, toDay: null },
  ],
): number {
  return owned.reduce((days, { fromDay, toDay }) => {
    const from = [span.from, firstDeploymentDay, fromDay].sort().at(-1)!;
    const lastOwned = toDay === null ? span.to : addDays(toDay, -1);
    const to = lastOwned < span.to ? lastOwned : span.to;
    return from <= to ? days + countDays(from, to) : days;
  }, 0);
}

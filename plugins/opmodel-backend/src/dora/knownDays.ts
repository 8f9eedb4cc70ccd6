import { addDays, countDays } from '@opmodel/backstage-plugin-opmodel-common';
import type { DaySpan, EmptyDaysFrom } from './DoraStore';

/**
 * The days of a span on which a component is known to deploy and belongs to the scope. Days that count for nothing are not
 * among them.
 *
 * @param known - `firstDeploymentDay`: the component is known from this day on, unless `emptyDaysFrom` takes the whole span;
 *   `owned`: when it belonged to the scope, with `toDay` the first day on which it no longer did, null while it does; absent:
 *   all the time; `excludedDays`: ISO days
 */
export function countKnownDays(
  span: DaySpan,
  known: {
    firstDeploymentDay: string;
    emptyDaysFrom: EmptyDaysFrom;
    owned?: { fromDay: string; toDay: string | null }[];
    excludedDays?: readonly string[];
  },
): number {
  const owned = known.owned ?? [{ fromDay: span.from, toDay: null }];
  return owned.reduce((days, { fromDay, toDay }) => {
    const from = [
      span.from,
      fromDay,
      ...(known.emptyDaysFrom === 'window' ? [] : [known.firstDeploymentDay]),
    ]
      .sort()
      .at(-1)!;
    const lastOwned = toDay === null ? span.to : addDays(toDay, -1);
    const to = lastOwned < span.to ? lastOwned : span.to;
    if (from > to) {
      return days;
    }
    const excluded = (known.excludedDays ?? []).filter(
      day => day >= from && day <= to,
    );
    return days + countDays(from, to) - excluded.length;
  }, 0);
}

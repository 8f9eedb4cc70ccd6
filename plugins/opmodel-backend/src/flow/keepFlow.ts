import {
  type BuildRun,
  dayOf,
  type FlowItem,
  secondsIn,
  type WorkingCalendar,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { FlowResult } from './FlowResult';

/** How many items of an entity stand in one state now. */
export interface Stock {
  /** `state:active` and the like. */
  metric: string;
  count: number;
}

/** What is kept of a result, with what the days that are not kept still tell. */
export interface KeptFlow extends Omit<FlowResult, 'keptSince'> {
  stocks: Stock[];
  /** From when on the entity is known to report work, or builds: the first day, or the first one that is kept. Null: it never has. */
  firstItemDay: string | null;
  firstBuildDay: string | null;
}

/**
 * Leaves out the days that are not kept, and what ended on them. What stands where now counts all items, so that the kept days,
 * reckoned backwards from now, stay right. What happened before is unknown, never zero.
 */
export function keepFlow({ keptSince = '', ...result }: FlowResult): KeptFlow {
  const { zone } = result;
  const stocks = new Map<string, number>();
  for (const { metric, count } of result.days) {
    if (metric.startsWith('state:')) {
      stocks.set(metric, (stocks.get(metric) ?? 0) + count);
    }
  }
  const isItemKept = ({ completedAt, cancelledAt }: FlowItem) => {
    const endedAt = completedAt ?? cancelledAt;
    return endedAt === null || dayOf(endedAt, zone) >= keptSince;
  };
  const isRunKept = ({ at }: BuildRun) =>
    at === null || dayOf(at, zone) >= keptSince;
  const firstDay = (isOf: (metric: string) => boolean) => {
    const first = result.days
      .filter(({ metric }) => isOf(metric))
      .map(({ day }) => day)
      .sort()[0];
    if (first === undefined) {
      return null;
    }
    return first < keptSince ? keptSince : first;
  };
  return {
    ...result,
    items: result.items.filter(isItemKept),
    runs: result.runs.filter(isRunKept),
    days: result.days.filter(({ day }) => day >= keptSince),
    periods: result.periods.filter(
      ({ to, lastDay }) => (to ?? lastDay) >= keptSince,
    ),
    stocks: [...stocks]
      .filter(([, count]) => count !== 0)
      .map(([metric, count]) => ({ metric, count })),
    firstItemDay: firstDay(metric => metric === 'arrived'),
    firstBuildDay: firstDay(metric => metric === 'builds'),
  };
}

/**
 * How long an item was blocked, as its row tells it: of one that is not completed, so far as it is over.
 *
 * @param workingTime - counts only what lies on working days; absent: all time counts
 * @returns seconds; null where its states are not known
 */
export function blockedSecondsOf(
  item: FlowItem,
  workingTime?: WorkingCalendar,
): number | null {
  if (item.completedAt !== null) {
    return item.blockedSeconds;
  }
  return item.hasStates || item.everBlocked
    ? secondsIn(item.phases, 'blocked', { workingTime })
    : null;
}

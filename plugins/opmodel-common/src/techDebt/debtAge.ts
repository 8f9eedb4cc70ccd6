import { countDays, dayOf } from '../calendar/days';
import { quantile } from '../statistics/quantile';
import type { DebtItem } from './debtItem';
import { isEndedDebt, isOpenDebt } from './debtStatusMachine';

/** How old an item is, and what of it is overdue. Days are those of the calendar: what was filed today is 0 days old. */
export interface DebtAge {
  /** From the day on which it was filed until today, or until it was paid or given up. */
  days: number;
  /** Since it stands where it stands. */
  daysInStatus: number;
  /**
   * Days since its target date; null where it has none or it is not over. An accepted item has until its acceptance ends, and one that
   * has ended is not overdue.
   */
  daysOverdue: number | null;
  /** Days since somebody should have looked at it again; null where nobody should have, and once it has ended. */
  daysSinceReview: number | null;
}

/** What of an item its age depends on. */
export type AgingItem = Pick<
  DebtItem,
  | 'status'
  | 'createdAt'
  | 'statusSince'
  | 'resolvedAt'
  | 'targetDate'
  | 'reviewDate'
>;

/**
 * How old an item is. An item may be due on a day: it is overdue from the day after.
 *
 * @param now - epoch milliseconds
 * @param zone - IANA zone of the organisation
 */
export function debtAge(item: AgingItem, now: number, zone: string): DebtAge {
  const today = dayOf(now, zone);
  const hasEnded = isEndedDebt(item.status);
  const until = hasEnded ? dayOf(item.resolvedAt ?? now, zone) : today;
  return {
    days: daysBetween(dayOf(item.createdAt, zone), until),
    daysInStatus: daysBetween(dayOf(item.statusSince, zone), today),
    daysOverdue: isOpenDebt(item.status)
      ? daysOver(item.targetDate, today)
      : null,
    daysSinceReview: hasEnded ? null : daysOver(item.reviewDate, today),
  };
}

/** Ages of the items of a scope that are still owed, accepted ones included. */
export interface DebtAges {
  /** Items that are still owed. */
  items: number;
  /** Days, of all of them; null without items. */
  medianDays: number | null;
  oldestDays: number | null;
  /** Items whose target date is over. */
  overdue: number;
  /** Items that are to be paid and have no target date, so that they never get overdue. */
  withoutTarget: number;
  /** Items that somebody should have looked at again. */
  reviewOverdue: number;
}

/** Ages of the items of a scope; those that have ended are left out. */
export function summariseDebtAges(
  items: readonly AgingItem[],
  now: number,
  zone: string,
): DebtAges {
  const standing = items.filter(({ status }) => !isEndedDebt(status));
  const ages = standing.map(item => debtAge(item, now, zone));
  const days = ages.map(age => age.days);
  return {
    items: standing.length,
    medianDays: quantile(days, 0.5),
    oldestDays: quantile(days, 1),
    overdue: ages.filter(({ daysOverdue }) => daysOverdue !== null).length,
    withoutTarget: standing.filter(
      ({ status, targetDate }) => isOpenDebt(status) && targetDate === null,
    ).length,
    reviewOverdue: ages.filter(
      ({ daysSinceReview }) => daysSinceReview !== null,
    ).length,
  };
}

function daysOver(day: string | null, today: string): number | null {
  return day !== null && day < today ? daysBetween(day, today) : null;
}

/** Clocks may disagree, and nothing is younger than today. */
function daysBetween(from: string, to: string): number {
  return Math.max(0, countDays(from, to) - 1);
}

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

/** How old the items of a scope are that are still owed, accepted ones included. Days; null without items. */
export interface DebtAges {
  /** Half of them are as old as this or older. */
  medianDays: number | null;
  oldestDays: number | null;
}

/**
 * How old items are.
 *
 * @param filed - when the oldest item was filed, and the one or two in the middle of all by that; epoch milliseconds, undefined without
 *   items
 * @param now - epoch milliseconds
 * @param zone - IANA zone of the organisation
 */
export function tellDebtAges(
  filed: { oldest: number; middle: readonly number[] } | undefined,
  now: number,
  zone: string,
): DebtAges {
  if (!filed) {
    return { medianDays: null, oldestDays: null };
  }
  const today = dayOf(now, zone);
  const ageOf = (createdAt: number) =>
    daysBetween(dayOf(createdAt, zone), today);
  return {
    medianDays: quantile(filed.middle.map(ageOf), 0.5),
    oldestDays: ageOf(filed.oldest),
  };
}

function daysOver(day: string | null, today: string): number | null {
  return day !== null && day < today ? daysBetween(day, today) : null;
}

/** Clocks may disagree, and nothing is younger than today. */
function daysBetween(from: string, to: string): number {
  return Math.max(0, countDays(from, to) - 1);
}

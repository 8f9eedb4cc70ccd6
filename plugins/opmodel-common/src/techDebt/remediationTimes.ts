import { addDays, countDays, dayOf } from '../calendar/days';
import { type DebtItem, debtSeverities, type DebtSeverity } from './debtItem';

/** Days within which an item of a severity is to be remedied, whole and above 0. */
export type RemediationDays = Readonly<Record<DebtSeverity, number>>;

/**
 * The days that hold where nothing is configured. High, medium and low are those of FedRAMP's continuous monitoring (30, 90 and 180
 * days for high, moderate and low); it gives critical ones 30 as well, for which security policies mostly ask for 7.
 */
export const ordinaryRemediationDays: RemediationDays = {
  critical: 7,
  high: 30,
  medium: 90,
  low: 180,
};

/**
 * How an item stands to its remediation time.
 *
 * - `within`, `overdue`: it is to be paid, and there is still time, or none is left
 * - `accepted`: it may stay for a while, whatever its remediation time is
 * - `in_time`, `late`: it was paid
 * - `given_up`: it never will be paid
 */
export type RemediationState =
  | 'within'
  | 'overdue'
  | 'accepted'
  | 'in_time'
  | 'late'
  | 'given_up';

/** The remediation time of an item, and how the item stands to it. */
export interface RemediationTime {
  severity: DebtSeverity;
  /** Days that its severity gives. */
  days: number;
  /** Last ISO day on which it is in time. */
  dueDay: string;
  state: RemediationState;
  /** Days after the due day, until today or until it was paid; null unless it is `overdue` or `late`. */
  daysOver: number | null;
  /** Days that are left after today, 0 on the due day; null unless it is `within`. */
  daysLeft: number | null;
}

/** What of an item its remediation time depends on. */
export type RemediedItem = Pick<
  DebtItem,
  'severity' | 'status' | 'createdAt' | 'resolvedAt'
>;

/**
 * The remediation time of an item: its days begin after the day on which it was filed, also where it was reopened since, because what came
 * back was not remedied.
 *
 * @param now - epoch milliseconds
 * @param zone - IANA zone of the organisation
 * @returns null for an item without a severity
 * @throws RangeError for days that are not whole and above 0
 */
export function remediationTime(
  { severity, status, createdAt, resolvedAt }: RemediedItem,
  now: number,
  zone: string,
  remediationDays: RemediationDays = ordinaryRemediationDays,
): RemediationTime | null {
  checkDays(remediationDays);
  if (severity === null) {
    return null;
  }
  const days = remediationDays[severity];
  const dueDay = addDays(dayOf(createdAt, zone), days);
  const time = { severity, days, dueDay, daysOver: null, daysLeft: null };
  switch (status) {
    case 'accepted':
      return { ...time, state: 'accepted' };
    case 'wont_fix':
      return { ...time, state: 'given_up' };
    case 'resolved': {
      const over = daysAfter(dueDay, dayOf(resolvedAt ?? now, zone));
      return over > 0
        ? { ...time, state: 'late', daysOver: over }
        : { ...time, state: 'in_time' };
    }
    default: {
      const over = daysAfter(dueDay, dayOf(now, zone));
      return over > 0
        ? { ...time, state: 'overdue', daysOver: over }
        : { ...time, state: 'within', daysLeft: -over || 0 };
    }
  }
}

/** An item whose remediation time is over. */
export interface RemediationBreach<Item> {
  item: Item;
  time: RemediationTime & { daysOver: number };
}

/** The items that are to be paid and whose remediation time is over: the most severe first, of these the one that is over longest. */
export function listRemediationBreaches<Item extends RemediedItem>(
  items: readonly Item[],
  now: number,
  zone: string,
  remediationDays: RemediationDays = ordinaryRemediationDays,
): RemediationBreach<Item>[] {
  return items
    .flatMap(item => {
      const time = remediationTime(item, now, zone, remediationDays);
      return time?.state === 'overdue' && time.daysOver !== null
        ? [{ item, time: { ...time, daysOver: time.daysOver } }]
        : [];
    })
    .sort(
      (a, b) =>
        debtSeverities.indexOf(a.time.severity) -
          debtSeverities.indexOf(b.time.severity) ||
        b.time.daysOver - a.time.daysOver,
    );
}

/** Below 0 where the day lies before. */
function daysAfter(dueDay: string, day: string): number {
  return countDays(dueDay, day) - 1;
}

function checkDays(remediationDays: RemediationDays): void {
  for (const severity of debtSeverities) {
    const days = remediationDays[severity];
    if (!Number.isInteger(days) || days < 1) {
      throw new RangeError(
        `The remediation time of '${severity}' must be whole days above 0, got ${days}`,
      );
    }
  }
}

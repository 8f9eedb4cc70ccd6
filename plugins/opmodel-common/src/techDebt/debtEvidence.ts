import { countDays, dayOf } from '../calendar/days';

/** A check that an item is linked to and that fails on an entity of the item. */
export interface FailingCheckEvidence {
  /** Such as `scorecard:default/readiness#has-owner`. */
  checkRef: string;
  /** What the check is called. */
  title: string;
  entityRef: string;
  /** Epoch milliseconds since when it fails without a pause. */
  failingSince: number;
}

/** What an SLO that an item is linked to spent of its error budget. */
export interface ErrorBudgetEvidence {
  /** Such as `slo:default/checkout`. */
  sloRef: string;
  title: string;
  /** Share of the window that may be bad, as time: what the budget comes to if all of it is spent at once. Seconds; null: not known. */
  allowedSeconds: number | null;
  /** The part of it that was spent, 0 or more; above it once the budget is exhausted. Seconds; null: it was not measured. */
  spentSeconds: number | null;
}

/** What is measured of an item beside the hours that teams reported; each in its own unit. */
export interface DebtEvidence {
  /** From the one that has failed longest. */
  failingChecks: readonly (FailingCheckEvidence & {
    /** Whole days; 0: it began to fail today. */
    days: number;
  })[];
  /** From the one that spent most; what was not measured comes last. */
  errorBudgets: readonly (ErrorBudgetEvidence & {
    /** Spent by allowed, 0 or more; null where one of both is not known. */
    consumed: number | null;
  })[];
}

/**
 * What is measured of an item beside the hours that teams reported. Days of failing and seconds of error budget are no person-days:
 * nothing turns them into interest, and nothing adds them up over checks or objectives, which overlap.
 *
 * @param now - epoch milliseconds
 * @param zone - IANA zone in which days are counted; a check that began to fail today has failed for 0 days
 */
export function gatherDebtEvidence(
  checks: readonly FailingCheckEvidence[],
  budgets: readonly ErrorBudgetEvidence[],
  now: number,
  zone: string,
): DebtEvidence {
  const today = dayOf(now, zone);
  const failingChecks = checks
    .filter(({ failingSince }) => failingSince <= now)
    .map(check => ({
      ...check,
      days: countDays(dayOf(check.failingSince, zone), today) - 1,
    }))
    .sort((a, b) => a.failingSince - b.failingSince);
  const errorBudgets = budgets
    .map(budget => ({ ...budget, consumed: consumedOf(budget) }))
    .sort((a, b) => (b.spentSeconds ?? -1) - (a.spentSeconds ?? -1));
  return { failingChecks, errorBudgets };
}

function consumedOf({
  spentSeconds,
  allowedSeconds,
}: ErrorBudgetEvidence): number | null {
  return spentSeconds === null || !allowedSeconds
    ? null
    : spentSeconds / allowedSeconds;
}

import { countDays, dayOf } from '../calendar/days';

/** A check that an item is linked to and that fails. */
export interface FailingCheckEvidence {
  /** Such as `scorecard:default/readiness#has-owner`. */
  checkRef: string;
  entityRef: string;
  /** Epoch milliseconds since when it fails without a pause. */
  failingSince: number;
}

/** What an SLO that an item is linked to spent of its error budget. */
export interface ErrorBudgetEvidence {
  /** Such as `slo:default/checkout`. */
  sloRef: string;
  /** Error budget that was spent in the window, as time, 0 or more. Seconds; null: it was not measured. */
  spentSeconds: number | null;
  /** Error budget that the window has, as time. Seconds; null: not known. */
  allowedSeconds: number | null;
}

/** What is measured of an item beside the hours that teams reported; each in its own unit. */
export interface DebtEvidence {
  /** From the one that has failed longest. */
  failingChecks: readonly (FailingCheckEvidence & { days: number })[];
  /** Days since when the oldest of them fails; null: none is linked, or none fails. */
  longestFailingDays: number | null;
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
  return {
    failingChecks,
    longestFailingDays: failingChecks[0]?.days ?? null,
    errorBudgets,
  };
}

function consumedOf({
  spentSeconds,
  allowedSeconds,
}: ErrorBudgetEvidence): number | null {
  return spentSeconds === null || !allowedSeconds
    ? null
    : spentSeconds / allowedSeconds;
}

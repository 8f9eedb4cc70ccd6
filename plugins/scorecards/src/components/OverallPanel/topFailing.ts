import type {
  CheckTotals,
  ScorecardTotals,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A check with its scorecard. */
export interface FailingCheck {
  check: CheckTotals;
  totals: ScorecardTotals;
}

/** The checks that most entities fail, of scorecards that count; where none of them fails, of the others too. */
export function topFailing(
  scorecards: readonly ScorecardTotals[],
  most: number,
): FailingCheck[] {
  const failing = scorecards
    .flatMap(totals => totals.checks.map(check => ({ check, totals })))
    .filter(({ check }) => check.summary.counts.failed > 0)
    .sort(
      (a, b) => b.check.summary.counts.failed - a.check.summary.counts.failed,
    );
  const counting = failing.filter(
    ({ totals }) => totals.scorecard.countsToOverall,
  );
  return (counting.length > 0 ? counting : failing).slice(0, most);
}

import type {
  CheckTotals,
  ScorecardSummary,
  ScorecardTotals,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  toCsvTable,
  type CsvColumn,
} from '@opmodel/backstage-plugin-opmodel-react';

interface SummaryRow {
  totals: ScorecardTotals;
  check: CheckTotals;
}

const columns: ReadonlyArray<CsvColumn<SummaryRow>> = [
  ['scorecard_ref', ({ totals }) => totals.scorecard.ref],
  ['scorecard', ({ totals }) => totals.scorecard.title],
  ['version', ({ totals }) => totals.scorecard.version],
  ['check', ({ check }) => check.checkId],
  ['name', ({ check }) => check.name],
  ['category', ({ check }) => check.category],
  ['level', ({ check }) => check.level],
  ['passing', ({ check }) => check.summary.passing],
  ['judged', ({ check }) => check.summary.judged],
  ['applicable', ({ check }) => check.summary.applicable],
  ['passed', ({ check }) => check.summary.counts.passed],
  ['warning', ({ check }) => check.summary.counts.warning],
  ['failed', ({ check }) => check.summary.counts.failed],
  ['exempt', ({ check }) => check.summary.counts.exempt],
  ['not_reported', ({ check }) => check.summary.counts.not_reported],
  ['error', ({ check }) => check.summary.counts.error],
  ['bad_standard', ({ check }) => check.isBadStandard],
];

/** The totals of a selection as CSV, a row a check: refs as in the catalog, states in the names of the API. */
export function toSummaryCsv({ scorecards }: ScorecardSummary): string {
  return toCsvTable(
    columns,
    scorecards.flatMap(totals =>
      totals.checks.map(check => ({ totals, check })),
    ),
  );
}

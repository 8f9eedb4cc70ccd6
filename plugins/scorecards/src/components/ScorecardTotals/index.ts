export { CheckTotalsTable } from './CheckTotalsTable';
export { ScorecardTotalsPanel } from './ScorecardTotalsPanel';
export { toSummaryCsv } from './toSummaryCsv';

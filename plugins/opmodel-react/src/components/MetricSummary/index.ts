export { DurationSummary, type DurationSummaryProps } from './DurationSummary';
export { MetricSummarySkeleton } from './MetricSummarySkeleton';

export { TrendChart, type TrendChartProps } from './TrendChart';
export type { TrendLane, TrendPanel, TrendPeriod } from './trendPanel';

export { TrendChart, type TrendChartProps } from './TrendChart';
export type { TrendMark, TrendPanel } from './trendPanel';

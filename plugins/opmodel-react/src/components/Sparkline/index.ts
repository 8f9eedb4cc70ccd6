export { ShareBar } from './ShareBar';
export { Sparkline, type SparklineProps } from './Sparkline';

export {
  DistributionChart,
  type DistributionChartProps,
  type DistributionMark,
} from './DistributionChart';

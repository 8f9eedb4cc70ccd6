export { ChartFrame, type ChartFrameProps } from './ChartFrame';
export { ChartTable, type ChartTableContent } from './ChartTable';

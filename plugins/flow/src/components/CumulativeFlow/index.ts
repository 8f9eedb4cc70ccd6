export { CumulativeFlowPanel } from './CumulativeFlowPanel';

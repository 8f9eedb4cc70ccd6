export {
  DoraExplainDrawer,
  type DoraExplainDrawerProps,
} from './DoraExplainDrawer';
export { ExplanationBody } from './ExplanationBody';
export { MetricDrawer } from './MetricDrawer';

export {
  DoraExplainDrawer,
  type DoraExplainDrawerProps,
} from './DoraExplainDrawer';

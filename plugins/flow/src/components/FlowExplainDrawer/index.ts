export { FlowExplainDrawer } from './FlowExplainDrawer';

export { CheckExplainDrawer } from './CheckExplainDrawer';

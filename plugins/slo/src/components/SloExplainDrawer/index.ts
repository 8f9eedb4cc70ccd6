export { QueryList } from './QueryList';
export { SloExplainDrawer } from './SloExplainDrawer';

export { CoverageExplainDrawer } from './CoverageExplainDrawer';

export { EntityFlowContent } from './EntityFlowContent';

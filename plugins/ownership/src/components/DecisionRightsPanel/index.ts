export { DecisionRightsPanel } from './DecisionRightsPanel';

export { PredictabilityPanel } from './PredictabilityPanel';

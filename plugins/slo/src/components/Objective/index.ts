export { ObjectiveHistory } from './ObjectiveHistory';
export { SloBlock, SloFacts, type SloBlockProps } from './SloBlock';

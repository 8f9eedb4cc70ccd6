export * from './sloColumns';
export { SloTable } from './SloTable';
export { useSloColumnNames } from './useSloColumnNames';
export { weightiestConsequence } from './weightiestConsequence';
export { worstObjective } from './worstObjective';

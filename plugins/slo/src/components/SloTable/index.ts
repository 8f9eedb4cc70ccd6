export * from './sloColumns';
export { SloTable } from './SloTable';
export { useSloColumnNames } from './useSloColumnNames';
export { worstObjective } from './worstObjective';

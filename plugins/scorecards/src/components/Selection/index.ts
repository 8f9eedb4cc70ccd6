export * from './NothingMatches';
export { ScorecardScope, type ScorecardScopeProps } from './ScorecardScope';
export { Select } from './Select';
export { SelectionBar } from './SelectionBar';

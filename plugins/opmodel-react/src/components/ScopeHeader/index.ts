export { FreshnessNote } from './FreshnessNote';
export { ScopeHeader, type ScopeHeaderProps } from './ScopeHeader';

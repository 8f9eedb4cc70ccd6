export { ScorecardDetailPage } from './ScorecardDetailPage';

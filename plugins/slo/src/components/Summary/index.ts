export { SummaryTiles } from './SummaryTiles';
export { TierCoveragePanel } from './TierCoveragePanel';

export { CoverageTiles } from './CoverageTiles';
export { GapFilterButtons } from './GapFilterButtons';
export { PointsNote } from './PointsNote';
export { RungCoveragePanel } from './RungCoveragePanel';
export { TierCoveragePanel } from './TierCoveragePanel';

export { MetricTile, type MetricTileProps } from './MetricTile';
export { MetricTileGroup, MetricTileGroups } from './MetricTileGroup';
export { MetricTileRow, MetricTileSkeleton } from './MetricTileRow';

export { MetricTile, type MetricTileProps } from './MetricTile';
export { MetricTileRow, MetricTileSkeleton } from './MetricTileRow';

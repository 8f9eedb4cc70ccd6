import type {
  FlowMetricId,
  FlowReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import { MetricTileRow } from '@opmodel/backstage-plugin-opmodel-react';
import { AgeTile } from './AgeTile';
import { CycleTimeTile } from './CycleTimeTile';
import { EfficiencyTile } from './EfficiencyTile';
import { ThroughputTile } from './ThroughputTile';
import { WipTile } from './WipTile';

/** What a tile shows and opens. */
export interface FlowTileProps {
  report: FlowReport;
  /** Without it there is nothing to open. */
  onExplain?: (metric: FlowMetricId) => void;
}

/** The five numbers of flow, side by side. */
export function FlowTiles(props: FlowTileProps) {
  return (
    <MetricTileRow>
      <CycleTimeTile {...props} />
      <ThroughputTile {...props} />
      <WipTile {...props} />
      <AgeTile {...props} />
      <EfficiencyTile {...props} />
    </MetricTileRow>
  );
}

import type {
  DoraMetricId,
  DoraReport,
} from '@opmodel/backstage-plugin-opmodel-common';

/** What every tile is given. */
export interface TilesProps {
  report: DoraReport;
  /** Opens the explanation of a number; without it there is no way to it. */
  onExplain?: (metric: DoraMetricId) => void;
}

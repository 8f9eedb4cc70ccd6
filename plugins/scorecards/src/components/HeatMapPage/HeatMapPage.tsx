import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** Being written. */
export function HeatMapPage() {
  return <EmptyState title="Scorecards" description="" />;
}

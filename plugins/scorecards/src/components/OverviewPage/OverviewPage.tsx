import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** Being written. */
export function OverviewPage() {
  return <EmptyState title="Scorecards" description="" />;
}

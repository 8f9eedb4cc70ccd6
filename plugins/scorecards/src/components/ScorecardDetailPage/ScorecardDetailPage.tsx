import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** Being written. */
export function ScorecardDetailPage() {
  return <EmptyState title="Scorecards" description="" />;
}

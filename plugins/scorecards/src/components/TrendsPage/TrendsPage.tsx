import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** Being written. */
export function TrendsPage() {
  return <EmptyState title="Scorecards" description="" />;
}

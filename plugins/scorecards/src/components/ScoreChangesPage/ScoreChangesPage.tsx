import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** Being written. */
export function ScoreChangesPage() {
  return <EmptyState title="Scorecards" description="" />;
}

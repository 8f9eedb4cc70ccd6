import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** Being written. */
export function EntityScorecardsContent() {
  return <EmptyState title="Scorecards" description="" />;
}

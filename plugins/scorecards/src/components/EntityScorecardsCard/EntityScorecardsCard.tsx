import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** Being written. */
export function EntityScorecardsCard() {
  return <EmptyState title="Scorecards" description="" />;
}

import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** Being written. */
export function DraftPages() {
  return <EmptyState title="Scorecards" description="" />;
}

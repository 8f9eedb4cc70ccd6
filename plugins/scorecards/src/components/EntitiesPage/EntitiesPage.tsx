import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** Being written. */
export function EntitiesPage() {
  return <EmptyState title="Scorecards" description="" />;
}

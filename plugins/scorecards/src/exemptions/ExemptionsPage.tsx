import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** Being written. */
export function ExemptionsPage() {
  return <EmptyState title="Scorecards" description="" />;
}

import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** Ownership that is to be confirmed; this portal does not list it yet. */
export function ReviewsPage() {
  return (
    <EmptyState
      title="Not listed yet"
      description="Ownership that is due to be confirmed appears here. The ownership tab of an entity confirms it."
    />
  );
}

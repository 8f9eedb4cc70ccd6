import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** How well everything is owned; this portal does not list it yet. */
export function OwnershipListPage() {
  return (
    <EmptyState
      title="Not listed yet"
      description="How well everything is owned appears here. The ownership tab of an entity tells it of one."
    />
  );
}

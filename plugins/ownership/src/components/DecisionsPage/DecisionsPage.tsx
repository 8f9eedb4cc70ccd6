import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** What was decided; this portal does not list it yet. */
export function DecisionsPage() {
  return (
    <EmptyState
      title="Not listed yet"
      description="The decision log appears here."
    />
  );
}

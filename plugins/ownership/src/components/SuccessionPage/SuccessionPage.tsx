import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** Systems that rest on one person; this portal does not list them yet. */
export function SuccessionPage() {
  return (
    <EmptyState
      title="Not listed yet"
      description="Systems whose knowledge or on-call rests on one person appear here."
    />
  );
}

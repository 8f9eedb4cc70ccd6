import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** What a re-organisation would do; this portal does not answer it yet. */
export function WhatIfPage() {
  return (
    <EmptyState
      title="Not answered yet"
      description="What a re-organisation would do to ownership appears here."
    />
  );
}

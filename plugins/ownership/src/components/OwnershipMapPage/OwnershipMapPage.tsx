import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** The map of who owns what; this portal does not draw it yet. */
export function OwnershipMapPage() {
  return (
    <EmptyState
      title="No map yet"
      description="Who owns what, drawn as a map, appears here. Until then, the list of coverage and gaps tells the same."
    />
  );
}

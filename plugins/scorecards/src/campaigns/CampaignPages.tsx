import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';

/** Being written. */
export function CampaignPages() {
  return <EmptyState title="Scorecards" description="" />;
}

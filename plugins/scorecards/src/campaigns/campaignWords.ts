import type {
  CampaignProgress,
  CampaignStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { OpmodelState } from '@opmodel/backstage-plugin-opmodel-react';

/** Every status, those that go on first. */
export const campaignStatuses: readonly CampaignStatus[] = [
  'delayed',
  'in_progress',
  'scheduled',
  'draft',
  'ended',
  'archived',
];

/** How a status is judged; what only says where a campaign is, is not judged. */
export function stateOfStatus(
  status: CampaignStatus,
  progress: CampaignProgress,
): OpmodelState | undefined {
  if (status === 'delayed') {
    return 'attention';
  }
  return status === 'ended' && progress.open === 0 && progress.total > 0
    ? 'good'
    : undefined;
}

/** How much of what is asked for is known, 0 to 1; null: nothing is asked for. */
export function coverageOf(progress: CampaignProgress): number | null {
  const { total, unknown } = progress;
  return total === 0 ? null : (total - unknown) / total;
}

/** How much of all that is asked for is known to be met or exempt, 0 to 1: what is not known is not drawn as done. */
export function shareKnownDone(progress: CampaignProgress): number {
  const { total, met, exempt } = progress;
  return total === 0 ? 0 : (met + exempt) / total;
}

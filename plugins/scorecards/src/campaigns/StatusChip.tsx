import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Campaign } from '@opmodel/backstage-plugin-opmodel-common';
import { NoteChip, StateChip } from '@opmodel/backstage-plugin-opmodel-react';
import { stateOfStatus } from './campaignWords';
import { scorecardCampaignsTranslationRef } from './translation';

/** Where a campaign is. */
export function StatusChip(props: {
  campaign: Pick<Campaign, 'status' | 'progress'>;
}) {
  const { status, progress } = props.campaign;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const label = t(`status.${status}`);
  const state = stateOfStatus(status, progress);
  return state ? (
    <StateChip state={state} label={label} />
  ) : (
    <NoteChip>{label}</NoteChip>
  );
}

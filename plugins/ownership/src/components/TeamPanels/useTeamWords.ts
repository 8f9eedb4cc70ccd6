import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  TeamInteraction,
  TeamProfile,
} from '@opmodel/backstage-plugin-opmodel-common';
import { ownershipTeamTranslationRef } from '../../translations/team';

/** The types of teams, in the words of Team Topologies. */
export function useTeamTypeWords(): Record<
  NonNullable<TeamProfile['type']>,
  string
> {
  const { t } = useTranslationRef(ownershipTeamTranslationRef);
  return {
    'stream-aligned': t('teamType.streamAligned'),
    platform: t('teamType.platform'),
    enabling: t('teamType.enabling'),
    'complicated-subsystem': t('teamType.complicatedSubsystem'),
  };
}

/** The modes in which teams work together, in the words of Team Topologies. */
export function useInteractionWords(): Record<TeamInteraction['mode'], string> {
  const { t } = useTranslationRef(ownershipTeamTranslationRef);
  return {
    collaboration: t('interactions.collaboration'),
    'x-as-a-service': t('interactions.xAsAService'),
    facilitating: t('interactions.facilitating'),
  };
}

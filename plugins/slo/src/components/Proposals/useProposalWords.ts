import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloProposal } from '@opmodel/backstage-plugin-opmodel-common';
import { sloProposalTranslationRef } from '../../translations/proposals';

/** What a proposal is called, and of how much it was made; null: that is not known. */
export function useProposalWords(): (proposal: SloProposal) => {
  title: string;
  counted: string | null;
} {
  const { t } = useTranslationRef(sloProposalTranslationRef);
  return ({ indicator, title, values: { n } }) => {
    const count = typeof n === 'number' ? Math.round(n) : null;
    switch (indicator) {
      case 'deployment-success':
        return {
          title: t('deploymentSuccess'),
          counted: count === null ? null : t('countedDeployments', { count }),
        };
      case 'incident-free-minutes':
        return {
          title: t('incidentFreeMinutes'),
          counted: count === null ? null : t('countedMinutes', { count }),
        };
      default:
        return {
          title,
          counted: count === null ? null : t('counted', { count }),
        };
    }
  };
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DecisionStatus } from '@opmodel/backstage-plugin-opmodel-common';
import { ownershipDecisionsTranslationRef } from '../../translations/decisions';

/** How the page calls where a decision stands. */
export function useStatusWords(): Record<DecisionStatus, string> {
  const { t } = useTranslationRef(ownershipDecisionsTranslationRef);
  return {
    proposed: t('status.proposed'),
    accepted: t('status.accepted'),
    superseded: t('status.superseded'),
    rejected: t('status.rejected'),
  };
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FailureLinkRow } from '@opmodel/backstage-plugin-opmodel-common';
import { doraTranslationRef } from '../../translation';

/** By what a deployment is known to have failed, in words: short for a chip, long for a sentence. */
export function useFailureText(): (kind: FailureLinkRow['kind']) => {
  short: string;
  long: string;
} {
  const { t } = useTranslationRef(doraTranslationRef);
  const texts: Record<FailureLinkRow['kind'], { short: string; long: string }> =
    {
      person: { short: t('failure.person'), long: t('failure.personText') },
      explicit: {
        short: t('failure.explicit'),
        long: t('failure.explicitText'),
      },
      rollback: {
        short: t('failure.rollback'),
        long: t('failure.rollbackText'),
      },
      revert: { short: t('failure.revert'), long: t('failure.revertText') },
      hotfix: { short: t('failure.hotfix'), long: t('failure.hotfixText') },
      time_window: {
        short: t('failure.timeWindow'),
        long: t('failure.timeWindowText'),
      },
    };
  return kind => texts[kind];
}

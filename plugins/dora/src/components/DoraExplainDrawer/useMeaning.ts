import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraMetricId } from '@opmodel/backstage-plugin-opmodel-common';
import { doraTranslationRef } from '../../translation';

/** The sentence that defines a metric. */
export function useMeaning(metric: DoraMetricId, rollUp: boolean): string {
  const { t } = useTranslationRef(doraTranslationRef);
  const meanings: Record<DoraMetricId, string> = {
    'change-lead-time': t('explain.leadTimeMeaning'),
    'deployment-frequency': rollUp
      ? t('explain.frequencyRollUpMeaning')
      : t('explain.frequencyMeaning'),
    'failed-deployment-recovery-time': t('explain.recoveryMeaning'),
    'change-fail-rate': t('explain.failRateMeaning'),
    'deployment-rework-rate': t('explain.reworkMeaning'),
    'time-to-restore': t('explain.restoreMeaning'),
    'incident-recurrence': t('explain.recurrenceMeaning'),
  };
  return meanings[metric];
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraMetricId } from '@opmodel/backstage-plugin-opmodel-common';
import { doraTranslationRef } from '../../translation';

/** The metrics by their standard terms. */
export function useMetricNames(): Record<DoraMetricId, string> {
  const { t } = useTranslationRef(doraTranslationRef);
  return {
    'change-lead-time': t('metric.changeLeadTime'),
    'deployment-frequency': t('metric.deploymentFrequency'),
    'failed-deployment-recovery-time': t('metric.recoveryTime'),
    'change-fail-rate': t('metric.changeFailRate'),
    'deployment-rework-rate': t('metric.reworkRate'),
    'time-to-restore': t('metric.timeToRestore'),
    'incident-recurrence': t('metric.incidentRecurrence'),
  };
}

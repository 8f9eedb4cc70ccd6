import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DoraMetricId,
  DoraProfile,
} from '@opmodel/backstage-plugin-opmodel-common';
import { doraTranslationRef } from '../../../translation';
import { profileOf } from '../../metrics/profileOf';
import { useFailureMeaning } from './useFailureMeaning';
import { useFrequencyMeaning } from './useFrequencyMeaning';
import { useLeadTimeMeaning } from './useLeadTimeMeaning';
import { useMedianMeaning } from './useMedianMeaning';

/**
 * The sentences that define a metric under a definition. They are put together from its decisions, so that none says of one
 * definition what only holds of another.
 *
 * @param definition - as an answer of the engine names it
 */
export function useMeaning(
  metric: DoraMetricId,
  definition: { id: string },
  rollUp: boolean,
): string {
  const { t } = useTranslationRef(doraTranslationRef);
  const leadTime = useLeadTimeMeaning();
  const frequency = useFrequencyMeaning();
  const { failRate, recovery } = useFailureMeaning();
  const medianOf = useMedianMeaning();
  const meanings: Record<DoraMetricId, (of: DoraProfile) => string[]> = {
    'change-lead-time': leadTime,
    'deployment-frequency': profile => frequency(profile, rollUp),
    'failed-deployment-recovery-time': recovery,
    'change-fail-rate': failRate,
    'deployment-rework-rate': ({ title, failures }) => [
      failures.rework ? t('meaning.rework') : t('meaning.noRework', { title }),
    ],
    'time-to-restore': profile => [
      t('meaning.restore'),
      medianOf(profile, t('meaning.incident')),
    ],
    'incident-recurrence': () => [t('meaning.recurrence')],
  };
  const profile = profileOf(definition);
  return profile ? meanings[metric](profile).join(' ') : t('meaning.unknown');
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FlowMetricId } from '@opmodel/backstage-plugin-opmodel-common';
import { flowTranslationRef } from '../../translation';

/** Name and meaning of each number. */
export function useMetricTexts(): Record<
  FlowMetricId,
  { title: string; meaning: string }
> {
  const { t } = useTranslationRef(flowTranslationRef);
  return {
    'cycle-time': {
      title: t('metric.cycleTime'),
      meaning: t('meaning.cycleTime'),
    },
    'flow-time': {
      title: t('metric.flowTime'),
      meaning: t('meaning.flowTime'),
    },
    throughput: {
      title: t('metric.throughput'),
      meaning: t('meaning.throughput'),
    },
    wip: { title: t('metric.wip'), meaning: t('meaning.wip') },
    'work-item-age': { title: t('metric.age'), meaning: t('meaning.age') },
    'flow-efficiency': {
      title: t('metric.efficiency'),
      meaning: t('meaning.efficiency'),
    },
    allocation: {
      title: t('allocation.title'),
      meaning: t('meaning.allocation'),
    },
    'escaped-defects': {
      title: t('metric.escapedDefects'),
      meaning: t('meaning.escapedDefects'),
    },
    predictability: {
      title: t('predictability.title'),
      meaning: t('meaning.predictability'),
    },
    'build-success': {
      title: t('builds.rate'),
      meaning: t('meaning.buildSuccess'),
    },
    'build-duration': {
      title: t('builds.durationTitle'),
      meaning: t('meaning.buildDuration'),
    },
  };
}

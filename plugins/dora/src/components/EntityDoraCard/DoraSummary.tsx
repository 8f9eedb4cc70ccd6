import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  DurationSummary,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';

/** Change lead time, its trend, and how often is deployed. */
export function DoraSummary(props: { report: DoraReport }) {
  const { changeLeadTime, trend, previousTrend } = props.report;
  const { t } = useTranslationRef(doraTranslationRef);
  return (
    <DurationSummary
      metric={changeLeadTime}
      meaning={t('card.leadTime')}
      trend={{
        series: 'lead-time',
        label: t('trend.weekly', { label: t('metric.changeLeadTime') }),
        values: trend.map(point => point.leadTimeMedian),
        previous: previousTrend.map(point => point.leadTimeMedian),
      }}
    >
      <FrequencySentence report={props.report} />
    </DurationSummary>
  );
}

function FrequencySentence(props: { report: DoraReport }) {
  const { deploymentFrequency, scope } = props.report;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  if (deploymentFrequency.deployments === null) {
    return <>{t('card.noData')}</>;
  }
  const sentence = scope.rollUp
    ? t('card.frequencyRollUp', {
        rate: formats.rate(deploymentFrequency.medianPerWeek),
      })
    : t('card.frequency', { rate: formats.rate(deploymentFrequency.perWeek) });
  return <>{sentence}</>;
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DoraReport,
  TrendPoint,
} from '@opmodel/backstage-plugin-opmodel-common';
import { TrendChart } from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';

/** Lead time and deployments, week by week. */
export function DeliveryTrend(props: { report: DoraReport }) {
  const { trend, previousTrend } = props.report;
  const { t } = useTranslationRef(doraTranslationRef);
  const before = alignAtEnd(previousTrend, trend.length);
  return (
    <TrendChart
      title={t('trend.title')}
      caption={t('trend.caption')}
      weeks={trend.map(point => point.week)}
      partial={trend.map(point => point.partial)}
      panels={[
        {
          id: 'lead-time',
          label: t('trend.leadTime'),
          series: 'lead-time',
          kind: 'line',
          scale: 'duration',
          values: trend.map(point => point.leadTimeMedian),
          previous: before.map(point => point?.leadTimeMedian ?? null),
          band: {
            label: t('trend.leadTimeP75'),
            high: trend.map(point => point.leadTimeP75),
          },
        },
        {
          id: 'deployments',
          label: t('trend.deployments'),
          series: 'deployments',
          kind: 'bar',
          scale: 'count',
          values: trend.map(point => point.deployments),
          previous: before.map(point => point?.deployments ?? null),
        },
      ]}
    />
  );
}

/** Two windows of one length can touch a different number of weeks: the last weeks are laid over each other. */
function alignAtEnd(
  points: TrendPoint[],
  length: number,
): Array<TrendPoint | undefined> {
  return Array.from(
    { length },
    (_, index) => points[points.length - length + index],
  );
}

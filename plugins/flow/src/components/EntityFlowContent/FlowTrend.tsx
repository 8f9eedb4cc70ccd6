import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import { TrendChart } from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';

/** How fast and how much is done week by week, beside what arrives. */
export function FlowTrend(props: { report: FlowReport }) {
  const { weeks } = props.report;
  const { t } = useTranslationRef(flowTranslationRef);
  return (
    <TrendChart
      title={t('trend.title')}
      caption={t('trend.caption')}
      weeks={weeks.map(({ week }) => week)}
      partial={weeks.map(({ partial }) => partial)}
      panels={[
        {
          id: 'cycle-time',
          label: t('trend.cycleTime'),
          series: 'cycle-time',
          kind: 'line',
          scale: 'duration',
          values: weeks.map(week => week.cycleTimeMedian),
        },
        {
          id: 'completed',
          label: t('trend.completed'),
          series: 'completed',
          kind: 'bar',
          scale: 'count',
          values: weeks.map(week => week.completed),
        },
        {
          id: 'arrived',
          label: t('trend.arrived'),
          series: 'arrived',
          kind: 'bar',
          scale: 'count',
          values: weeks.map(week => week.arrived),
        },
      ]}
    />
  );
}

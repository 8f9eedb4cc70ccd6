import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import { DistributionChart } from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';

/** How cycle times spread, with what is expected of an item. */
export function CycleTimeDistribution(props: { report: FlowReport }) {
  const { cycleTime, distribution, serviceLevelExpectation } = props.report;
  const { t } = useTranslationRef(flowTranslationRef);
  const marks = [
    { label: t('distribution.p50'), value: cycleTime.median },
    { label: t('distribution.p90'), value: cycleTime.p90 },
    {
      label: t('distribution.expectation'),
      value: serviceLevelExpectation.seconds,
    },
  ];
  return (
    <DistributionChart
      title={t('distribution.title')}
      caption={t('distribution.caption')}
      countLabel={t('distribution.items')}
      series="cycle-time"
      bins={distribution}
      marks={marks.flatMap(({ label, value }) =>
        value === null ? [] : [{ label, value }],
      )}
    />
  );
}

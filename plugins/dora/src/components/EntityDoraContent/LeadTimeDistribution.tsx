import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  DistributionChart,
  Panel,
  useDenseTableStyles,
  type DistributionMark,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';

/** How the lead times spread. */
export function LeadTimeDistribution(props: { report: DoraReport }) {
  const { distribution, changeLeadTime } = props.report;
  const { t } = useTranslationRef(doraTranslationRef);
  const table = useDenseTableStyles();
  if (distribution.length === 0) {
    return (
      <Panel title={t('distribution.title')}>
        <span className={table.quiet}>{t('distribution.empty')}</span>
      </Panel>
    );
  }
  const marks: Array<{ label: string; value: number | null }> = [
    { label: t('distribution.p50'), value: changeLeadTime.median },
    { label: t('distribution.p75'), value: changeLeadTime.p75 },
    { label: t('distribution.p90'), value: changeLeadTime.p90 },
  ];
  return (
    <DistributionChart
      title={t('distribution.title')}
      caption={t('distribution.caption')}
      countLabel={t('distribution.changes')}
      bins={distribution}
      series="lead-time"
      marks={marks.filter(
        (mark): mark is DistributionMark => mark.value !== null,
      )}
    />
  );
}

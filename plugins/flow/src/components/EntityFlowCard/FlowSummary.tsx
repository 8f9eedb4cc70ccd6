import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  DurationSummary,
  NO_VALUE,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';

/** Cycle time, its trend, and what is in progress. */
export function FlowSummary(props: { report: FlowReport }) {
  const { cycleTime, weeks, wip } = props.report;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  return (
    <DurationSummary
      metric={cycleTime}
      meaning={t('card.cycleTime')}
      trend={{
        series: 'cycle-time',
        label: t('trend.weekly', { label: t('metric.cycleTime') }),
        values: weeks.map(week => week.cycleTimeMedian),
      }}
    >
      {wip.items === null
        ? t('card.noData')
        : t('card.wip', {
            count: wip.items,
            weeks:
              wip.weeksOfWork === null
                ? NO_VALUE
                : formats.decimal(wip.weeksOfWork),
          })}
    </DurationSummary>
  );
}

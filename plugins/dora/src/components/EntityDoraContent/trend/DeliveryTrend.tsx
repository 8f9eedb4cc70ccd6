import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DoraReport,
  ReportedPeriod,
  TrendPoint,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  TrendChart,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../../translation';
import { profileOf } from '../../metrics/profileOf';

/** Deployments, lead time, recovery and failures, week by week, with what happened as marks above. */
export function DeliveryTrend(props: {
  report: DoraReport;
  chosenWeek: string | undefined;
  onChooseWeek: (week: string) => void;
}) {
  const { report, chosenWeek, onChooseWeek } = props;
  const { trend, previousTrend, excludedPeriods, definition } = report;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const causes = useCauseWords();
  const before = alignAtEnd(previousTrend, trend.length);
  const now = (of: (point: TrendPoint) => number | null) => trend.map(of);
  const then = (of: (point: TrendPoint) => number | null) =>
    before.map(point => (point ? of(point) : null));
  // Incidents are no part of the deployments that they are divided by.
  const countsIncidents =
    profileOf(definition)?.failures.numerator === 'incidents';
  const periods = excludedPeriods
    .map(({ from, to, cause }) =>
      t('trend.period', {
        cause: causes[cause],
        range: formats.dayRange(from, to),
      }),
    )
    .join(', ');
  return (
    <TrendChart
      title={t('trend.title')}
      caption={[
        t('trend.caption'),
        ...(periods ? [t('trend.shaded', { periods })] : []),
      ].join(' ')}
      weeks={trend.map(point => point.week)}
      partial={trend.map(point => point.partial)}
      chosenWeek={chosenWeek}
      onChooseWeek={onChooseWeek}
      periods={excludedPeriods.map(({ from, to, cause }) => ({
        from,
        to,
        label: causes[cause],
      }))}
      lanes={[
        {
          id: 'failed',
          label: countsIncidents
            ? t('trend.failureLane')
            : t('trend.failedLane'),
          state: 'bad',
          counts: now(point => point.failedDeployments),
          describe: count =>
            countsIncidents
              ? t('trend.failureMarks', { count })
              : t('trend.failedMarks', { count }),
        },
        {
          id: 'incidents',
          label: t('trend.incidentLane'),
          state: 'attention',
          counts: now(point => point.incidents),
          describe: count => t('trend.incidentMarks', { count }),
        },
      ]}
      panels={[
        {
          id: 'deployments',
          label: t('trend.deployments'),
          series: 'deployments',
          kind: 'bar',
          scale: 'count',
          values: now(point => point.deployments),
          previous: then(point => point.deployments),
          part: countsIncidents
            ? undefined
            : {
                label: t('trend.failed'),
                series: 'failed-deployments',
                values: now(point => point.failedDeployments),
              },
        },
        {
          id: 'lead-time',
          label: t('trend.leadTime'),
          series: 'lead-time',
          kind: 'line',
          scale: 'duration',
          values: now(point => point.leadTimeMedian),
          previous: then(point => point.leadTimeMedian),
          band: {
            label: t('trend.leadTimeP75'),
            high: now(point => point.leadTimeP75),
          },
        },
        {
          id: 'recovery',
          label:
            profileOf(definition)?.failures.recovery.startsWith(
              'deployment',
            ) === false
              ? t('trend.resolution')
              : t('trend.recovery'),
          series: 'recovery',
          kind: 'line',
          scale: 'duration',
          low: true,
          values: now(point => point.recoveryMedian),
        },
        {
          id: 'change-fail-rate',
          label: t('trend.failRate'),
          series: 'change-fail-rate',
          kind: 'line',
          scale: 'share',
          low: true,
          values: now(point => point.changeFailRate),
          previous: then(point => point.changeFailRate),
        },
      ]}
    />
  );
}

/** Why days count for nothing, in one word each. */
function useCauseWords(): Record<ReportedPeriod['cause'], string> {
  const { t } = useTranslationRef(doraTranslationRef);
  return {
    freeze: t('trend.freeze'),
    migration: t('trend.migration'),
    other: t('trend.otherCause'),
  };
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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DoraReport,
  TrendPoint,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChangeNote,
  MetricTile,
  Sparkline,
  StateChip,
  useFormats,
  type SeriesId,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { durationMetricOf, type DurationMetricId } from '../metrics/metricIds';
import { profileOf } from '../metrics/profileOf';
import { useMetricNames } from '../metrics/useMetricNames';
import { MetricBadges } from './MetricBadges';
import type { TilesProps } from './tileProps';
import { useLeftOutText } from './useLeftOutText';

const TRENDS: Record<
  DurationMetricId,
  { series: SeriesId; of: (point: TrendPoint) => number | null }
> = {
  'change-lead-time': {
    series: 'lead-time',
    of: point => point.leadTimeMedian,
  },
  'failed-deployment-recovery-time': {
    series: 'recovery',
    of: point => point.recoveryMedian,
  },
  'time-to-restore': { series: 'restore', of: point => point.restoreMedian },
};

/** A median of times, with its 75th and 90th percentile. */
export function DurationTile(props: TilesProps & { metric: DurationMetricId }) {
  const { report, metric, onExplain } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const names = useMetricNames();
  const reason = useReason(report, metric);
  const { median, p75, p90, approximate, state, n, change, previous } =
    durationMetricOf(report, metric);
  const { series, of } = TRENDS[metric];
  const label = names[metric];
  return (
    <MetricTile
      label={label}
      value={median === null ? null : formats.duration(median)}
      approximate={approximate}
      reason={reason}
      detail={
        median !== null &&
        t('metric.quantiles', {
          p75: formats.duration(p75),
          p90: formats.duration(p90),
        })
      }
      change={
        state === 'ok' && (
          <ChangeNote
            kind="duration"
            change={change}
            previous={formats.duration(previous.median)}
          />
        )
      }
      state={
        state !== 'ok' && <StateChip state={state} count={n || undefined} />
      }
      badges={<MetricBadges report={report} metric={metric} />}
      trend={
        <Sparkline
          fluid
          series={series}
          label={t('trend.weekly', { label })}
          values={report.trend.map(of)}
          previous={report.previousTrend.map(of)}
        />
      }
      sample={<Sample metric={metric} n={n} definition={report.definition} />}
      onExplain={onExplain && (() => onExplain(metric))}
    />
  );
}

function Sample(props: {
  metric: DurationMetricId;
  n: number;
  definition: DoraReport['definition'];
}) {
  const { metric, n, definition } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  if (n === 0) {
    return null;
  }
  switch (metric) {
    case 'change-lead-time':
      switch (profileOf(definition)?.leadTime.unit) {
        case 'commit':
          return <>{t('sample.medianOfCommits', { count: n })}</>;
        case 'merge_request':
          return <>{t('sample.medianOfMergeRequests', { count: n })}</>;
        default:
          return <>{t('sample.medianOf', { count: n })}</>;
      }
    case 'time-to-restore':
      return <>{t('sample.restores', { count: n })}</>;
    default:
      return <>{t('sample.recoveries', { count: n })}</>;
  }
}

/** Why there is no median: nothing to measure, or all of it was left out. */
function useReason(report: DoraReport, id: DurationMetricId): string {
  const { t } = useTranslationRef(doraTranslationRef);
  const leftOut = useLeftOutText(durationMetricOf(report, id).excluded);
  if (leftOut) {
    return leftOut;
  }
  switch (id) {
    case 'change-lead-time':
      return t('reason.noChanges');
    case 'time-to-restore':
      return t('reason.noRestores');
    default:
      return report.changeFailRate.numerator === null
        ? t('reason.noRate')
        : t('reason.noFailures');
  }
}

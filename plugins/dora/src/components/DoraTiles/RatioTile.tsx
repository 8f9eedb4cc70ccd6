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
import { ratioMetricOf, type RatioMetricId } from '../metrics/metricIds';
import { useMetricNames } from '../metrics/useMetricNames';
import { MetricBadges } from './MetricBadges';
import type { TilesProps } from './tileProps';

const TRENDS: Record<
  RatioMetricId,
  {
    series: SeriesId;
    kind: 'line' | 'bar';
    of: (point: TrendPoint) => number | null;
  }
> = {
  'change-fail-rate': {
    series: 'change-fail-rate',
    kind: 'line',
    of: point => point.changeFailRate,
  },
  'deployment-rework-rate': {
    series: 'rework',
    kind: 'line',
    of: point => point.reworkRate,
  },
  'incident-recurrence': {
    series: 'incidents',
    kind: 'bar',
    of: point => point.recurrences,
  },
};

/** A share, with what it is computed from. */
export function RatioTile(props: TilesProps & { metric: RatioMetricId }) {
  const { report, metric, onExplain } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const names = useMetricNames();
  const reason = useReason(report, metric);
  const { value, numerator, denominator, state, n, change, previous } =
    ratioMetricOf(report, metric);
  const { series, kind, of } = TRENDS[metric];
  const label = names[metric];
  const ofIncidents = metric === 'incident-recurrence';
  const sample = ofIncidents
    ? t('sample.incidents', { count: n })
    : t('sample.deployments', { count: n });
  return (
    <MetricTile
      label={label}
      value={value === null ? null : formats.share(value)}
      reason={reason}
      detail={
        value !== null &&
        t('metric.of', {
          numerator: formats.count(numerator),
          denominator: formats.count(denominator),
        })
      }
      change={
        state === 'ok' && (
          <ChangeNote
            kind="share"
            change={change}
            previous={formats.share(previous.value)}
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
          kind={kind}
          series={series}
          label={t('trend.weekly', { label })}
          values={report.trend.map(of)}
          previous={kind === 'line' ? report.previousTrend.map(of) : undefined}
        />
      }
      sample={n > 0 && sample}
      onExplain={onExplain && (() => onExplain(metric))}
    />
  );
}

/** Why there is no share: nothing to divide by, or a definition that has no such number. */
function useReason(report: DoraReport, metric: RatioMetricId): string {
  const { t } = useTranslationRef(doraTranslationRef);
  if (metric === 'incident-recurrence') {
    return t('reason.noIncidents');
  }
  return (report.deploymentFrequency.deployments ?? 0) > 0
    ? t('reason.notInDefinition')
    : t('reason.noRate');
}

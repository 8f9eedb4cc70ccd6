import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ChangeNote,
  MetricTile,
  Sparkline,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { MetricBadges } from './MetricBadges';
import type { TilesProps } from './tileProps';

/** How often a component deploys; of a scope, how often its median component does, and how many do so weekly. */
export function FrequencyTile(props: TilesProps) {
  const { report, onExplain } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const metric = report.deploymentFrequency;
  const isRollUp = report.scope.rollUp;
  const rate = isRollUp ? metric.medianPerWeek : metric.perWeek;
  const previous = isRollUp
    ? metric.previous.medianPerWeek
    : metric.previous.perWeek;
  const label = t('metric.deploymentFrequency');
  const deployments = t('sample.deployments', {
    count: metric.deployments ?? 0,
  });
  const weekly = t('metric.deployingWeekly', {
    share: formats.share(metric.shareWeekly),
  });
  const median = t('sample.medianComponent', { count: metric.n });
  return (
    <MetricTile
      label={label}
      value={rate === null ? null : formats.rateNumber(rate)}
      unit={t('metric.perWeekUnit')}
      reason={
        metric.deployments === null
          ? t('reason.noDeployments')
          : t('reason.noneInWindow')
      }
      detail={rate !== null && (isRollUp ? weekly : deployments)}
      change={
        metric.state === 'ok' && (
          <ChangeNote
            kind="frequency"
            change={metric.change}
            previous={formats.rate(previous)}
          />
        )
      }
      state={
        metric.state !== 'ok' && (
          <StateChip state={metric.state} count={metric.n || undefined} />
        )
      }
      badges={<MetricBadges report={report} metric="deployment-frequency" />}
      trend={
        <Sparkline
          fluid
          kind="bar"
          series="deployments"
          label={t('trend.weekly', { label })}
          values={report.trend.map(point => point.deployments)}
        />
      }
      sample={isRollUp ? `${median} · ${deployments}` : deployments}
      onExplain={onExplain && (() => onExplain('deployment-frequency'))}
    />
  );
}

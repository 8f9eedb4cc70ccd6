import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DoraMetricId,
  DoraReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChangeNote,
  MetricTile,
  MetricTileRow,
  ShareBar,
  Sparkline,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { useExclusionText } from '../exclusions';
import { findLongestStage, useStageNames } from '../stages';

/** The numbers of a report, side by side. */
export function DoraTiles(props: {
  report: DoraReport;
  onExplain: (metric: DoraMetricId) => void;
}) {
  const { report, onExplain } = props;
  return (
    <MetricTileRow>
      <LeadTimeTile report={report} onExplain={onExplain} />
      <LeadTimeTailTile report={report} onExplain={onExplain} />
      <FrequencyTile report={report} onExplain={onExplain} />
      {report.scope.rollUp && (
        <WeeklyShareTile report={report} onExplain={onExplain} />
      )}
      <LongestStageTile report={report} onExplain={onExplain} />
    </MetricTileRow>
  );
}

interface TileProps {
  report: DoraReport;
  onExplain: (metric: DoraMetricId) => void;
}

function LeadTimeTile({ report, onExplain }: TileProps) {
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const metric = report.changeLeadTime;
  const noSampleReason = useNoSampleReason(metric);
  const label = t('metric.changeLeadTime');
  return (
    <MetricTile
      label={label}
      value={metric.median === null ? null : formats.duration(metric.median)}
      approximate={metric.approximate}
      reason={noSampleReason}
      change={
        metric.state === 'ok' && (
          <ChangeNote
            kind="duration"
            change={metric.change}
            previous={formats.duration(metric.previous.median)}
          />
        )
      }
      state={
        metric.state === 'thin' && <StateChip state="thin" count={metric.n} />
      }
      trend={
        <Sparkline
          fluid
          series="lead-time"
          label={t('trend.weekly', { label })}
          values={report.trend.map(point => point.leadTimeMedian)}
          previous={report.previousTrend.map(point => point.leadTimeMedian)}
        />
      }
      sample={metric.n > 0 && t('sample.medianOf', { count: metric.n })}
      onExplain={() => onExplain('change-lead-time')}
    />
  );
}

/** Why there is no lead time: no change was carried, or all were left out. */
function useNoSampleReason(metric: DoraReport['changeLeadTime']): string {
  const { t } = useTranslationRef(doraTranslationRef);
  const describe = useExclusionText();
  const [main] = metric.excluded;
  if (!main) {
    return t('reason.noChanges');
  }
  return t('reason.allLeftOut', {
    count: metric.excluded.reduce((sum, { count }) => sum + count, 0),
    reason: describe(main.reason).short,
  });
}

function LeadTimeTailTile({ report, onExplain }: TileProps) {
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const metric = report.changeLeadTime;
  const noSampleReason = useNoSampleReason(metric);
  const label = t('metric.leadTimeP90');
  return (
    <MetricTile
      label={label}
      value={metric.p90 === null ? null : formats.duration(metric.p90)}
      approximate={metric.approximate}
      reason={noSampleReason}
      change={metric.state === 'ok' && t('metric.leadTimeP90Meaning')}
      state={
        metric.state === 'thin' && <StateChip state="thin" count={metric.n} />
      }
      trend={
        <Sparkline
          fluid
          series="lead-time"
          label={t('trend.weekly', { label })}
          values={report.trend.map(point => point.leadTimeP90)}
          previous={report.previousTrend.map(point => point.leadTimeP90)}
        />
      }
      sample={metric.n > 0 && t('sample.changes', { count: metric.n })}
      onExplain={() => onExplain('change-lead-time')}
    />
  );
}

function FrequencyTile({ report, onExplain }: TileProps) {
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const metric = report.deploymentFrequency;
  const isRollUp = report.scope.rollUp;
  const rate = isRollUp ? metric.medianPerWeek : metric.perWeek;
  const previous = isRollUp
    ? metric.previous.medianPerWeek
    : metric.previous.perWeek;
  const label = t('metric.deploymentFrequency');
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
        metric.state === 'thin' && <StateChip state="thin" count={metric.n} />
      }
      trend={
        <Sparkline
          fluid
          kind="bar"
          series="deployments"
          label={t('trend.weekly', { label })}
          values={report.trend.map(point => point.deployments)}
        />
      }
      sample={
        isRollUp
          ? t('sample.medianComponent', { count: metric.n })
          : t('sample.deployments', { count: metric.deployments ?? 0 })
      }
      onExplain={() => onExplain('deployment-frequency')}
    />
  );
}

function WeeklyShareTile({ report, onExplain }: TileProps) {
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const { shareWeekly, state, n, deployments } = report.deploymentFrequency;
  return (
    <MetricTile
      label={t('metric.deploysWeekly')}
      value={shareWeekly === null ? null : formats.share(shareWeekly)}
      reason={t('reason.noDeployments')}
      state={state === 'thin' && <StateChip state="thin" count={n} />}
      change={state === 'ok' && t('metric.deploysWeeklyMeaning')}
      trend={<ShareBar share={shareWeekly ?? 0} series="deployments" />}
      sample={t('sample.deployments', { count: deployments ?? 0 })}
      onExplain={() => onExplain('deployment-frequency')}
    />
  );
}

function LongestStageTile({ report, onExplain }: TileProps) {
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const names = useStageNames();
  const stage = findLongestStage(report.stages);
  return (
    <MetricTile
      label={t('metric.longestStage')}
      value={stage ? names[stage.id] : null}
      words
      reason={
        report.stages.some(({ median }) => median === 0)
          ? t('reason.noTime')
          : t('reason.noStages')
      }
      change={
        stage &&
        t('stage.shareOfWay', {
          share: formats.share(stage.share),
          median: formats.duration(stage.median),
        })
      }
      trend={stage && <ShareBar share={stage.share ?? 0} series={stage.id} />}
      sample={stage && t('sample.changes', { count: stage.n })}
      onExplain={() => onExplain('change-lead-time')}
    />
  );
}

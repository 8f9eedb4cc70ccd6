import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChangeNote,
  MetricTile,
  MetricTileRow,
  QueryView,
  ShareBar,
  Sparkline,
  StateChip,
  TilesSkeleton,
  useFormats,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';

/** The roll-up of everything that the filter selects, as a row of tiles. */
export function FleetSummary(props: { query: QueryState<DoraReport> }) {
  const { t } = useTranslationRef(doraFleetTranslationRef);
  return (
    <section aria-label={t('summary.label')}>
      <QueryView
        query={props.query}
        subject={t('page.subject')}
        skeleton={<TilesSkeleton count={5} />}
      >
        {report => (
          <MetricTileRow>
            <LeadTimeTile report={report} />
            <LeadTimeTailTile report={report} />
            <FrequencyTile report={report} />
            <WeeklyShareTile report={report} />
            <ActiveTile report={report} />
          </MetricTileRow>
        )}
      </QueryView>
    </section>
  );
}

function LeadTimeTile(props: { report: DoraReport }) {
  const { changeLeadTime, trend, previousTrend } = props.report;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const { median, state, n } = changeLeadTime;
  const label = t('metric.changeLeadTime');
  return (
    <MetricTile
      label={label}
      value={median === null ? null : formats.duration(median)}
      approximate={changeLeadTime.approximate}
      reason={t('reason.noChanges')}
      state={state === 'thin' && <StateChip state="thin" count={n} />}
      change={
        <ChangeNote
          kind="duration"
          change={changeLeadTime.change}
          previous={formats.duration(changeLeadTime.previous.median)}
        />
      }
      trend={
        <Sparkline
          fluid
          series="lead-time"
          label={t('trend.weekly', { label })}
          values={trend.map(week => week.leadTimeMedian)}
          previous={previousTrend.map(week => week.leadTimeMedian)}
        />
      }
      sample={t('sample.medianOf', { count: n })}
    />
  );
}

function LeadTimeTailTile(props: { report: DoraReport }) {
  const { changeLeadTime, trend, previousTrend } = props.report;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const { p90, state, n } = changeLeadTime;
  const label = t('metric.leadTimeP90');
  return (
    <MetricTile
      label={label}
      value={p90 === null ? null : formats.duration(p90)}
      approximate={changeLeadTime.approximate}
      reason={t('reason.noChanges')}
      state={state === 'thin' && <StateChip state="thin" count={n} />}
      change={t('metric.leadTimeP90Meaning')}
      trend={
        <Sparkline
          fluid
          series="lead-time"
          label={t('trend.weekly', { label })}
          values={trend.map(week => week.leadTimeP90)}
          previous={previousTrend.map(week => week.leadTimeP90)}
        />
      }
      sample={t('sample.changes', { count: n })}
    />
  );
}

function FrequencyTile(props: { report: DoraReport }) {
  const { deploymentFrequency, trend } = props.report;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const { medianPerWeek, deployments, state, n, previous } =
    deploymentFrequency;
  const label = t('metric.deploymentFrequency');
  return (
    <MetricTile
      label={label}
      value={medianPerWeek === null ? null : formats.rateNumber(medianPerWeek)}
      unit={t('metric.perWeekUnit')}
      reason={
        deployments === null
          ? t('reason.noDeployments')
          : t('reason.noneInWindow')
      }
      state={state === 'thin' && <StateChip state="thin" count={n} />}
      change={
        <ChangeNote
          kind="frequency"
          change={deploymentFrequency.change}
          previous={formats.rate(previous.medianPerWeek)}
        />
      }
      trend={
        <Sparkline
          fluid
          kind="bar"
          series="deployments"
          label={t('trend.weekly', { label })}
          values={trend.map(week => week.deployments)}
        />
      }
      sample={t('sample.medianComponent', { count: n })}
    />
  );
}

function WeeklyShareTile(props: { report: DoraReport }) {
  const { shareWeekly, state, n, deployments } =
    props.report.deploymentFrequency;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  return (
    <MetricTile
      label={t('metric.deploysWeekly')}
      value={shareWeekly === null ? null : formats.share(shareWeekly)}
      reason={t('reason.noDeployments')}
      state={state === 'thin' && <StateChip state="thin" count={n} />}
      change={t('metric.deploysWeeklyMeaning')}
      trend={<ShareBar share={shareWeekly ?? 0} series="deployments" />}
      sample={t('sample.deployments', { count: deployments ?? 0 })}
    />
  );
}

function ActiveTile(props: { report: DoraReport }) {
  const { components, activeComponents } = props.report.scope;
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const formats = useFormats();
  return (
    <MetricTile
      label={t('summary.active')}
      value={formats.count(activeComponents)}
      change={t('summary.activeMeaning')}
      trend={
        <ShareBar
          share={components === 0 ? 0 : activeComponents / components}
          series="deployments"
        />
      }
      sample={t('summary.visible', { count: components })}
    />
  );
}

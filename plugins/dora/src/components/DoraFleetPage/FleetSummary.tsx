import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DoraReport,
  FrequencyMetric,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChangeNote,
  MetricTile,
  MetricTileRow,
  QueryView,
  Sparkline,
  StateChip,
  TilesSkeleton,
  useFormats,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
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
            <FrequencyTile report={report} />
            <DeploymentsTile report={report} />
            <WeeklyTile frequency={report.deploymentFrequency} />
            <ActiveTile report={report} />
          </MetricTileRow>
        )}
      </QueryView>
    </section>
  );
}

function LeadTimeTile(props: { report: DoraReport }) {
  const { changeLeadTime, trend, previousTrend } = props.report;
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const formats = useFormats();
  const { median, state, n } = changeLeadTime;
  return (
    <MetricTile
      label={t('summary.leadTime')}
      value={median === null ? null : formats.duration(median)}
      approximate={changeLeadTime.approximate}
      reason={t('summary.noLeadTime')}
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
          label={t('summary.trendLeadTime')}
          values={trend.map(week => week.leadTimeMedian)}
          previous={previousTrend.map(week => week.leadTimeMedian)}
        />
      }
      sample={t('summary.sampleChanges', { count: n })}
    />
  );
}

function FrequencyTile(props: { report: DoraReport }) {
  const { deploymentFrequency } = props.report;
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const formats = useFormats();
  const { medianPerWeek, state, n, previous } = deploymentFrequency;
  return (
    <MetricTile
      label={t('summary.medianPerWeek')}
      value={medianPerWeek === null ? null : formats.rate(medianPerWeek)}
      reason={reasonOf(deploymentFrequency, {
        never: t('summary.noDeployments'),
        quiet: t('summary.noActive'),
      })}
      state={state === 'thin' && <StateChip state="thin" count={n} />}
      change={
        <ChangeNote
          kind="frequency"
          change={deploymentFrequency.change}
          previous={formats.rate(previous.medianPerWeek)}
        />
      }
      trend={t('summary.medianPerWeekUnit')}
      sample={t('summary.sampleActive', { count: n })}
    />
  );
}

function DeploymentsTile(props: { report: DoraReport }) {
  const { deploymentFrequency, trend, previousTrend } = props.report;
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const formats = useFormats();
  const { deployments, previous } = deploymentFrequency;
  return (
    <MetricTile
      label={t('summary.deployments')}
      value={deployments === null ? null : formats.count(deployments)}
      reason={t('summary.noDeployments')}
      // A size: more of it is neither better nor worse.
      change={
        previous.deployments !== null &&
        t('summary.previous', { value: formats.count(previous.deployments) })
      }
      trend={
        <Sparkline
          fluid
          kind="bar"
          series="deployments"
          label={t('summary.trendDeployments')}
          values={trend.map(week => week.deployments)}
          previous={previousTrend.map(week => week.deployments)}
        />
      }
      sample={t('summary.sampleDeployments')}
    />
  );
}

function WeeklyTile(props: { frequency: FrequencyMetric }) {
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const formats = useFormats();
  const { shareWeekly } = props.frequency;
  return (
    <MetricTile
      label={t('summary.shareWeekly')}
      value={shareWeekly === null ? null : formats.share(shareWeekly)}
      reason={t('summary.noDeployments')}
      sample={t('summary.sampleReporting')}
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
      sample={t('summary.sampleComponents', {
        components: formats.count(components),
      })}
    />
  );
}

function reasonOf(
  frequency: FrequencyMetric,
  reasons: { never: string; quiet: string },
): string {
  return frequency.deployments === null ? reasons.never : reasons.quiet;
}

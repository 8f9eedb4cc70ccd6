import type {
  DoraMetricId,
  DoraReport,
  TrendPoint,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  toCsvTable,
  type CsvColumn,
  type CsvValue,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  contextOf,
  doraMetricIds,
  durationMetricOf,
  ratioMetricOf,
} from '../../metrics/metricIds';

/** A metric as it is exported: durations in seconds, shares from 0 to 1, rates a week. */
interface ExportedMetric {
  metric: DoraMetricId;
  state: string;
  unit: string;
  value: CsvValue;
  p75: CsvValue;
  p90: CsvValue;
  numerator: CsvValue;
  denominator: CsvValue;
  n: number;
  previous: CsvValue;
}

function metricRows(report: DoraReport): ExportedMetric[] {
  const none = { p75: null, p90: null, numerator: null, denominator: null };
  return doraMetricIds.map(metric => {
    switch (metric) {
      case 'deployment-frequency': {
        const { state, n, previous, perWeek, medianPerWeek, deployments } =
          report.deploymentFrequency;
        return {
          ...none,
          metric,
          state,
          unit: 'per week',
          value: perWeek ?? medianPerWeek,
          numerator: deployments,
          n,
          previous: previous.perWeek ?? previous.medianPerWeek,
        };
      }
      case 'change-lead-time':
      case 'failed-deployment-recovery-time':
      case 'time-to-restore': {
        const { state, n, median, p75, p90, previous } = durationMetricOf(
          report,
          metric,
        );
        return {
          ...none,
          metric,
          state,
          unit: 'seconds',
          value: median,
          p75,
          p90,
          n,
          previous: previous.median,
        };
      }
      default: {
        const { state, n, value, numerator, denominator, previous } =
          ratioMetricOf(report, metric);
        return {
          ...none,
          metric,
          state,
          unit: 'share',
          value,
          numerator,
          denominator,
          n,
          previous: previous.value,
        };
      }
    }
  });
}

/** The metrics of a report as CSV, one a line, with the definition and the days they hold for. */
export function toMetricsCsv(report: DoraReport): string {
  const { scope, window, definition } = report;
  const columns: ReadonlyArray<CsvColumn<ExportedMetric>> = [
    ['scope', () => scope.ref],
    ['from', () => window.from],
    ['to', () => window.to],
    ['definition', () => definition.id],
    ['definition_version', () => definition.version],
    ['metric', row => row.metric],
    ['state', row => row.state],
    ['unit', row => row.unit],
    ['value', row => row.value],
    ['p75', row => row.p75],
    ['p90', row => row.p90],
    ['numerator', row => row.numerator],
    ['denominator', row => row.denominator],
    ['n', row => row.n],
    ['previous_value', row => row.previous],
    [
      'data_quality',
      row => contextOf(report, row.metric)?.quality.state ?? null,
    ],
    [
      'open_disputes',
      row => contextOf(report, row.metric)?.openDisputes ?? null,
    ],
  ];
  return toCsvTable(columns, metricRows(report));
}

const trendColumns: ReadonlyArray<CsvColumn<TrendPoint>> = [
  ['week', point => point.week],
  ['part_of_a_week', point => point.partial],
  ['deployments', point => point.deployments],
  ['failed_deployments', point => point.failedDeployments],
  ['change_fail_rate', point => point.changeFailRate],
  ['rework_deployments', point => point.reworkDeployments],
  ['deployment_rework_rate', point => point.reworkRate],
  ['lead_time_median_seconds', point => point.leadTimeMedian],
  ['lead_time_p75_seconds', point => point.leadTimeP75],
  ['lead_time_p90_seconds', point => point.leadTimeP90],
  ['lead_time_changes', point => point.n],
  ['recovery_median_seconds', point => point.recoveryMedian],
  ['recoveries', point => point.recoveries],
  ['restore_median_seconds', point => point.restoreMedian],
  ['incidents', point => point.incidents],
  ['recurrences', point => point.recurrences],
];

/** The weeks of a report as CSV. */
export function toTrendCsv(report: DoraReport): string {
  return toCsvTable(trendColumns, report.trend);
}

import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** The numbers of a report. */
export type ReportMetrics = Pick<
  DoraReport,
  | 'changeLeadTime'
  | 'deploymentFrequency'
  | 'failedDeploymentRecoveryTime'
  | 'changeFailRate'
  | 'deploymentReworkRate'
  | 'timeToRestore'
  | 'incidentRecurrence'
>;

/** The numbers of a component that delivers. */
export function buildMetrics(): ReportMetrics {
  return {
    changeLeadTime: {
      state: 'ok',
      median: 22 * HOUR + 15 * 60,
      p75: 44 * HOUR,
      p90: 3 * DAY + 4 * HOUR,
      n: 142,
      minimum: 5,
      approximate: false,
      excluded: [
        { reason: 'already_delivered', unit: 'change', count: 12 },
        { reason: 'unknown_change', unit: 'change', count: 3 },
        { reason: 'negative_span', unit: 'change', count: 1 },
      ],
      previous: { median: 27 * HOUR, n: 118 },
      change: { ratio: -0.176, direction: 'better' },
    },
    deploymentFrequency: {
      state: 'ok',
      deployments: 41,
      perWeek: 3.19,
      medianPerWeek: null,
      shareWeekly: null,
      n: 41,
      minimum: 3,
      excluded: [
        { reason: 'not_production', unit: 'deployment', count: 39 },
        { reason: 'not_successful', unit: 'deployment', count: 2 },
        { reason: 'same_rollout', unit: 'deployment', count: 4 },
      ],
      previous: { deployments: 37, perWeek: 2.88, medianPerWeek: null },
      change: { ratio: 0.108, direction: 'better' },
    },
    failedDeploymentRecoveryTime: {
      state: 'ok',
      median: HOUR + 30 * 60,
      p75: 3 * HOUR,
      p90: 5 * HOUR,
      n: 3,
      minimum: 3,
      approximate: false,
      excluded: [{ reason: 'not_recovered', unit: 'deployment', count: 1 }],
      previous: { median: 2 * HOUR, n: 4 },
      change: { ratio: -0.25, direction: 'better' },
    },
    changeFailRate: {
      state: 'ok',
      value: 4 / 41,
      numerator: 4,
      denominator: 41,
      n: 41,
      minimum: 3,
      excluded: [
        { reason: 'no_deployment_in_time', unit: 'incident', count: 2 },
        { reason: 'other_cause', unit: 'incident', count: 1 },
      ],
      previous: { value: 3 / 37, numerator: 3, denominator: 37 },
      change: { ratio: 0.203, direction: 'worse' },
    },
    deploymentReworkRate: {
      state: 'ok',
      value: 2 / 41,
      numerator: 2,
      denominator: 41,
      n: 41,
      minimum: 3,
      excluded: [],
      previous: { value: 2 / 37, numerator: 2, denominator: 37 },
      change: { ratio: -0.098, direction: 'better' },
    },
    timeToRestore: {
      state: 'thin',
      median: 2 * HOUR + 10 * 60,
      p75: 4 * HOUR,
      p90: 4 * HOUR,
      n: 2,
      minimum: 3,
      approximate: false,
      excluded: [{ reason: 'not_severe', unit: 'incident', count: 3 }],
      previous: { median: null, n: 0 },
      change: null,
    },
    incidentRecurrence: {
      state: 'ok',
      value: 1 / 6,
      numerator: 1,
      denominator: 6,
      n: 6,
      minimum: 3,
      excluded: [],
      previous: { value: 0, numerator: 0, denominator: 4 },
      change: null,
    },
  };
}

/** The numbers of a component of which nothing was ever reported. */
export function buildEmptyMetrics(): ReportMetrics {
  const known = buildMetrics();
  const noDuration = {
    state: 'no_data',
    median: null,
    p75: null,
    p90: null,
    n: 0,
    excluded: [],
    previous: { median: null, n: 0 },
    change: null,
  } as const;
  const noRatio = {
    state: 'no_data',
    value: null,
    numerator: null,
    denominator: null,
    n: 0,
    excluded: [],
    previous: { value: null, numerator: null, denominator: null },
    change: null,
  } as const;
  return {
    changeLeadTime: { ...known.changeLeadTime, ...noDuration, excluded: [] },
    deploymentFrequency: {
      ...known.deploymentFrequency,
      state: 'no_data',
      deployments: null,
      perWeek: null,
      n: 0,
      excluded: [],
      previous: { deployments: null, perWeek: null, medianPerWeek: null },
      change: null,
    },
    failedDeploymentRecoveryTime: {
      ...known.failedDeploymentRecoveryTime,
      ...noDuration,
      excluded: [],
    },
    changeFailRate: { ...known.changeFailRate, ...noRatio, excluded: [] },
    deploymentReworkRate: {
      ...known.deploymentReworkRate,
      ...noRatio,
      excluded: [],
    },
    timeToRestore: { ...known.timeToRestore, ...noDuration, excluded: [] },
    incidentRecurrence: {
      ...known.incidentRecurrence,
      ...noRatio,
      excluded: [],
    },
  };
}

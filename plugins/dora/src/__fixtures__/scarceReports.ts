import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';
import { buildContexts } from './contexts';
import { buildEmptyMetrics } from './metrics';
import { buildDoraReport } from './report';
import { silentTrend } from './trend';

const HOUR = 3_600;

/** The report of a component of which nothing was ever reported. */
export function buildEmptyReport(): DoraReport {
  const report = buildDoraReport();
  return {
    ...report,
    scope: { ...report.scope, activeComponents: 0 },
    freshness: { state: 'no_data', asOf: null, calculating: false },
    ...buildEmptyMetrics(),
    contexts: buildContexts().map(context => ({
      ...context,
      benchmark: null,
      ungraded: 'no_data',
      quality: { state: 'unknown', checks: [] },
    })),
    stages: [],
    trend: silentTrend(report.trend),
    previousTrend: silentTrend(report.previousTrend),
    distribution: [],
    nextSteps: [
      { id: 'connect-source', entityRef: report.scope.ref, values: {} },
    ],
  };
}

/** A component with two deployments since five weeks: shown, and not graded. */
export function buildThinReport(): DoraReport {
  const report = buildDoraReport();
  return {
    ...report,
    freshness: { ...report.freshness, state: 'stale' },
    changeLeadTime: {
      ...report.changeLeadTime,
      state: 'thin',
      n: 3,
      excluded: [{ reason: 'first_deployment', unit: 'change', count: 44 }],
      previous: { median: null, n: 0 },
      change: null,
    },
    deploymentFrequency: {
      ...report.deploymentFrequency,
      state: 'thin',
      deployments: 2,
      perWeek: 0.156,
      n: 2,
      excluded: [],
      previous: { deployments: null, perWeek: null, medianPerWeek: null },
      change: null,
    },
    trend: report.trend.map((point, index) => ({
      ...(index === 9 || index === 12
        ? { ...point, deployments: 1 }
        : {
            ...point,
            deployments: index < 9 ? null : 0,
            leadTimeMedian: null,
            leadTimeP75: null,
            leadTimeP90: null,
            n: 0,
          }),
    })),
    previousTrend: silentTrend(report.previousTrend),
    distribution: [
      { from: 28_800, to: 57_600, count: 1 },
      { from: 57_600, to: 115_200, count: 2 },
    ],
    stages: [
      {
        id: 'commit-to-merge',
        median: 18 * HOUR,
        p75: 20 * HOUR,
        p90: 22 * HOUR,
        n: 3,
        share: 0.82,
      },
      {
        id: 'merge-to-deploy',
        median: 4 * HOUR,
        p75: 5 * HOUR,
        p90: 6 * HOUR,
        n: 3,
        share: 0.18,
      },
    ],
    nextSteps: [],
  };
}

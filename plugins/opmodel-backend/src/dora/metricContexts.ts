import {
  type BenchmarkEditionId,
  checkQuality,
  countOf,
  type DayMetric,
  type DoraMetricId,
  type DoraProfile,
  figuresOfCounts,
  gradeMetric,
  type MetricContext,
  type MetricQuality,
  type NumberState,
  printMetric,
  type QualityFigure,
  type QualityThresholds,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DoraMetrics, DoraNumbers } from './DoraNumbersReader';
import type { DaySpan } from './DoraStore';
import { failuresMetricOf } from './ratioMetrics';

/** What tells how good the numbers of a window are, and how a tool prints them. */
export interface MetricEvidence {
  /** Sums of what was counted. */
  totals: Partial<Record<DayMetric, number>>;
  /** ISO days with a deployment, where the definition tells its frequency by them. */
  deploymentDays: string[];
  /** First day on which the scope is known to have deployed. */
  knownFrom: string | null;
  /** First day on which the scope is known to have had an incident. */
  incidentsFrom: string | null;
}

/** By what a number is judged, beside the facts. */
export interface ContextRules {
  profile: DoraProfile;
  edition: BenchmarkEditionId;
  thresholds: Partial<QualityThresholds>;
  /** Whether lead times leave out what lies on days off. */
  workingTime: boolean;
}

/** What is known of a scope that its rows do not tell. */
export interface ContextSurroundings {
  rollUp: boolean;
  window: DaySpan;
  /** Days on which facts were collected without a gap, of all days; null where nobody watches. */
  collection: QualityFigure | null;
  openDisputes: ReadonlyMap<DoraMetricId, number>;
}

/** The metrics in the order in which they are told, with their family and where a report has them. */
const METRICS: readonly [
  DoraMetricId,
  MetricContext['family'],
  keyof DoraMetrics,
][] = [
  ['change-lead-time', 'throughput', 'changeLeadTime'],
  ['deployment-frequency', 'throughput', 'deploymentFrequency'],
  [
    'failed-deployment-recovery-time',
    'throughput',
    'failedDeploymentRecoveryTime',
  ],
  ['change-fail-rate', 'instability', 'changeFailRate'],
  ['deployment-rework-rate', 'instability', 'deploymentReworkRate'],
  ['time-to-restore', 'beside', 'timeToRestore'],
  ['incident-recurrence', 'beside', 'incidentRecurrence'],
];

/** Takes from the numbers of a window what their contexts need. */
export function evidenceOf(numbers: DoraNumbers): MetricEvidence {
  return {
    totals: Object.fromEntries(
      [...numbers.window.current.counts].map(([metric, bins]) => [
        metric,
        countOf(bins),
      ]),
    ),
    deploymentDays: numbers.deploymentDays,
    knownFrom: numbers.state.firstDeploymentDay,
    incidentsFrom: numbers.state.firstIncidentDay,
  };
}

/** What stands beside each metric: how good its facts are, where it stands among others, and how a tool prints it. */
export function toContexts(
  metrics: DoraMetrics,
  evidence: MetricEvidence,
  rules: ContextRules,
  surroundings: ContextSurroundings,
): MetricContext[] {
  const { profile, edition, thresholds, workingTime } = rules;
  const { rollUp } = surroundings;
  const figures = figuresOfCounts(
    metric => evidence.totals[metric] ?? 0,
    surroundings.collection,
    profile.failures,
  );
  return METRICS.map(([id, family, name]) => {
    const quality: MetricQuality = checkQuality(id, figures, thresholds);
    const { state, value } = valueOf(metrics[name]);
    return {
      metric: id,
      family,
      quality,
      ...gradeMetric({
        metric: id,
        value,
        state,
        quality,
        profile,
        edition,
        rollUp,
        workingTime,
      }),
      printed: print(id, metrics, evidence, rules, surroundings),
      openDisputes: surroundings.openDisputes.get(id) ?? 0,
    };
  });
}

function valueOf(metric: DoraMetrics[keyof DoraMetrics]): {
  state: NumberState;
  value: number | null;
} {
  const { state } = metric;
  if ('median' in metric) {
    return { state, value: metric.median };
  }
  return {
    state,
    value:
      'value' in metric ? metric.value : metric.perWeek ?? metric.medianPerWeek,
  };
}

function print(
  id: DoraMetricId,
  metrics: DoraMetrics,
  { totals, deploymentDays, knownFrom, incidentsFrom }: MetricEvidence,
  { profile }: ContextRules,
  { window }: ContextSurroundings,
): MetricContext['printed'] {
  const { deployments } = metrics.deploymentFrequency;
  const failures = totals[failuresMetricOf(profile)] ?? 0;
  // Where nobody has ever reported an incident, none is not known to be zero.
  const isLookedAt =
    failures > 0 || (incidentsFrom !== null && incidentsFrom <= window.to);
  const medians: Partial<Record<DoraMetricId, number | null>> = {
    'change-lead-time': metrics.changeLeadTime.median,
    'failed-deployment-recovery-time':
      metrics.failedDeploymentRecoveryTime.median,
    'time-to-restore': metrics.timeToRestore.median,
  };
  return printMetric(id, profile, {
    window: { from: window.from, to: window.to },
    medianSeconds: medians[id] ?? null,
    numerator: deployments === null || !isLookedAt ? null : failures,
    deployments,
    deploymentDays,
    knownFrom,
  });
}

import type { BenchmarkEditionId } from '../../client/DoraInsightApi';
import type { DoraMetricId } from '../../client/OpmodelApi';
import {
  DAILY,
  DAY,
  HALF_YEARLY,
  HOUR,
  MONTH,
  MONTHLY,
  SIX_MONTHS,
  TWICE_A_DAY,
  WEEK,
  WEEKLY,
} from './bands';

const THROUGHPUT = [
  'change-lead-time',
  'deployment-frequency',
  'failed-deployment-recovery-time',
] as const;

/** Scores of the DORA Quick Check, 0 to 10, 10 being the best; null where a metric is not known. */
export interface QuickCheckScores {
  /** Mean of the metrics that are known; null where none is. */
  overall: number | null;
  /** Mean of lead time, frequency and recovery time; null unless all three are known. */
  throughput: number | null;
  /** Mean of fail rate and, from 2025 on, rework rate; null unless both are known. */
  stability: number | null;
  metrics: Partial<Record<DoraMetricId, number | null>>;
}

/**
 * The score of one answer of the DORA Quick Check: six categories from 0 to 10 in equal steps, or 10 less a tenth of a
 * percentage.
 *
 * Source: `svelte/quick-check/src/lib` of dora-team/dora.dev, 2026-04, editions 2024 and 2025.
 *
 * @param value - seconds, deployments a week, or a share
 * @returns null without a value, and for what the Quick Check of that edition does not ask
 */
export function quickCheckScore(
  metric: DoraMetricId,
  value: number | null,
  edition: BenchmarkEditionId,
): number | null {
  if (value === null || !asks(metric, edition)) {
    return null;
  }
  if (isRate(metric)) {
    return Math.max(0, 10 - value * 10);
  }
  return metric === 'deployment-frequency'
    ? 2 *
        [HALF_YEARLY, MONTHLY, WEEKLY, DAILY, TWICE_A_DAY].filter(
          step => value >= step,
        ).length
    : 2 *
        [SIX_MONTHS, MONTH, WEEK, DAY, HOUR].filter(step => value < step)
          .length;
}

/**
 * The scores of a report. What is not known stays null: the original takes an unanswered metric for 0 in throughput and for 10
 * in stability, which makes a gap look like an answer.
 *
 * @param values - by metric: seconds, deployments a week, or a share
 */
export function quickCheckScores(
  values: Partial<Record<DoraMetricId, number | null>>,
  edition: BenchmarkEditionId = '2025',
): QuickCheckScores {
  const stability: DoraMetricId[] = ['change-fail-rate'];
  if (edition === '2025') {
    stability.push('deployment-rework-rate');
  }
  const scoreOf = (metric: DoraMetricId) =>
    quickCheckScore(metric, values[metric] ?? null, edition);
  const metrics = Object.fromEntries(
    [...THROUGHPUT, ...stability].map(metric => [metric, scoreOf(metric)]),
  );
  const known = Object.values(metrics).filter(score => score !== null);
  return {
    overall: meanOf(known),
    throughput: meanOf(THROUGHPUT.map(scoreOf)),
    stability: meanOf(stability.map(scoreOf)),
    metrics,
  };
}

function asks(metric: DoraMetricId, edition: BenchmarkEditionId): boolean {
  switch (metric) {
    case 'time-to-restore':
    case 'incident-recurrence':
      return false;
    case 'deployment-rework-rate':
      return edition === '2025';
    default:
      return edition === '2024' || edition === '2025';
  }
}

function isRate(metric: DoraMetricId): boolean {
  return metric === 'change-fail-rate' || metric === 'deployment-rework-rate';
}

function meanOf(scores: readonly (number | null)[]): number | null {
  return scores.length === 0 || scores.includes(null)
    ? null
    : scores.reduce<number>((sum, score) => sum + score!, 0) / scores.length;
}

import type { MetricQuality, QualityCheck } from '../../client/DoraInsightApi';
import type { DoraMetricId } from '../../client/OpmodelApi';
import {
  checksOfMetric,
  defaultQualityThresholds,
  type QualityCheckId,
  type QualityThresholds,
} from './qualityChecks';

/** A part of a whole, both counted; the whole is 0 where there was nothing to check. */
export interface QualityFigure {
  numerator: number;
  denominator: number;
}

/** What the checks are computed from; null where it is not known at all. */
export type QualityFigures = Readonly<
  Record<QualityCheckId, QualityFigure | null>
>;

/**
 * How good the facts behind a metric are.
 *
 * A check of nothing neither passes nor fails: its share is null. The whole is doubtful where a check fails, and unknown where
 * none could be made.
 *
 * @param thresholds - shares from 0 to 1 that differ from {@link defaultQualityThresholds}
 */
export function checkQuality(
  metric: DoraMetricId,
  figures: QualityFigures,
  thresholds: Partial<QualityThresholds> = {},
): MetricQuality {
  const checks = checksOfMetric[metric].map(id =>
    check(
      id,
      figures[id] ?? { numerator: 0, denominator: 0 },
      thresholds[id] ?? defaultQualityThresholds[id],
    ),
  );
  return { state: stateOf(checks), checks };
}

function check(
  id: QualityCheckId,
  { numerator, denominator }: QualityFigure,
  threshold: number,
): QualityCheck {
  // Two sources may count the same thing differently; a share above 1 would only hide that one of them misses something.
  const share =
    denominator > 0 ? Math.min(1, Math.max(0, numerator / denominator)) : null;
  return {
    id,
    share,
    numerator,
    denominator,
    threshold,
    passed: share === null ? null : share >= threshold,
  };
}

function stateOf(checks: readonly QualityCheck[]): MetricQuality['state'] {
  if (checks.some(({ passed }) => passed === false)) {
    return 'doubtful';
  }
  return checks.some(({ passed }) => passed) ? 'good' : 'unknown';
}

import type {
  BenchmarkEditionId,
  MetricBenchmark,
} from '../../client/DoraInsightApi';
import type { DoraMetricId } from '../../client/OpmodelApi';
import type { BenchmarkBand, BenchmarkMetricId } from './bands';
import { benchmarkEditions } from './benchmarkEditions';
import { quickCheckScore } from './quickCheck';

/** A value that is to be placed in an edition. */
export interface BenchmarkQuestion {
  metric: DoraMetricId;
  /** Seconds, deployments a week of one component, or a share. Null without data. */
  value: number | null;
  edition: BenchmarkEditionId;
}

/**
 * Where a value stands among the respondents of one edition. It says nothing of whether the value is known well enough to be
 * graded: `gradeMetric` does.
 *
 * @returns null without a value, or where the edition has nothing to compare the metric with
 */
export function benchmarkOf({
  metric,
  value,
  edition: editionId,
}: BenchmarkQuestion): MetricBenchmark | null {
  const edition = benchmarkEditions.find(({ id }) => id === editionId);
  const bands = edition?.metrics[metric as BenchmarkMetricId];
  if (!edition || !bands || value === null) {
    return null;
  }
  const index = bands.findIndex(({ end }) => reaches(metric, value, end));
  const band = bands[index];
  const isDistribution = edition.kind === 'distribution';
  return {
    edition: editionId,
    kind: edition.kind,
    tier: tierOf(band),
    band: band.band,
    chosenByTool: !isReported(value, band),
    // The editions with clusters tell how large these are, not how many respondents gave which answer.
    shareBetter: isDistribution ? sumOf(bands.slice(0, index)) : null,
    shareSame: isDistribution ? band.share : null,
    quickCheckScore: quickCheckScore(metric, value, editionId),
    bands: bands.map(each => ({
      band: each.band,
      tier: tierOf(each),
      share: each.share === null ? null : toThousandths(each.share),
    })),
  };
}

function reaches(
  metric: DoraMetricId,
  value: number,
  end: number | null,
): boolean {
  if (end === null) {
    return true;
  }
  if (metric === 'deployment-frequency') {
    return value >= end;
  }
  return metric === 'change-fail-rate' || metric === 'deployment-rework-rate'
    ? value <= end
    : value < end;
}

/** A band that several clusters share is the band of none of them. */
function tierOf({ tiers }: BenchmarkBand): MetricBenchmark['tier'] {
  return tiers.length === 1 ? tiers[0] : null;
}

function isReported(value: number, { reported }: BenchmarkBand): boolean {
  if (reported === null) {
    return false;
  }
  const { from, to } = reported;
  return value >= Math.min(from, to) && value <= Math.max(from, to);
}

function sumOf(bands: readonly BenchmarkBand[]): number | null {
  return bands.some(({ share }) => share === null)
    ? null
    : toThousandths(bands.reduce((sum, { share }) => sum + share!, 0));
}

function toThousandths(share: number): number {
  return Math.round(share * 1000) / 1000;
}

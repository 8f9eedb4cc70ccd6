import {
  binnedQuantile,
  type BuildReport,
  type FlowDefinition,
  type FlowRatio,
  weekOf,
  weeksBetween,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DaySpan } from '../catalog/ComponentSelection';
import { toInstant } from '../lib/instants';
import { binnedQuantiles } from './durationQuantiles';
import {
  binsOf,
  numberOf,
  stateOf,
  toDurationMetric,
  toRatioMetric,
} from './flowNumbers';
import type { FlowCounts, FlowWindowCounts, PipelineRow } from './FlowStore';

/** How a pipeline is called of which the source says no name. */
const UNNAMED = 'unnamed';

/** How the pipelines of a selection did in a window. */
export function toBuildReport(
  counts: Pick<FlowWindowCounts, 'current' | 'previous' | 'weeks'>,
  pipelines: readonly PipelineRow[],
  { window, firstBuildDay }: { window: DaySpan; firstBuildDay: string | null },
  { minimumBuilds }: FlowDefinition,
): BuildReport {
  const runs = numberOf(counts.current, 'builds');
  const durationOf = (metric: 'build_duration' | 'build_queue') =>
    toDurationMetric(
      {
        bins: binsOf(counts.current, metric),
        quantiles: binnedQuantiles(binsOf(counts.current, metric)),
      },
      {
        bins: binsOf(counts.previous, metric),
        median: binnedQuantile(binsOf(counts.previous, metric), 0.5),
      },
      minimumBuilds,
    );
  return {
    state: stateOf(runs, minimumBuilds),
    success: toRatioMetric(
      successOf(counts.current),
      successOf(counts.previous),
      {
        n: runs,
        previousN: numberOf(counts.previous, 'builds'),
        minimum: minimumBuilds,
        betterWhen: 'higher',
      },
    ),
    duration: durationOf('build_duration'),
    queue: durationOf('build_queue'),
    weeks: weeksBetween(window.from, window.to).map(week => {
      const own: FlowCounts = counts.weeks.get(week) ?? new Map();
      const isKnown = firstBuildDay !== null && weekOf(firstBuildDay) <= week;
      return {
        week,
        runs: isKnown ? numberOf(own, 'builds') : null,
        successRate: successOf(own).value,
        durationMedian: binnedQuantile(binsOf(own, 'build_duration'), 0.5),
      };
    }),
    pipelines: pipelines.map(row => ({
      pipeline: row.pipeline ?? UNNAMED,
      entityRef: row.entityRef,
      entityTitle: row.entityTitle ?? row.entityName,
      runs: row.runs,
      successRate: row.runs === 0 ? null : row.successes / row.runs,
      durationMedian: row.durationMedian,
      lastRunAt: toInstant(row.lastRunAt),
      lastResult: row.lastResult,
      url: row.url,
    })),
  };
}

/** Runs that succeeded, of those that succeeded or failed. */
export function successOf(counts: FlowCounts): FlowRatio {
  const denominator = numberOf(counts, 'builds');
  const numerator = denominator - numberOf(counts, 'failed_builds');
  return {
    numerator,
    denominator,
    value: denominator === 0 ? null : numerator / denominator,
  };
}

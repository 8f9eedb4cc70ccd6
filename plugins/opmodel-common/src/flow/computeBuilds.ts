import { quantile } from '../statistics/quantile';
import type { DeploymentResult } from '../intake/observation';
import type { BuildRun } from './computeBuildRun';
import { flowRatio, type FlowRatio } from './flowRatio';

/** How one pipeline, or several together, do. Durations are whole seconds. */
export interface BuildHealth {
  /** Runs that succeeded / runs that succeeded or failed. */
  success: FlowRatio;
  /** Runs that were cancelled, and so are left out of the success rate. */
  cancelled: number;
  /** Start to finish of the runs that succeeded. */
  durationMedian: number | null;
  durationP90: number | null;
  /** Queued to started. */
  queueMedian: number | null;
}

/** How one pipeline does. */
export interface PipelineHealth extends BuildHealth {
  /** Null: the runs of which the source names no pipeline. */
  pipeline: string | null;
  /** Epoch milliseconds of the last run that finished, cancelled ones included; null: none has. */
  lastRunAt: number | null;
  lastResult: DeploymentResult | null;
}

/**
 * Build health of runs taken together: success rate, duration and time in the queue. Quantiles interpolate.
 *
 * @param runs - of the window, in any order
 */
export function computeBuilds(runs: readonly BuildRun[]): BuildHealth {
  const counted = runs.filter(({ exclusion }) => exclusion === null);
  const succeeded = counted.filter(({ result }) => result === 'success');
  const durations = known(counted.map(run => run.durationSeconds));
  return {
    success: flowRatio(succeeded.length, counted.length),
    cancelled: runs.filter(({ exclusion }) => exclusion === 'cancelled').length,
    durationMedian: quantile(durations, 0.5),
    durationP90: quantile(durations, 0.9),
    queueMedian: quantile(known(counted.map(run => run.queueSeconds)), 0.5),
  };
}

/**
 * Build health of each pipeline of an entity.
 *
 * @param runs - of the window, in any order
 * @returns those that fail most often first, by the number of failed runs; pipelines without a run that stands are left out
 */
export function computePipelines(runs: readonly BuildRun[]): PipelineHealth[] {
  const byPipeline = new Map<string | null, BuildRun[]>();
  for (const run of runs) {
    if (run.exclusion !== 'withdrawn') {
      const before = byPipeline.get(run.pipeline) ?? [];
      byPipeline.set(run.pipeline, before);
      before.push(run);
    }
  }
  return [...byPipeline]
    .map(([pipeline, ofPipeline]) => ({
      pipeline,
      ...computeBuilds(ofPipeline),
      ...lastOf(ofPipeline),
    }))
    .sort(
      (a, b) =>
        failures(b) - failures(a) ||
        ((a.pipeline ?? '') < (b.pipeline ?? '') ? -1 : 1),
    );
}

function lastOf(
  runs: readonly BuildRun[],
): Pick<PipelineHealth, 'lastRunAt' | 'lastResult'> {
  const finished = runs
    .filter(({ finishedAt }) => finishedAt !== null)
    .sort(
      (a, b) =>
        b.finishedAt! - a.finishedAt! || (a.subject < b.subject ? -1 : 1),
    );
  return {
    lastRunAt: finished[0]?.finishedAt ?? null,
    lastResult: finished[0]?.result ?? null,
  };
}

function failures({ success }: BuildHealth): number {
  return success.denominator - success.numerator;
}

function known(values: readonly (number | null)[]): number[] {
  return values.filter(value => value !== null);
}

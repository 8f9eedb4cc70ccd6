import type { Builds } from '../organisation/DeliveryProfile';
import type { Change, PipelineRun } from './facts';
import { SeededRandom } from './SeededRandom';
import { MINUTE, wholeSeconds } from './workload';

/** Share of failed checks that are simply run again. */
const RETRIED_SHARE = 0.6;

/**
 * The runs that a change gives rise to: a check when it is opened, once more where that failed, and a build when it is merged. They are
 * drawn from the change's own name, so that they change nothing else of the year.
 */
export function drawPipelineRuns(
  component: string,
  change: Change,
  builds: Builds,
): PipelineRun[] {
  const random = new SeededRandom(change.commitSha, component, 'runs');
  const runs: PipelineRun[] = [];
  const run = (
    pipeline: PipelineRun['pipeline'],
    queuedAt: number,
    ref: string,
  ): PipelineRun => {
    const startedAt = wholeSeconds(
      queuedAt + random.logNormal(0.7, 0.9) * MINUTE,
    );
    const result = random.weighted<PipelineRun['result']>([
      ['success', builds.successRate * 0.97],
      ['failure', (1 - builds.successRate) * 0.97],
      ['cancelled', 0.03],
    ]);
    // What fails does so before the end.
    const share = result === 'success' ? 1 : random.between(0.2, 1);
    const minutes = random.logNormal(builds.minutes, 0.35) * share;
    const made: PipelineRun = {
      id: `${component}-${change.number}-${runs.length + 1}`,
      component,
      pipeline,
      queuedAt,
      startedAt,
      finishedAt: wholeSeconds(startedAt + minutes * MINUTE),
      result,
      commitSha: change.commitSha,
      ref,
    };
    runs.push(made);
    return made;
  };
  const { openedAt, mergedAt, number } = change;
  if (openedAt !== undefined) {
    const first = run('check', openedAt, `change-${number}`);
    if (first.result === 'failure' && random.chance(RETRIED_SHARE)) {
      run('check', first.finishedAt + 2 * MINUTE, `change-${number}`);
    }
  }
  if (mergedAt !== undefined) {
    run('build', mergedAt, 'main');
  }
  return runs;
}

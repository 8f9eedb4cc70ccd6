import type { DeploymentResult } from '../intake/observation';
import type { BuildExclusion, PipelineRunFact } from './flowFacts';

/** What one run of a pipeline contributes. Instants are epoch milliseconds, durations whole seconds. */
export interface BuildRun {
  source: string;
  subject: string;
  /** Null: the source names none. */
  pipeline: string | null;
  finishedAt: number | null;
  /** When it finished, or else began or was queued; null: nothing is known. */
  at: number | null;
  result: DeploymentResult | null;
  /** Why it does not count for the success rate. */
  exclusion: BuildExclusion | null;
  /** Start to finish of a run that succeeded; null for others, and where that is not known. */
  durationSeconds: number | null;
  /** Queued to started of a run that counts; null where that is not known. */
  queueSeconds: number | null;
}

/**
 * What one run of a pipeline contributes to build health.
 *
 * Runs that were cancelled are left out of the success rate: most of them were overtaken by the next push and say nothing of
 * the code. The duration is that of runs that succeeded, because those that fail stop early. A run without a known result is
 * not taken for a success. Spans below zero are unknown.
 */
export function computeBuildRun(fact: PipelineRunFact): BuildRun {
  const { queuedAt, startedAt, finishedAt, result } = fact;
  const exclusion = exclusionOf(fact);
  return {
    source: fact.source,
    subject: fact.subject,
    pipeline: fact.pipeline,
    finishedAt,
    at: finishedAt ?? startedAt ?? queuedAt,
    result,
    exclusion,
    durationSeconds:
      exclusion === null && result === 'success'
        ? span(startedAt, finishedAt)
        : null,
    queueSeconds: exclusion === null ? span(queuedAt, startedAt) : null,
  };
}

function exclusionOf({
  withdrawn,
  finishedAt,
  result,
}: PipelineRunFact): BuildExclusion | null {
  if (withdrawn) {
    return 'withdrawn';
  }
  if (finishedAt === null) {
    return 'not_finished';
  }
  if (result === null) {
    return 'no_result';
  }
  return result === 'cancelled' ? 'cancelled' : null;
}

function span(from: number | null, to: number | null): number | null {
  return from === null || to === null || to < from
    ? null
    : Math.floor((to - from) / 1000);
}

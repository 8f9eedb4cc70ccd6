import { SLI_BUCKET_SECONDS } from '@opmodel/backstage-plugin-opmodel-common';
import type { SliAnswer } from '@opmodel/backstage-plugin-opmodel-node';
import { nextAttemptAfter } from '../../collect/backOff';
import type { StoredSlo } from '../definitions/SloDefinitionStore';
import type { PlannedSpan } from './MeasurementPlan';
import { requestIdOf } from './requestIds';
import type {
  ClaimedMeasurement,
  MeasurementOutcome,
} from './SloMeasurementStore';

const BUCKET = SLI_BUCKET_SECONDS * 1_000;

/** Longest text of an error that is kept. */
const LONGEST_ERROR = 2_000;

/** A claimed SLO with what is asked about it. */
export interface PlannedMeasurement {
  claim: ClaimedMeasurement;
  slo: StoredSlo;
  span: PlannedSpan;
}

/** What sources said, by the ids of the questions. */
export interface ToldMeasurement {
  answers: ReadonlyMap<string, SliAnswer>;
  /** Of objectives that are measured backwards. */
  earlier: ReadonlyMap<string, SliAnswer>;
  /** Whether one of its objectives is to be measured further backwards. */
  isBehind: boolean;
}

/**
 * What came of a claim, by what sources said.
 *
 * @param options - `now` in epoch milliseconds; `random` from 0 up to but not 1
 */
export function outcomeOf(
  { claim, slo: { definition }, span }: PlannedMeasurement,
  { answers, earlier, isBehind }: ToldMeasurement,
  { now, random }: { now: number; random: () => number },
): MeasurementOutcome {
  const { sloRef, token, failures, measuredUntil } = claim;
  const told = definition.objectives.flatMap(({ index }) => {
    const answer = answers.get(requestIdOf(sloRef, index));
    return answer ? [{ index, answer }] : [];
  });
  const toldEarlier = definition.objectives.flatMap(
    ({ index }) => earlier.get(requestIdOf(sloRef, index)) ?? [],
  );
  const common = {
    sloRef,
    token,
    queries:
      told.length === 0
        ? null
        : Object.fromEntries(
            told.map(({ index, answer }) => [String(index), answer.queries]),
          ),
  };
  const furthest = Math.max(span.to, measuredUntil ?? 0);
  const failed = problemsOf(told.map(({ answer }) => answer));
  const problems = [...failed, ...problemsOf(toldEarlier)];
  if (problems.length > 0) {
    return {
      ...common,
      state: 'failed',
      error: [...new Set(problems)].join('\n').slice(0, LONGEST_ERROR),
      measuredUntil:
        failed.length === 0 || failed.length < told.length
          ? furthest
          : measuredUntil,
      nextAt: Math.max(
        // Not before the next call.
        now + 1,
        nextAttemptAfter({ failures: failures + 1, now, random }),
      ),
    };
  }
  return {
    ...common,
    state: 'measured',
    measuredUntil: furthest,
    ...(span.isAgain && {
      again: { from: span.from, to: span.to, next: span.againFrom },
    }),
    nextAt:
      span.isBehind || isBehind
        ? now + 1
        : span.to + BUCKET + Math.floor(random() * 60_000),
  };
}

function problemsOf(answers: readonly SliAnswer[]): string[] {
  return answers.flatMap(answer => ('problem' in answer ? answer.problem : []));
}

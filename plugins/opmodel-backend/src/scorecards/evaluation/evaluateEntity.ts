import { isEqual } from 'lodash';
import { readFacts } from './evaluateCheck';
import {
  evaluateScorecard,
  type EvaluatedScorecard,
  type EvaluationRules,
} from './evaluateScorecard';
import type {
  EvaluationBasis,
  EvaluationOutcome,
  ResultChange,
  ScorecardResult,
} from './ResultStore';
import { settleLevels } from './settleLevels';

/**
 * Evaluates one entity: the checks that the work names, those that read facts that changed, those that are others than they were, and no
 * other. Levels follow from the verdicts.
 *
 * What comes to what is known already is not among the outcome, so that nothing is written for it.
 */
export function evaluateEntity(
  basis: EvaluationBasis,
  rules: EvaluationRules,
): EvaluationOutcome {
  const { freshnessOf, now, scorecards } = rules;
  const context = {
    ...readFacts(basis.facts),
    freshnessOf,
    now,
    basis,
    rules,
    readers: scorecards.readersOf(basis.work.facts),
  };
  const evaluated = scorecards.scorecards.flatMap(
    scorecard => evaluateScorecard(scorecard, context) ?? [],
  );
  const linked = evaluated.filter(({ scorecard }) => scorecard.isLinked);
  const ranks = settleLevels(
    linked.map(({ scorecard }) => scorecard.definition),
    new Map(
      linked.map(({ scorecard, standing }) => [scorecard.ref, standing.rank]),
    ),
  );
  const outcomes = evaluated.flatMap(one => {
    const { ref, isLinked } = one.scorecard;
    const rank = isLinked ? ranks.get(ref)! : one.standing.rank;
    return outcomeOf(one, { rank, basis, now }) ?? [];
  });
  return {
    results: outcomes.map(({ result }) => result),
    changes: outcomes.flatMap(({ change }) => change ?? []),
  };
}

/** What becomes of the result of a scorecard; undefined: it stays as it is. */
function outcomeOf(
  one: EvaluatedScorecard,
  options: { rank: number | null; basis: EvaluationBasis; now: number },
): { result: ScorecardResult; change: ResultChange | null } | undefined {
  const { scorecard, previous, verdicts, changes, standing } = one;
  const { rank, basis, now } = options;
  const { points } = standing;
  const { entityRef } = basis.work;
  const isLevelChanged = previous?.levelRank !== rank;
  const isMoved = isLevelChanged || changes.length > 0;
  // Facts that were told for an earlier moment change nothing before what is known.
  const changedAt = one.changedAt ?? Math.max(now, previous?.changedAt ?? now);
  if (
    previous &&
    !isMoved &&
    !one.isChanged &&
    previous.version === scorecard.version &&
    isEqual(previous.points, points)
  ) {
    return undefined;
  }
  const result: ScorecardResult = {
    entityRef,
    scorecardRef: scorecard.ref,
    version: scorecard.version,
    levelRank: rank,
    levelSince: previous && !isLevelChanged ? previous.levelSince : changedAt,
    points,
    verdicts,
    firstAt: previous?.firstAt ?? changedAt,
    changedAt: previous && !isMoved ? previous.changedAt : changedAt,
  };
  const change: ResultChange | null =
    previous && isMoved
      ? {
          entityRef,
          scorecardRef: scorecard.ref,
          version: scorecard.version,
          ownerRef: basis.ownerRef,
          changedAt,
          levelBefore: previous.levelRank,
          levelAfter: rank,
          checks: changes,
        }
      : null;
  return { result, change };
}

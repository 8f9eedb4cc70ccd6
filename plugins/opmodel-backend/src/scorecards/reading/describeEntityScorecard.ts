import {
  type CheckExemption,
  computeLevel,
  computePoints,
  bearingOf,
  type EntityScorecard,
  type MissingCheck,
  type RequiredLevel,
  tallyVerdicts,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../../lib/instants';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import type { ScorecardResult } from '../evaluation/ResultStore';
import type { ReadScorecard } from './CheckExpressions';
import { type CheckContext, describeCheck } from './describeCheck';
import { describeScorecard, levelAbove, levelAt } from './describeScorecard';
import { summarizeTally } from './summarizeTally';

/** What is known where an entity is described on a scorecard. */
export interface EntityScorecardContext
  extends Omit<CheckContext, 'exemption'> {
  /** By check. */
  exemptions: ReadonlyMap<string, CheckExemption>;
  /** Scorecards that the caller may see, by ref. */
  scorecards: ReadonlyMap<string, StoredScorecard>;
  /** Results of the entity, by scorecard. */
  results: ReadonlyMap<string, ScorecardResult>;
}

/** Where an entity stands on one scorecard. */
export function describeEntityScorecard(
  scorecard: StoredScorecard,
  expressions: ReadScorecard,
  context: EntityScorecardContext,
): EntityScorecard {
  const { definition } = scorecard;
  const result = context.results.get(definition.ref);
  const rank = result?.levelRank ?? null;
  const isAsked = rank !== null;
  const checks = result
    ? definition.checks.map(check =>
        describeCheck(
          check,
          expressions.checks.get(check.id),
          result.verdicts.get(check.id),
          { ...context, exemption: context.exemptions.get(check.id) ?? null },
        ),
      )
    : [];
  const requires = isAsked ? describeRequired(definition, context) : [];
  return {
    scorecard: describeScorecard(scorecard, context.nameOwner),
    isAsked,
    level: isAsked ? levelAt(definition, rank) : null,
    levelSince: isAsked ? toInstant(result!.levelSince) : null,
    next: isAsked ? levelAbove(definition, rank) : null,
    missing: result && isAsked ? findMissing(scorecard, result) : [],
    held: result ? computeLevel(definition, result.verdicts).held.slice() : [],
    points:
      isAsked && result?.points
        ? {
            ...result.points,
            share:
              result.points.known === 0
                ? null
                : result.points.earned / result.points.known,
          }
        : null,
    requires,
    summary: summarizeTally(tallyVerdicts(checks), 1),
    checks,
  };
}

/** What is missing for the level above the one that is kept. */
function findMissing(
  { definition }: StoredScorecard,
  { levelRank, verdicts }: ScorecardResult,
): EntityScorecard['missing'] {
  const names = new Map(definition.checks.map(({ id, name }) => [id, name]));
  const named = (missing: readonly MissingCheck[]) =>
    missing.map(({ checkId, bearing }) => ({
      checkId,
      name: names.get(checkId) ?? checkId,
      bearing,
    }));
  if (definition.scheme === 'points') {
    const { level } = computePoints(definition, verdicts);
    const isHeld = (level?.rank ?? 0) !== levelRank;
    return isHeld
      ? []
      : named(
          definition.checks.flatMap((check): MissingCheck[] => {
            const bearing = bearingOf(check, verdicts.get(check.id));
            return (bearing === 'missed' || bearing === 'unknown') &&
              check.weight > 0
              ? [{ checkId: check.id, bearing }]
              : [];
          }),
        );
  }
  const { level, missing } = computeLevel(definition, verdicts);
  // Where levels of other scorecards hold it back, nothing of its own is missing for the next one.
  return (level?.rank ?? 0) === levelRank ? named(missing) : [];
}

/** A scorecard that asks nothing of the entity holds no other back. */
function describeRequired(
  { requires }: StoredScorecard['definition'],
  { scorecards, results }: EntityScorecardContext,
): RequiredLevel[] {
  return requires.flatMap(({ scorecard: ref, level }) => {
    const needed = scorecards.get(ref);
    if (!needed) {
      return [];
    }
    const { title, levels } = needed.definition;
    const rank = levels.find(({ name }) => name === level)?.rank ?? 0;
    return [
      {
        scorecardRef: ref,
        title,
        level,
        isMet: (results.get(ref)?.levelRank ?? Infinity) >= rank,
      },
    ];
  });
}

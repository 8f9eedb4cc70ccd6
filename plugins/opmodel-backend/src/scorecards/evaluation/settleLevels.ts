import {
  computeLevel,
  computePoints,
  type CheckVerdict,
  type ScorecardDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Where an entity stands on one scorecard. */
export interface LevelStanding {
  /** Rank; 0: the empty level; null: nothing is asked of it. */
  rank: number | null;
  /** Null where the scorecard counts no points. */
  points: { earned: number; known: number; possible: number } | null;
}

/** Where an entity stands on a scorecard by itself, whatever it asks of others. */
export function standingOf(
  definition: ScorecardDefinition,
  verdicts: ReadonlyMap<string, CheckVerdict>,
): LevelStanding {
  if (definition.scheme === 'points') {
    const { earned, known, possible, level } = computePoints(
      definition,
      verdicts,
    );
    return {
      rank: possible === 0 ? null : level?.rank ?? 0,
      points: { earned, known, possible },
    };
  }
  const { isAsked, level } = computeLevel(definition, verdicts);
  return { rank: isAsked ? level?.rank ?? 0 : null, points: null };
}

/**
 * Holds scorecards at their empty level until the levels that they ask of others are reached. A scorecard that asks nothing of the
 * entity, or that is gone, holds no other back.
 *
 * It takes away only what cannot stand, again and again until everything stands. So neither the order matters, nor whether scorecards ask
 * for each other in a circle: a circle in which everything is reached stands.
 *
 * @param ranks - by scorecard, of all that hold
 * @returns the ranks of all
 */
export function settleLevels(
  definitions: readonly Pick<
    ScorecardDefinition,
    'ref' | 'levels' | 'requires'
  >[],
  ranks: ReadonlyMap<string, number | null>,
): Map<string, number | null> {
  const settled = new Map(ranks);
  const rankOf = new Map(
    definitions.map(({ ref, levels }) => [
      ref,
      new Map(levels.map(({ name, rank }) => [name, rank])),
    ]),
  );
  const isMet = ({ scorecard, level }: { scorecard: string; level: string }) =>
    (settled.get(scorecard) ?? Infinity) >=
    (rankOf.get(scorecard)?.get(level) ?? 0);
  let isMoved = true;
  while (isMoved) {
    isMoved = false;
    for (const { ref, requires } of definitions) {
      if ((settled.get(ref) ?? 0) > 0 && !requires.every(isMet)) {
        settled.set(ref, 0);
        isMoved = true;
      }
    }
  }
  return settled;
}

import type { ScorecardDefinition } from '@opmodel/backstage-plugin-opmodel-common';

/**
 * Finds what a rank of one definition is in another: the rank of the level of the same name, so that a level which is put between two others
 * moves nobody up. A level that is gone is the highest that is left of those below it.
 *
 * @param before - null: there was none
 */
export function alignRanks(
  before: Pick<ScorecardDefinition, 'levels'> | null,
  after: Pick<ScorecardDefinition, 'levels'>,
): (rank: number) => number {
  const ranks = new Map(after.levels.map(({ name, rank }) => [name, rank]));
  const descending = [...(before?.levels ?? [])].sort(
    (a, b) => b.rank - a.rank,
  );
  return rank => {
    const kept = descending.find(
      level => level.rank <= rank && ranks.has(level.name),
    );
    return kept ? ranks.get(kept.name)! : 0;
  };
}

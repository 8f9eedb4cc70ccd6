import type {
  LevelCount,
  MatrixCheck,
  ScorecardCheck,
  ScorecardDefinition,
  ScorecardLevelView,
  ScorecardView,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../../lib/instants';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import type { ListedScorecard } from './ScorecardReadStore';

/** Names an owner as far as the caller may see it. */
export type NameOwner = (ref: string | null | undefined) => {
  ownerRef: string | null;
  ownerTitle: string | null;
};

/** A scorecard as answers show it. */
export function describeScorecard(
  { definition, origin, version, publishedAt, problems }: StoredScorecard,
  nameOwner: NameOwner,
): ScorecardView {
  return {
    ref: definition.ref,
    title: definition.title,
    description: definition.description ?? null,
    ...nameOwner(definition.owner),
    origin,
    scheme: definition.scheme,
    version,
    publishedAt: toInstant(publishedAt),
    countsToOverall: definition.countsToOverall,
    levels: describeLevels(definition),
    problems: problems.length,
  };
}

/** The levels of a scorecard from the lowest, the empty one first. */
export function describeLevels({
  emptyLevel,
  levels,
}: Pick<ScorecardDefinition, 'emptyLevel' | 'levels'>): ScorecardLevelView[] {
  return [
    {
      name: emptyLevel.name,
      rank: 0,
      color: emptyLevel.color ?? null,
      description: null,
    },
    ...[...levels]
      .sort((a, b) => a.rank - b.rank)
      .map(({ name, rank, color, description }) => ({
        name,
        rank,
        color: color ?? null,
        description: description ?? null,
      })),
  ];
}

/** The level of a rank. One that the scorecard has no more is called by its rank. */
export function levelAt(
  definition: Pick<ScorecardDefinition, 'emptyLevel' | 'levels'>,
  rank: number,
): ScorecardLevelView {
  const found = describeLevels(definition).find(level => level.rank === rank);
  return found ?? { name: `${rank}`, rank, color: null, description: null };
}

/** The level above a rank; null: there is none. */
export function levelAbove(
  definition: Pick<ScorecardDefinition, 'emptyLevel' | 'levels'>,
  rank: number,
): ScorecardLevelView | null {
  return describeLevels(definition).find(level => level.rank > rank) ?? null;
}

/** How many entities are at each level, from the lowest; those without any are there too. */
export function countLevels(
  definition: Pick<ScorecardDefinition, 'emptyLevel' | 'levels'>,
  ranks: ReadonlyMap<number, number>,
): LevelCount[] {
  return describeLevels(definition).map(level => ({
    level,
    entities: ranks.get(level.rank) ?? 0,
  }));
}

/** The highest rank of a scorecard; 0: it has no levels. */
export function highestRankOf({
  levels,
}: Pick<ScorecardDefinition, 'levels'>): number {
  return Math.max(0, ...levels.map(({ rank }) => rank));
}

/** What of a scorecard matters to where it comes in a list. */
export function toListed({ definition }: StoredScorecard): ListedScorecard {
  return {
    ref: definition.ref,
    highestRank: highestRankOf(definition),
    countsToOverall: definition.countsToOverall,
  };
}

/** A check as the column of a table. */
export function describeColumn({
  id,
  name,
  category,
  level,
}: ScorecardCheck): MatrixCheck {
  return {
    checkId: id,
    name,
    category: category ?? null,
    level: level ?? null,
  };
}

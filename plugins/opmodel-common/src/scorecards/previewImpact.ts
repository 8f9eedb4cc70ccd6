/** Where one entity stands under the definition that holds and under the one that is looked at. */
export interface LevelMove {
  entityRef: string;
  /** Group that owns it; null: none. */
  ownerRef: string | null;
  /** Rank of the level that it has, 0 for none; null: it is not asked. */
  before: number | null;
  after: number | null;
}

/** How many entities would move, and where to. */
export interface ImpactCounts {
  entities: number;
  up: number;
  down: number;
  same: number;
  /** Not asked before, asked after. */
  joining: number;
  /** Asked before, not asked after. */
  leaving: number;
}

/** What a definition would change for one team. */
export interface TeamImpact extends ImpactCounts {
  ownerRef: string | null;
  /** Rank of the lowest level among its entities, 0 for none; null: none is asked. */
  lowestBefore: number | null;
  lowestAfter: number | null;
}

/** What a definition would change. */
export interface ScorecardImpact extends ImpactCounts {
  /** Those that lose most come first, then by ref. */
  teams: readonly TeamImpact[];
  /** Teams whose lowest entity would be at a lower level than now. */
  teamsDown: number;
}

/** Tells what a definition would change before it is published: of how many entities, and of which teams. */
export function previewImpact(moves: readonly LevelMove[]): ScorecardImpact {
  const byOwner = new Map<string | null, LevelMove[]>();
  for (const move of moves) {
    const known = byOwner.get(move.ownerRef);
    if (known) {
      known.push(move);
    } else {
      byOwner.set(move.ownerRef, [move]);
    }
  }
  const teams = [...byOwner]
    .map(
      ([ownerRef, owned]): TeamImpact => ({
        ownerRef,
        ...countMoves(owned),
        lowestBefore: lowest(owned.map(({ before }) => before)),
        lowestAfter: lowest(owned.map(({ after }) => after)),
      }),
    )
    .sort(
      (a, b) =>
        b.down - a.down || a.up - b.up || compareRefs(a.ownerRef, b.ownerRef),
    );
  return {
    ...countMoves(moves),
    teams,
    teamsDown: teams.filter(
      ({ ownerRef, lowestBefore, lowestAfter }) =>
        ownerRef !== null &&
        lowestBefore !== null &&
        lowestAfter !== null &&
        lowestAfter < lowestBefore,
    ).length,
  };
}

/** A level that teams lose. */
export interface LevelLost {
  rank: number;
  /** Teams of which every entity has it now, and not every one would. */
  teams: number;
}

/**
 * Tells how many teams lose each level: "three teams lose Silver". What nobody owns belongs to no team.
 *
 * @param ranks - of all levels
 * @returns those that any team loses, from the lowest
 */
export function findLevelsLost(
  teams: readonly TeamImpact[],
  ranks: readonly number[],
): LevelLost[] {
  return [...ranks]
    .sort((a, b) => a - b)
    .map(rank => ({
      rank,
      teams: teams.filter(
        ({ ownerRef, lowestBefore, lowestAfter }) =>
          ownerRef !== null &&
          lowestBefore !== null &&
          lowestAfter !== null &&
          lowestBefore >= rank &&
          lowestAfter < rank,
      ).length,
    }))
    .filter(({ teams: losing }) => losing > 0);
}

function countMoves(moves: readonly LevelMove[]): ImpactCounts {
  const counts: ImpactCounts = {
    entities: 0,
    up: 0,
    down: 0,
    same: 0,
    joining: 0,
    leaving: 0,
  };
  for (const { before, after } of moves) {
    if (before === null && after === null) {
      continue;
    }
    counts.entities += 1;
    counts[wayOf(before, after)] += 1;
  }
  return counts;
}

function wayOf(
  before: number | null,
  after: number | null,
): 'up' | 'down' | 'same' | 'joining' | 'leaving' {
  if (before === null) {
    return 'joining';
  }
  if (after === null) {
    return 'leaving';
  }
  if (after === before) {
    return 'same';
  }
  return after > before ? 'up' : 'down';
}

function lowest(ranks: readonly (number | null)[]): number | null {
  const known = ranks.filter(rank => rank !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** What has no owner comes last. */
function compareRefs(a: string | null, b: string | null): number {
  if (a === null || b === null) {
    return Number(a === null) - Number(b === null);
  }
  return a < b ? -1 : Number(a > b);
}

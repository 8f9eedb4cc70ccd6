import type { LevelMove } from '@opmodel/backstage-plugin-opmodel-common';
import type { PreviewedEntity } from './ImpactReader';

/** An entity that a definition would move, or of which it would judge something otherwise. */
export interface LargestMove
  extends Pick<PreviewedEntity, 'changes' | 'entity'> {
  move: LevelMove;
}

/**
 * Keeps the first of many moves, so that those of a whole organisation are not held in memory: whoever falls comes first, the deepest
 * fall before others, then who is left out, who rises, who joins, and who only has other verdicts.
 */
export class LargestMoves {
  readonly #limit: number;
  #kept: LargestMove[] = [];

  /** @param limit - how many are kept */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add({ entity, changes }: PreviewedEntity, move: LevelMove): void {
    if (move.before === move.after && changes.length === 0) {
      return;
    }
    this.#kept.push({ entity, changes, move });
    if (this.#kept.length >= 4 * this.#limit) {
      this.#kept = this.list();
    }
  }

  /** What is kept, in order. */
  list(): LargestMove[] {
    return [...this.#kept].sort(compare).slice(0, this.#limit);
  }
}

function compare(a: LargestMove, b: LargestMove): number {
  return (
    weightOf(a.move) - weightOf(b.move) ||
    (a.entity.ref < b.entity.ref ? -1 : 1)
  );
}

/** A fall by so many levels is below the negative of it. */
function weightOf({ before, after }: LevelMove): number {
  if (before === after) {
    return 3;
  }
  if (after === null) {
    return 0;
  }
  if (before === null) {
    return 2;
  }
  return after < before ? after - before : 1;
}

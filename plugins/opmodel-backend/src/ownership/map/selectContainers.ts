import type { MapForest } from './MapForest';

/** Which part of the forest is asked for. */
export interface ForestPart {
  /** Absent: from the top. */
  rootRef?: string;
  /** Containers that are to be in it, with everything between them and the root. */
  focusRefs?: readonly string[];
  /** Levels below the root; what is at the top is the first level below nothing. */
  depth: number;
  /** Containers at most. */
  limit: number;
}

/** Containers of a part. */
export interface SelectedContainers {
  /** Those that are shown, from the top down. */
  shown: string[];
  /** All of the part, shown or not. */
  part: ReadonlySet<string>;
  /** Those of which what hangs directly on them is in the part as well. */
  opened: ReadonlySet<string>;
}

/**
 * Chooses what is shown: first the way to what is in focus, then level by level, and of each level the first below every parent before
 * the second below any, so that a large team does not push its neighbours out.
 */
export function selectContainers(
  forest: MapForest,
  { rootRef, focusRefs = [], depth, limit }: ForestPart,
): SelectedContainers {
  const start = rootRef === undefined ? forest.roots() : [rootRef];
  const within = rootRef === undefined ? undefined : forest.below(rootRef);
  const way = focusRefs
    .flatMap(focus => [...forest.above(focus)])
    .filter(ref => !within || within.has(ref));
  const part = new Set<string>(way);
  const opened = new Set<string>(way);
  const chosen = new Set<string>();
  const choose = (ref: string) => {
    if (chosen.size < limit) {
      chosen.add(ref);
    }
  };
  // The root first: without it what is below hangs in the air.
  if (rootRef !== undefined) {
    choose(rootRef);
  }
  way.forEach(choose);

  let level: readonly string[] = start;
  const visited = new Set<string>();
  const lowest = rootRef === undefined ? depth : depth + 1;
  for (let at = 1; at <= lowest && level.length > 0; at++) {
    for (const ref of level) {
      visited.add(ref);
      part.add(ref);
      choose(ref);
    }
    if (at === lowest) {
      break;
    }
    level.forEach(ref => opened.add(ref));
    level = takeTurns(
      level.map(ref =>
        forest.childrenOf(ref).filter(child => !visited.has(child)),
      ),
    );
  }
  const belowFocus = takeTurns([...opened].map(ref => forest.childrenOf(ref)));
  for (const ref of belowFocus) {
    part.add(ref);
    choose(ref);
  }
  return { shown: [...chosen], part, opened };
}

/** The first of each list, then the second of each; each once. */
function takeTurns(lists: readonly (readonly string[])[]): string[] {
  const taken = new Set<string>();
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let turn = 0; turn < longest; turn++) {
    for (const list of lists) {
      if (turn < list.length) {
        taken.add(list[turn]);
      }
    }
  }
  return [...taken];
}

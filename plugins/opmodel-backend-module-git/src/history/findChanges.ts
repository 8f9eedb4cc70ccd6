import type { CommitGraph } from './CommitGraph';
import type { Line, Lines } from './traceLines';

/** A commit of a line, and what came in by it. */
export interface Change {
  /** The commit by which the change reached the line. */
  commit: number;
  /**
   * The commits that it merged and that were no changes before: neither on the line already, nor changes on another line.
   * Empty for a commit that is no merge.
   */
  brings: readonly number[];
  /** It only carries over what was a change already, as when a release branch is merged back. */
  isSynchronisation: boolean;
  /** History is cut off within it, so that its beginning is not known. */
  isCut: boolean;
}

/** Which of a line's commits brought what, for one line. */
class Holdings {
  readonly #positions = new Map<number, number>();

  constructor(
    readonly line: Line,
    private readonly origin: Holdings | undefined,
  ) {}

  take(commit: number, position: number) {
    this.#positions.set(commit, position);
  }

  /** Whether the commit is the one at that position of the line, or an ancestor of it. */
  holds(commit: number, position: number): boolean {
    const own = this.#positions.get(commit);
    if (own !== undefined && own <= position) {
      return true;
    }
    return this.origin?.holds(commit, this.line.origin!.at) ?? false;
  }
}

/**
 * Finds what each commit of the lines brought: a merge brings the commits that its first parent did not have, any other
 * commit brings itself.
 *
 * Each commit is visited once a line, so the whole takes time in proportion to the history.
 *
 * @returns by commit
 */
export function findChanges(
  graph: CommitGraph,
  lines: Lines,
): Map<number, Change> {
  const changes = new Map<number, Change>();
  const holdings = new Map<Line, Holdings>();
  for (const line of lines.all) {
    const held = new Holdings(
      line,
      line.origin && holdings.get(line.origin.line),
    );
    holdings.set(line, held);
    line.commits.forEach((commit, position) => {
      const merged = takeMerged(graph, held, commit, position);
      held.take(commit, position);
      changes.set(commit, describeChange(graph, lines, commit, merged));
    });
  }
  return changes;
}

function takeMerged(
  graph: CommitGraph,
  held: Holdings,
  commit: number,
  position: number,
): number[] {
  const merged: number[] = [];
  const first = graph.firstParent(commit);
  const open = graph.isCut(commit)
    ? []
    : graph.parents(commit).filter(parent => parent !== first);
  while (open.length > 0) {
    const next = open.pop()!;
    if (!held.holds(next, position)) {
      held.take(next, position);
      merged.push(next);
      open.push(...graph.parents(next));
    }
  }
  return merged;
}

function describeChange(
  graph: CommitGraph,
  lines: Lines,
  commit: number,
  merged: readonly number[],
): Change {
  const known = new Set<number>();
  const open = merged.filter(other => lines.has(other));
  if (open.length > 0) {
    const within = new Set(merged);
    while (open.length > 0) {
      const next = open.pop()!;
      if (within.has(next) && !known.has(next)) {
        known.add(next);
        open.push(...graph.parents(next));
      }
    }
  }
  const brings = merged.filter(other => !known.has(other));
  return {
    commit,
    brings,
    isSynchronisation: merged.length > 0 && brings.length === 0,
    isCut: graph.isCut(commit) || brings.some(other => graph.isCut(other)),
  };
}

import type { CommitGraph } from './CommitGraph';

/** A run of commits, each the first parent of the next. */
export interface Line {
  /** Oldest first. */
  commits: readonly number[];
  /** The commit of another line that this one was cut from. */
  origin: { line: Line; at: number } | undefined;
}

/** The lines by which changes reach deployments. */
export interface Lines {
  /** A line comes after the one it was cut from. */
  all: readonly Line[];
  /** Whether a commit is on one of the lines. */
  has(commit: number): boolean;
}

/**
 * Follows first parents from the tip of the main line, and from each commit that was deployed off it (a release branch).
 * Where a line meets another one, it was cut from it there.
 *
 * @param mainTip - undefined where there is no main line
 */
export function traceLines(
  graph: CommitGraph,
  mainTip: number | undefined,
  deployed: readonly number[],
): Lines {
  const places = new Map<number, { line: Line; at: number }>();
  const all: Line[] = [];

  const trace = (tip: number) => {
    const commits: number[] = [];
    let next: number | undefined = tip;
    while (next !== undefined && !places.has(next)) {
      commits.push(next);
      next = graph.isCut(next) ? undefined : graph.firstParent(next);
    }
    if (commits.length === 0) {
      return;
    }
    const line: Line = {
      commits: commits.reverse(),
      origin: next === undefined ? undefined : places.get(next),
    };
    line.commits.forEach((commit, at) => places.set(commit, { line, at }));
    all.push(line);
  };

  if (mainTip !== undefined) {
    trace(mainTip);
  }
  // Descendants first, so that a release branch is one line and not one for each of its releases.
  for (const tip of [...deployed].sort(
    (a, b) => graph.rank(b) - graph.rank(a),
  )) {
    trace(tip);
  }
  return { all, has: commit => places.has(commit) };
}

import type { CommitGraph } from './CommitGraph';
import { type Change, findChanges } from './findChanges';
import { findReverts } from './findReverts';
import { traceLines } from './traceLines';

/** One change that reached a line. Instants are epoch milliseconds; null is "not known". */
export interface DeliveredChange {
  commit: number;
  firstCommitAt: number | null;
  /** What it consists of, in the order in which it was written; null where history is cut off. */
  commits: readonly number[] | null;
  mergedAt: number | null;
  contributors: number | null;
  revertsCommit: string | null;
  isHotfix: boolean;
}

/** What reached the lines of a repository. */
export interface History {
  /** Commits of the main line, oldest first. */
  mainLine: readonly number[];
  /** By commit. A commit that only carries over other changes is none. */
  changes: ReadonlyMap<number, DeliveredChange>;
}

/** Reads changes from a graph, and remembers them for components that share a main line. */
export class HistoryReader {
  readonly #mainLines = new Map<number, ReadonlySet<number>>();
  readonly #histories = new Map<string, History>();

  constructor(readonly graph: CommitGraph) {}

  /**
   * @param tip - of the main line
   * @param deployed - commits that were deployed, on the main line or off it
   */
  read(tip: number, deployed: readonly number[]): History {
    const mainLine = this.#mainLineOf(tip);
    const elsewhere = new Set(deployed.filter(commit => !mainLine.has(commit)));
    const others = [...elsewhere].sort((a, b) => a - b);
    const key = [tip, ...others].join();
    let history = this.#histories.get(key);
    if (!history) {
      history = readHistory(this.graph, tip, others);
      this.#histories.set(key, history);
    }
    return history;
  }

  #mainLineOf(tip: number): ReadonlySet<number> {
    let line = this.#mainLines.get(tip);
    if (!line) {
      line = new Set(traceLines(this.graph, tip, []).all[0].commits);
      this.#mainLines.set(tip, line);
    }
    return line;
  }
}

function readHistory(
  graph: CommitGraph,
  tip: number,
  deployed: readonly number[],
): History {
  const lines = traceLines(graph, tip, deployed);
  const found = findChanges(graph, lines);
  const reverts = findReverts(graph, found);
  const changes = new Map<number, DeliveredChange>();
  for (const [commit, change] of found) {
    if (!change.isSynchronisation) {
      changes.set(commit, {
        commit,
        firstCommitAt: findFirstCommitAt(graph, change),
        commits: listCommits(graph, change),
        mergedAt: graph.commits[commit].committedAt,
        contributors: countContributors(graph, change),
        revertsCommit: reverts.get(commit) ?? null,
        isHotfix: graph.commits[commit].message.mergesHotfix,
      });
    }
  }
  return { mainLine: lines.all[0].commits, changes };
}

function earliest(
  a: number | null | undefined,
  b: number | null,
): number | null {
  if (a === null || a === undefined) {
    return b;
  }
  return b === null ? a : Math.min(a, b);
}

/** When the work on a change began: the date of its first commit, as far as the merge tells. */
function findFirstCommitAt(graph: CommitGraph, change: Change): number | null {
  if (change.isCut) {
    return null;
  }
  if (change.brings.length === 0) {
    return graph.commits[change.commit].authoredAt;
  }
  let first: number | null = null;
  for (const commit of change.brings) {
    const { authoredAt, committedAt } = graph.commits[commit];
    first = earliest(first, earliest(authoredAt, committedAt));
  }
  return first;
}

/** A merge consists of what it brings; who presses the button has written nothing. */
function listCommits(graph: CommitGraph, change: Change): number[] | null {
  if (change.isCut) {
    return null;
  }
  if (change.brings.length === 0) {
    return [change.commit];
  }
  const writtenAt = (index: number) => {
    const { authoredAt, committedAt } = graph.commits[index];
    return authoredAt ?? committedAt ?? 0;
  };
  const nameOf = (index: number) => graph.commits[index].sha;
  return [...change.brings].sort(
    (a, b) => writtenAt(a) - writtenAt(b) || (nameOf(a) < nameOf(b) ? -1 : 1),
  );
}

/** Who merges a request has not written it, so a merge counts the authors of what it brings. */
function countContributors(graph: CommitGraph, change: Change): number | null {
  if (change.isCut) {
    return null;
  }
  const authors = new Set<string>();
  const parts = change.brings.length > 0 ? change.brings : [change.commit];
  for (const part of parts) {
    const { author, message } = graph.commits[part];
    for (const name of [author, ...message.coAuthors]) {
      authors.add(name);
    }
  }
  authors.delete('');
  return authors.size > 0 ? authors.size : null;
}

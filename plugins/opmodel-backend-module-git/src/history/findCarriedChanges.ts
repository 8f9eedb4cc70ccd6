import type { CommitGraph } from './CommitGraph';

/** A deployment of one commit. */
export interface Release {
  /** Tells releases apart: the tag's name or the commit. */
  name: string;
  commit: number;
  /** Epoch milliseconds. */
  at: number;
  /**
   * The time is only that of the commit (a lightweight tag), so it cannot be later than that of a release that contains
   * this one, even where clocks differ.
   */
  isTimeOfCommit: boolean;
}

/** What a release brought to production for the first time. */
export interface CarriedChanges {
  release: Release;
  /** The commits by which the changes reached their lines, oldest first. */
  changes: readonly number[];
  /** First of its history, or history is cut off behind it: what it carries did not wait for it. */
  isBaseline: boolean;
}

function byTime(a: Release, b: Release): number {
  return a.at - b.at || (a.name < b.name ? -1 : 1);
}

/**
 * Finds for each release what it carries: the changes it contains and no earlier release contained.
 *
 * So a release from a branch that was cut from an older one carries only what was added on that branch, the next release of
 * the main line does not carry again what the branch had taken along, and a tag that is added later to an old commit carries
 * nothing. Earlier means by time; only where the time of a release is no more than that of its commit, it also comes before
 * every release that contains it.
 *
 * @param isChange - whether a commit is one by which a change reached a line
 * @returns in the order of deployment
 */
export function findCarriedChanges(
  graph: CommitGraph,
  releases: readonly Release[],
  isChange: (commit: number) => boolean,
): CarriedChanges[] {
  const ordered = [...releases].sort(byTime);
  const derivedAt = new Map<number, Release[]>();
  for (const release of ordered) {
    if (release.isTimeOfCommit) {
      const there = derivedAt.get(release.commit) ?? [];
      derivedAt.set(release.commit, [...there, release]);
    }
  }
  const delivered = new Uint8Array(graph.size);
  const done = new Set<Release>();
  const carried: CarriedChanges[] = [];

  const collectNew = (release: Release): number[] => {
    const seen = new Set<number>();
    const open = [release.commit];
    while (open.length > 0) {
      const next = open.pop()!;
      if (delivered[next] === 0 && !seen.has(next)) {
        seen.add(next);
        open.push(...graph.parents(next));
      }
    }
    return [...seen];
  };

  const deliver = (release: Release, commits: readonly number[]) => {
    done.add(release);
    const changes: number[] = [];
    let isBaseline = carried.length === 0;
    for (const commit of commits) {
      delivered[commit] = 1;
      isBaseline ||= graph.isCut(commit);
      if (isChange(commit)) {
        changes.push(commit);
      }
    }
    changes.sort((a, b) => compareCommits(graph, a, b));
    carried.push({ release, changes, isBaseline });
  };

  for (const release of ordered) {
    if (done.has(release)) {
      continue;
    }
    const contained = collectNew(release);
    const earlier = contained
      .filter(commit => commit !== release.commit)
      .flatMap(commit => derivedAt.get(commit) ?? [])
      .filter(other => !done.has(other))
      .sort(
        (a, b) => graph.rank(a.commit) - graph.rank(b.commit) || byTime(a, b),
      );
    for (const other of earlier) {
      deliver(other, collectNew(other));
    }
    deliver(release, earlier.length > 0 ? collectNew(release) : contained);
  }
  return carried;
}

function compareCommits(graph: CommitGraph, a: number, b: number): number {
  const left = graph.commits[a];
  const right = graph.commits[b];
  return (
    (left.committedAt ?? 0) - (right.committedAt ?? 0) ||
    (left.sha < right.sha ? -1 : 1)
  );
}

import type { CommitGraph } from './CommitGraph';
import { findCarriedChanges, type Release } from './findCarriedChanges';
import { findChanges, type Change } from './findChanges';
import { findHotfixReleases } from './findHotfixReleases';
import { findReverts } from './findReverts';
import { traceLines } from './traceLines';

/** What counts as a deployment: a release tag, each commit of the main line, or nothing that git knows of. */
export type DeploymentRule = 'tags' | 'mainline' | 'none';

/** A tag that is a release. */
export interface TaggedRelease extends Release {
  version: string | null;
}

/** How the history of one component is to be read. */
export interface DeliveryRule {
  deployments: DeploymentRule;
  /** Tip of the main line. */
  tip: number;
  /** The releases, for `tags`. */
  releases: readonly TaggedRelease[];
  /** Commits that touch the component's folder, compared with their first parent; undefined for a whole repository. */
  touching: ReadonlySet<number> | undefined;
  /** Milliseconds, see {@link findHotfixReleases}. */
  hotfixWindow: number;
}

/** One change that reached a line. Instants are epoch milliseconds; null is "not known". */
export interface DeliveredChange {
  commit: number;
  firstCommitAt: number | null;
  mergedAt: number | null;
  contributors: number | null;
  revertsCommit: string | null;
  isHotfix: boolean;
}

/** One deployment. */
export interface Deployment {
  name: string;
  commit: number;
  at: number;
  version: string | null;
  /** Commits by which the changes that it carries reached their lines. */
  changes: readonly number[];
  isBaseline: boolean;
  isHotfix: boolean;
}

/** What the history says about the delivery of one component. */
export interface Delivery {
  /** By commit. */
  changes: ReadonlyMap<number, DeliveredChange>;
  deployments: readonly Deployment[];
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

/** Two tags of one version on one commit (`1.2.0` and `v1.2.0`) are one release, the earlier one. */
function withoutAliases(releases: readonly TaggedRelease[]): TaggedRelease[] {
  const first = new Map<string, TaggedRelease>();
  for (const release of releases) {
    const key = `${release.commit} ${release.version ?? release.name}`;
    const known = first.get(key);
    if (
      !known ||
      release.at < known.at ||
      (release.at === known.at && release.name < known.name)
    ) {
      first.set(key, release);
    }
  }
  return [...first.values()];
}

function deployMainline(
  graph: CommitGraph,
  commits: readonly number[],
  changes: ReadonlyMap<number, DeliveredChange>,
): Deployment[] {
  return commits.flatMap((commit, position) => {
    const at = graph.commits[commit].committedAt;
    return at === null
      ? []
      : {
          name: graph.commits[commit].sha,
          commit,
          at,
          version: null,
          changes: changes.has(commit) ? [commit] : [],
          isBaseline: position === 0 || graph.isCut(commit),
          isHotfix: changes.get(commit)?.isHotfix ?? false,
        };
  });
}

/**
 * Reads changes and deployments from a history.
 *
 * A commit of a line is a change unless it only carries over other changes; for a folder, only where it touches the folder.
 */
export function readDelivery(graph: CommitGraph, rule: DeliveryRule): Delivery {
  const releases =
    rule.deployments === 'tags' ? withoutAliases(rule.releases) : [];
  const lines = traceLines(
    graph,
    rule.tip,
    releases.map(({ commit }) => commit),
  );
  // What a cut commit changed is not known: without its parent it seems to add everything.
  const concerns = (commit: number) =>
    rule.touching === undefined ||
    (rule.touching.has(commit) && !graph.isCut(commit));
  const found = findChanges(graph, lines);
  const reverts = findReverts(graph, found);
  const changes = new Map<number, DeliveredChange>();
  for (const [commit, change] of found) {
    if (!change.isSynchronisation && concerns(commit)) {
      changes.set(commit, {
        commit,
        firstCommitAt: findFirstCommitAt(graph, change),
        mergedAt: graph.commits[commit].committedAt,
        contributors: countContributors(graph, change),
        revertsCommit: reverts.get(commit) ?? null,
        isHotfix: graph.commits[commit].message.mergesHotfix,
      });
    }
  }
  switch (rule.deployments) {
    case 'mainline':
      return {
        changes,
        deployments: deployMainline(
          graph,
          (lines.all[0]?.commits ?? []).filter(concerns),
          changes,
        ),
      };
    case 'tags': {
      const versions = new Map(releases.map(it => [it.name, it.version]));
      const hotfixes = findHotfixReleases(releases, rule.hotfixWindow);
      return {
        changes,
        deployments: findCarriedChanges(graph, releases, commit =>
          changes.has(commit),
        ).map(({ release, changes: carried, isBaseline }) => ({
          name: release.name,
          commit: release.commit,
          at: release.at,
          version: versions.get(release.name) ?? null,
          changes: carried,
          isBaseline,
          isHotfix:
            hotfixes.has(release.name) ||
            (carried.length > 0 &&
              carried.every(commit => changes.get(commit)?.isHotfix)),
        })),
      };
    }
    default:
      return { changes, deployments: [] };
  }
}

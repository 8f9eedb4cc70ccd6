import type { CommitGraph } from './CommitGraph';
import { findCarriedChanges, type Release } from './findCarriedChanges';
import { findHotfixReleases } from './findHotfixReleases';
import type { DeliveredChange, HistoryReader } from './HistoryReader';

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
 * Reads changes and deployments of one component. For a folder, a change concerns it only where it touches the folder.
 */
export function readDelivery(
  reader: HistoryReader,
  rule: DeliveryRule,
): Delivery {
  const { graph } = reader;
  const releases =
    rule.deployments === 'tags' ? withoutAliases(rule.releases) : [];
  const history = reader.read(
    rule.tip,
    releases.map(({ commit }) => commit),
  );
  const { touching } = rule;
  // What a cut commit changed is not known: without its parent it seems to add everything.
  const concerns = (commit: number) =>
    touching === undefined || (touching.has(commit) && !graph.isCut(commit));
  const changes =
    touching === undefined
      ? history.changes
      : new Map([...history.changes].filter(([commit]) => concerns(commit)));
  switch (rule.deployments) {
    case 'mainline':
      return {
        changes,
        deployments: deployMainline(
          graph,
          history.mainLine.filter(concerns),
          changes,
        ),
      };
    case 'tags':
      return { changes, deployments: deployReleases(graph, rule, changes) };
    default:
      return { changes, deployments: [] };
  }
}

function deployReleases(
  graph: CommitGraph,
  rule: DeliveryRule,
  changes: ReadonlyMap<number, DeliveredChange>,
): Deployment[] {
  const releases = withoutAliases(rule.releases);
  const versions = new Map(releases.map(it => [it.name, it.version]));
  const hotfixes = findHotfixReleases(releases, rule.hotfixWindow);
  return findCarriedChanges(graph, releases, commit => changes.has(commit)).map(
    ({ release, changes: carried, isBaseline }) => ({
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
    }),
  );
}

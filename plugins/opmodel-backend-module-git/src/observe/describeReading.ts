import type {
  ChangeObservation,
  DeploymentObservation,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  MAX_COMMITS,
  MAX_ENTITY_REFS,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { Commit } from '../history/Commit';
import type { CommitGraph } from '../history/CommitGraph';
import type { DeliveredChange, HistoryReader } from '../history/HistoryReader';
import {
  type Delivery,
  type Deployment,
  readDelivery,
  type TaggedRelease,
} from '../history/readDelivery';
import { compileTagPattern } from '../history/tagPattern';
import type { ReadComponent, Reading, ReadTag } from './Reading';
import { createWebAddress, type WebAddress } from './webAddress';

/** What is said about one subject, and when it happened. */
export interface Statement {
  observation: ChangeObservation | DeploymentObservation;
  /** Epoch milliseconds. */
  happenedAt: number;
}

/** All that is said about a repository, by kind and subject. */
export type Statements = Map<string, Statement>;

/** Which commits touch which folder, by folder. */
export type TouchedPaths = ReadonlyMap<string, ReadonlySet<string>>;

/** Intake takes no more in one event. Only the first release of a very long history carries that much. */
const maxCarried = 100_000;

const nameOf = (entityRef: string) => entityRef.split('/').pop()!;

const instant = (at: number | null) =>
  at === null ? undefined : new Date(at).toISOString();

function findReleases(
  graph: CommitGraph,
  component: ReadComponent,
  tags: readonly ReadTag[],
): TaggedRelease[] {
  const pattern = compileTagPattern(component.tagPattern, {
    component: nameOf(component.entityRef),
    path: component.path,
  });
  return tags.flatMap(tag => {
    const match = pattern.match(tag.name);
    const commit = graph.indexOf(tag.commit);
    if (!match || commit === undefined) {
      return [];
    }
    const at = tag.taggedAt ?? graph.commits[commit].committedAt;
    return at === null
      ? []
      : {
          name: tag.name,
          commit,
          at,
          isTimeOfCommit: tag.taggedAt === null,
          version: match.version,
        };
  });
}

/** Entities that are read alike share one pass over the history. */
function readComponents(
  reader: HistoryReader,
  reading: Reading,
  touched: TouchedPaths,
): { entityRef: string; delivery: Delivery }[] {
  const { graph } = reader;
  const known = new Map<string, Delivery>();
  return reading.components.flatMap(component => {
    const { entityRef, deployments, path } = component;
    const tip = graph.indexOf(component.tip);
    if (tip === undefined) {
      return [];
    }
    const releases =
      deployments === 'tags'
        ? findReleases(graph, component, reading.tags)
        : [];
    const key = JSON.stringify([
      tip,
      deployments,
      path,
      releases.map(release => [release.name, release.version]),
    ]);
    let delivery = known.get(key);
    if (!delivery) {
      delivery = readDelivery(reader, {
        deployments,
        tip,
        releases,
        touching:
          path === undefined
            ? undefined
            : new Set(
                [...(touched.get(path) ?? [])].flatMap(
                  sha => graph.indexOf(sha) ?? [],
                ),
              ),
        hotfixWindow: reading.hotfixWindow,
      });
      known.set(key, delivery);
    }
    return { entityRef, delivery };
  });
}

/** One change seen through several components: the earliest beginning that any of them knows. */
function joinChanges(a: DeliveredChange, b: DeliveredChange): DeliveredChange {
  const times = [a.firstCommitAt, b.firstCommitAt].filter(
    (at): at is number => at !== null,
  );
  return {
    ...a,
    firstCommitAt: times.length > 0 ? Math.min(...times) : null,
    commits:
      (a.commits?.length ?? 0) >= (b.commits?.length ?? 0)
        ? a.commits
        : b.commits,
    contributors:
      a.contributors === null || b.contributors === null
        ? a.contributors ?? b.contributors
        : Math.max(a.contributors, b.contributors),
    revertsCommit: a.revertsCommit ?? b.revertsCommit,
    isHotfix: a.isHotfix || b.isHotfix,
  };
}

/**
 * Says all that a reading and its commits tell: one change for each commit that reached a line, and one deployment for each
 * component and release.
 *
 * @param reader - of a graph that holds at least the commits that the reading's tips reach
 */
export function describeReading(
  reader: HistoryReader,
  reading: Reading,
  touched: TouchedPaths,
): Statements {
  const { graph } = reader;
  const statements: Statements = new Map();
  const web = createWebAddress(reading.url, reading.host);
  const changes = new Map<
    number,
    { change: DeliveredChange; entityRefs: string[] }
  >();

  for (const { entityRef, delivery } of readComponents(
    reader,
    reading,
    touched,
  )) {
    const isRecent = (commit: number) =>
      (delivery.changes.get(commit)?.mergedAt ?? 0) >= reading.from;
    const told = new Set([...delivery.changes.keys()].filter(isRecent));
    for (const deployment of delivery.deployments) {
      if (deployment.at < reading.from) {
        continue;
      }
      const carried = deployment.isBaseline
        ? deployment.changes.filter(isRecent)
        : deployment.changes;
      carried.forEach(commit => told.add(commit));
      const observation = describeDeployment(
        graph,
        reading,
        web,
        entityRef,
        deployment,
        carried,
      );
      statements.set(`deployment ${observation.subject}`, {
        observation,
        happenedAt: deployment.at,
      });
    }
    for (const commit of told) {
      const change = delivery.changes.get(commit)!;
      const known = changes.get(commit);
      if (known) {
        known.change = joinChanges(known.change, change);
        known.entityRefs.push(entityRef);
      } else {
        changes.set(commit, { change, entityRefs: [entityRef] });
      }
    }
  }

  for (const { change, entityRefs } of changes.values()) {
    const observation = describeChange(graph, reading, web, change);
    const refs = entityRefs.sort();
    for (let start = 0; start < refs.length; start += MAX_ENTITY_REFS) {
      statements.set(`change ${observation.subject} ${start}`, {
        observation: {
          ...observation,
          target: { entityRefs: refs.slice(start, start + MAX_ENTITY_REFS) },
        },
        happenedAt: change.mergedAt ?? reading.from,
      });
    }
  }
  return statements;
}

function describeDeployment(
  graph: CommitGraph,
  reading: Reading,
  web: WebAddress,
  entityRef: string,
  deployment: Deployment,
  carried: readonly number[],
): DeploymentObservation {
  const commit = graph.commits[deployment.commit];
  const isTag = deployment.name !== commit.sha;
  return {
    kind: 'deployment',
    subject: `${entityRef}#${deployment.name}`,
    target: { entityRefs: [entityRef] },
    title: isTag ? deployment.name : commit.message.title,
    url: isTag ? web.tag(deployment.name) : web.commit(commit.sha),
    environment: reading.environment,
    finishedAt: instant(deployment.at),
    result: 'success',
    deploymentType: 'deploy',
    commitSha: commit.sha,
    version: deployment.version ?? undefined,
    repositoryUrl: reading.url,
    changes: carried.slice(-maxCarried).map(index => graph.commits[index].sha),
    // Stated even where false, because a correction can only replace what it states.
    baseline: deployment.isBaseline,
    hotfix: deployment.isHotfix,
  };
}

/** A commit without its author. */
function describeCommit({
  sha,
  authoredAt,
  committedAt,
}: Commit): NonNullable<ChangeObservation['commits']>[number] {
  return {
    sha,
    authoredAt: instant(authoredAt),
    committedAt: instant(committedAt),
  };
}

function describeChange(
  graph: CommitGraph,
  reading: Reading,
  web: WebAddress,
  change: DeliveredChange,
): ChangeObservation {
  const { sha, message } = graph.commits[change.commit];
  return {
    kind: 'change',
    subject: sha,
    target: {},
    title: message.title,
    url: web.commit(sha),
    repositoryUrl: reading.url,
    commitSha: sha,
    firstCommitAt: instant(change.firstCommitAt),
    mergedAt: instant(change.mergedAt),
    commits: change.commits
      ?.slice(0, MAX_COMMITS)
      .map(index => describeCommit(graph.commits[index])),
    contributors: change.contributors ?? undefined,
    revertsCommitSha: change.revertsCommit ?? undefined,
    hotfix: change.isHotfix,
  };
}

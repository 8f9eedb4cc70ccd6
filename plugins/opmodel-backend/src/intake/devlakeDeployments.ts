import {
  normalizeRepositoryUrl,
  type DeploymentObservation,
  type DeploymentResult,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { z } from 'zod';
import { contentId } from './contentId';
import {
  devlakePaths,
  linksOfConnection,
  readDevlakeBody,
  type DevlakeRequest,
} from './devlake';
import { devlakeDeployment } from './devlakeFields';
import { targetOf } from './profileFields';
import type { ReadEvent } from './ReadEvent';

type Deployment = z.output<typeof devlakeDeployment>;

/** A commit, and where in the body it stands. */
type Commit = Deployment['deploymentCommits'][number] & { path: string };

/** Worst first: where commits of one repository ended differently, the deployment did not succeed. */
const resultsByWeight: DeploymentResult[] = ['failure', 'cancelled', 'success'];

/** The commits of each repository, under the repository's identity. */
function byRepository(fact: Deployment): Map<string, Commit[]> {
  const repositories = new Map<string, Commit[]>();
  fact.deploymentCommits.forEach((commit, index) => {
    const identity = normalizeRepositoryUrl(commit.repoUrl) ?? commit.repoUrl;
    const found = repositories.get(identity) ?? [];
    repositories.set(identity, [
      ...found,
      { ...commit, path: `deploymentCommits[${index}]` },
    ]);
  });
  return repositories;
}

/** An instant of the commits with its place in the body; where none of them says, that of the deployment. */
function pickInstant(
  fact: Deployment,
  commits: Commit[],
  field: 'startedDate' | 'finishedDate',
): { at: string; path: string } {
  const stated = commits
    .flatMap(({ [field]: at, path }) =>
      at === undefined ? [] : [{ at, path: `${path}.${field}` }],
    )
    // All are in UTC with milliseconds, so texts compare as instants do.
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const picked = field === 'startedDate' ? stated[0] : stated.at(-1);
  return picked ?? { at: fact[field], path: field };
}

function deploymentOf(
  fact: Deployment,
  repository: string,
  commits: Commit[],
  request: DevlakeRequest,
): ReadEvent {
  const started = pickInstant(fact, commits, 'startedDate');
  const finished = pickInstant(fact, commits, 'finishedDate');
  const tier = fact.environment ?? 'production';
  const results = commits.map(commit => commit.result ?? fact.result);
  const running = commits.some(commit => commit.status === 'running');
  const [{ repoUrl, commitSha, path }] = commits;
  const observation: DeploymentObservation = {
    kind: 'deployment',
    // One deployment of several repositories is one of each: their entities have commits, times and results of their own.
    subject: `${repository}#${fact.id}`,
    target: targetOf({ repositoryUrl: repoUrl }, linksOfConnection(request)),
    title: fact.displayTitle ?? fact.name,
    environment: fact.originalEnvironment ?? tier,
    environmentTier: tier,
    startedAt: started.at,
    ...(!running && {
      finishedAt: finished.at,
      result:
        resultsByWeight.find(result => results.includes(result)) ?? 'success',
    }),
    commitSha,
    repositoryUrl: repoUrl,
    changes: [...new Set(commits.map(commit => commit.commitSha))],
  };
  return {
    event: {
      source: request.source,
      id: contentId('devlake-deployment', observation),
      time: new Date(request.now).toISOString(),
      observation,
    },
    statedId: fact.id,
    asOfNow: true,
    pathOf: devlakePaths({
      // Made of both; what makes it too long is the longer one.
      subject: fact.id.length < repository.length ? `${path}.repoUrl` : 'id',
      target: `${path}.repoUrl`,
      title: fact.displayTitle ? 'displayTitle' : 'name',
      environment: fact.originalEnvironment
        ? 'originalEnvironment'
        : 'environment',
      environmentTier: 'environment',
      startedAt: started.path,
      finishedAt: finished.path,
      commitSha: `${path}.commitSha`,
      changes: `${path}.commitSha`,
      repositoryUrl: `${path}.repoUrl`,
    }),
  };
}

/**
 * Reads a deployment as DevLake takes it: one deployment for each repository that its commits come from. A later body with the
 * same `id` corrects it.
 *
 * @returns at least one event, or why the body is none
 */
export function readDevlakeDeployment(
  body: unknown,
  request: DevlakeRequest,
): ReadEvent[] {
  return readDevlakeBody(
    devlakeDeployment,
    body,
    { source: request.source, idField: 'id' },
    fact =>
      [...byRepository(fact)].map(([repository, commits]) =>
        deploymentOf(fact, repository, commits, request),
      ),
  );
}

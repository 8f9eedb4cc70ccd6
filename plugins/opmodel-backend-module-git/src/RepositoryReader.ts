import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { isError, NotFoundError } from '@backstage/errors';
import type { GitSettings } from './gitSettings';
import type { RepositoryProgress } from './gitWatermark';
import type { GitProgram } from './git/GitProgram';
import { GitCommandError } from './git/GitCommandError';
import { readCommits } from './git/readCommits';
import { readTouchedPaths } from './git/readTouchedPaths';
import type { RemoteReferences, RepositoryClone } from './git/RepositoryClone';
import { requireLocalRepository } from './git/requireLocalRepository';
import { CommitGraph } from './history/CommitGraph';
import { HistoryReader } from './history/HistoryReader';
import { compileTagPattern } from './history/tagPattern';
import { describeReading, type Statements } from './observe/describeReading';
import {
  currentCalculation,
  pathsOf,
  type Reading,
  type ReadTag,
  tipsOf,
} from './observe/Reading';
import { findReference } from './repositories/findReference';
import type { ComponentSettings } from './repositories/readComponentSettings';
import type { Repository } from './repositories/Repository';

/** A component and how it wants to be read. */
export interface ListedComponent extends ComponentSettings {
  entityRef: string;
}

/** What came of reading a repository whose state has changed. */
export interface RepositoryNews {
  digest: string;
  reading: Reading;
  /** What is said now. */
  after: Statements;
  /** What was said before; undefined when that cannot be told any more. */
  before: Statements | undefined;
  /** Some component that was read before is not listed any more. */
  hasLost: boolean;
}

/** Reads one repository: finds out whether it has changed, fetches it, and tells what it says now and said before. */
export class RepositoryReader {
  /**
   * @param reportProblem - takes what is wrong with one component
   */
  constructor(
    private readonly options: {
      git: GitProgram;
      clone: RepositoryClone;
      repository: Repository;
      settings: GitSettings;
      authorization: string | undefined;
      signal: AbortSignal;
      reportProblem(problem: { subject: string; message: string }): void;
    },
  ) {}

  /**
   * @param now - epoch milliseconds
   * @returns undefined when nothing has changed since, and for a repository that has no commits yet
   * @throws GitCommandError, NotFoundError or InputError when it cannot be read
   */
  async read(
    listed: readonly ListedComponent[],
    progress: RepositoryProgress | undefined,
    now: number,
  ): Promise<RepositoryNews | undefined> {
    const { clone, repository, settings, authorization, signal } = this.options;
    if (repository.origin.type === 'local') {
      await requireLocalRepository(repository.origin.path);
    }
    const remote = await clone.listRemote({ signal, authorization });
    if (remote.references.size === 0) {
      if (progress?.reading) {
        throw new NotFoundError(
          'The repository has no commits any more; what was read before is kept',
        );
      }
      return undefined;
    }
    const located = this.#locate(listed, remote);
    const digest = digestOf(repository, settings, located, remote);
    const isTold = progress?.telling.isComplete && digest === progress.digest;
    if (located.length === 0 || isTold) {
      return undefined;
    }
    const references = [...new Set(located.map(({ reference }) => reference))];
    await clone.fetch(references, { signal, authorization });

    try {
      const boundary = await clone.readBoundary();
      const reading = await this.#readReferences(
        located,
        boundary,
        progress?.reading,
        now,
      );
      return {
        digest,
        reading,
        ...(await this.#tell(reading, progress?.reading, boundary)),
      };
    } catch (error) {
      if (error instanceof GitCommandError) {
        // What was fetched cannot be read, so the clone is damaged: the next run begins with a new one.
        await clone.remove();
      }
      throw error;
    }
  }

  async #readReferences(
    located: readonly { component: ListedComponent; reference: string }[],
    boundary: ReadonlySet<string>,
    previous: Reading | null | undefined,
    now: number,
  ): Promise<Reading> {
    const { clone, repository, settings, signal } = this.options;
    const tips = await clone.readTips(
      located.map(({ reference }) => reference),
      signal,
    );
    const components = located.flatMap(({ component, reference }) => {
      const { entityRef, deployments, tagPattern, path } = component;
      const tip = tips.get(reference);
      return tip === undefined
        ? []
        : { entityRef, deployments, tagPattern, path, tip };
    });
    return {
      calculation: currentCalculation,
      url: repository.url,
      host: repository.host,
      environment: settings.environment,
      hotfixWindow: settings.hotfixWindow,
      // What was told stays told, so the beginning may only move back.
      from: Math.min(now - settings.history, previous?.from ?? Infinity),
      boundary: boundary.size === 0 ? '' : digestText([...boundary].sort()),
      components,
      tags: selectReleaseTags(components, await clone.readTags(signal)),
    };
  }

  async #tell(
    reading: Reading,
    previous: Reading | null | undefined,
    boundary: ReadonlySet<string>,
  ): Promise<Pick<RepositoryNews, 'after' | 'before' | 'hasLost'>> {
    const { git, clone, settings, signal } = this.options;
    const command = { gitDirectory: clone.directory, signal };
    const readings = previous ? [reading, previous] : [reading];
    const tips = [...new Set(readings.flatMap(tipsOf))];
    const graph = new CommitGraph(
      await readCommits(git, tips, settings.limits.commits, command),
      boundary,
    );
    const reader = new HistoryReader(graph);
    const touched = await readTouchedPaths(
      git,
      tips,
      [...new Set(readings.flatMap(pathsOf))],
      command,
    );
    // Each step of a large history takes a good part of a second, in which nothing else happens.
    await setImmediate();
    const after = describeReading(reader, reading, touched);
    await setImmediate();
    if (!previous) {
      return {
        after,
        before: previous === undefined ? new Map() : undefined,
        hasLost: false,
      };
    }
    const listed = new Set(reading.components.map(it => it.entityRef));
    const kept = previous.components.filter(it => listed.has(it.entityRef));
    const canRetell =
      previous.calculation === currentCalculation &&
      previous.boundary === reading.boundary &&
      tipsOf(previous).every(tip => graph.indexOf(tip) !== undefined);
    return {
      after,
      before: canRetell
        ? describeReading(reader, { ...previous, components: kept }, touched)
        : undefined,
      hasLost: kept.length < previous.components.length,
    };
  }

  #locate(
    listed: readonly ListedComponent[],
    remote: RemoteReferences,
  ): { component: ListedComponent; reference: string }[] {
    return listed.flatMap(component => {
      const reference = findReference(component.branch, remote);
      if (reference === undefined) {
        this.options.reportProblem({
          subject: component.entityRef,
          message:
            component.branch === undefined
              ? `${this.options.repository.url} names no default branch; set opmodel.io/git-branch`
              : `${this.options.repository.url} has no branch '${component.branch}'`,
        });
        return [];
      }
      return { component, reference };
    });
  }
}

function digestText(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value))
    .digest('hex')
    .slice(0, 32);
}

function digestOf(
  repository: Repository,
  settings: GitSettings,
  located: readonly { component: ListedComponent; reference: string }[],
  { references }: RemoteReferences,
): string {
  return digestText([
    currentCalculation,
    repository.url,
    repository.host,
    settings.environment,
    settings.hotfixWindow,
    settings.history,
    located
      .map(({ component, reference }) => [
        component.entityRef,
        component.deployments,
        component.tagPattern,
        component.path,
        references.get(reference),
      ])
      .sort(),
    [...references].filter(([name]) => name.startsWith('refs/tags/')).sort(),
  ]);
}

function selectReleaseTags(
  components: Reading['components'],
  tags: readonly ReadTag[],
): ReadTag[] {
  const patterns = components
    .filter(({ deployments }) => deployments === 'tags')
    .map(({ entityRef, tagPattern, path }) =>
      compileTagPattern(tagPattern, {
        component: entityRef.split('/').pop()!,
        path,
      }),
    );
  return tags.filter(tag => patterns.some(pattern => pattern.match(tag.name)));
}

/** What to tell people about an error. */
export function describeProblem(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  return error.name === 'TimeoutError'
    ? 'It took longer than opmodel.git.limits.fetchTimeout allows'
    : error.message;
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import type { JsonValue } from '@backstage/types';
import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import type { CollectorContext } from '@opmodel/backstage-plugin-opmodel-node';
import type { CloneLocks } from './git/CloneLocks';
import { createClone } from './git/createClone';
import type { GitProgram } from './git/GitProgram';
import { prepareCache } from './git/prepareCache';
import type { RepositoryClone } from './git/RepositoryClone';
import type { GitSettings } from './gitSettings';
import { readGitWatermark, type RepositoryProgress } from './gitWatermark';
import { type ListedRepository, listRepositories } from './listRepositories';
import { findNews } from './observe/findNews';
import { OwnershipReader } from './OwnershipReader';
import type { Repository } from './repositories/Repository';
import { RepositoryCredentials } from './repositories/RepositoryCredentials';
import {
  describeProblem,
  type ListedComponent,
  RepositoryReader,
} from './RepositoryReader';

const batchSize = 1000;
const saveInterval = 5000;
const keptUnlisted = 30 * 24 * 60 * 60 * 1000;
/** How old what is known of owners may be although nothing was committed: the window goes on, and people change teams. Milliseconds. */
const ownersKept = 6 * 60 * 60 * 1000;

/** What the runs of the git collector depend on. */
export interface GitCollectorOptions {
  settings: GitSettings;
  integrations: ScmIntegrations;
  logger: LoggerService;
  /** For whom else works on the clones. */
  locks: CloneLocks;
  /** Epoch milliseconds. */
  clock?: () => number;
}

/** Tells a failure of intake, which ends the run, from that of a repository. */
class EmitError extends Error {}

/** One run over all repositories. */
export class GitRun {
  readonly #progress: Map<string, RepositoryProgress>;
  readonly #clock: () => number;
  #saving: Promise<void> = Promise.resolve();
  #savedAt = 0;

  constructor(
    private readonly options: GitCollectorOptions,
    private readonly context: CollectorContext,
  ) {
    this.#clock = options.clock ?? Date.now;
    this.#progress = new Map(
      Object.entries(readGitWatermark(context.since).repositories),
    );
  }

  async collect(): Promise<void> {
    const { settings, integrations } = this.options;
    const { signal } = this.context;
    const cache = await prepareCache(
      settings.cacheDirectory,
      settings.mirrors.map(mirror => mirror.path),
      signal,
    );
    const credentials = new RepositoryCredentials(integrations);
    const listed = await listRepositories({
      ...this.options,
      entities: () => this.context.entities(),
      reportProblem: problem => this.context.reportProblem(problem),
    });
    const waiting = [...listed.values()];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        signal.throwIfAborted();
        const listedOne = next;
        await this.options.locks.run(listedOne.repository.id, () =>
          this.#readOne(listedOne, cache, credentials),
        );
      }
    };
    await Promise.all(Array.from({ length: settings.concurrency }, work));
    await this.#forgetUnlisted(listed, cache);
    await this.#save();
    this.#reportCompleteUntil(listed.keys());
  }

  /**
   * The run knows everything up to when the repository was read that was read least recently. One that could never be read is named
   * among the problems and does not count; as long as one is left of which nobody knows when it was read, nothing is reported.
   */
  #reportCompleteUntil(listed: Iterable<string>): void {
    const read = [...listed].flatMap(id => this.#progress.get(id) ?? []);
    const completeUntil = Math.min(
      ...read.map(progress => progress.knownUntil ?? -Infinity),
    );
    if (Number.isFinite(completeUntil)) {
      this.context.reportProgress({ completeUntil });
    }
  }

  async #readOne(
    { repository, components }: ListedRepository,
    cache: { git: GitProgram; directory: string },
    credentials: RepositoryCredentials,
  ): Promise<void> {
    const { signal } = this.context;
    const progress = this.#progress.get(repository.id);
    if (progress) {
      progress.unlistedSince = null;
    }
    try {
      const source = {
        git: cache.git,
        clone: this.#cloneOf(repository, cache),
        repository,
        authorization:
          repository.origin.type === 'remote'
            ? await credentials.authorize(repository.origin.url)
            : undefined,
        signal,
      };
      const reader = new RepositoryReader({
        ...source,
        settings: this.options.settings,
        reportProblem: problem => this.context.reportProblem(problem),
      });
      const now = this.#clock();
      const read = await reader.read(components, progress, now);
      if (!read) {
        if (progress) {
          progress.knownUntil = now;
          await this.#readOwners(source, components, progress);
        }
        return;
      }
      const { events, telling } = findNews({
        before: read.before,
        after: read.after,
        telling: progress?.telling,
        mustCorrect: read.hasLost,
        source: `git:${repository.id}`,
        now,
      });
      if (progress && events.length > 0) {
        progress.telling = { ...telling, isComplete: false };
        await this.#save();
      }
      await this.#emit(events);
      const told = {
        telling,
        digest: read.digest,
        reading: read.reading,
        unlistedSince: null,
        knownUntil: now,
      };
      this.#progress.set(repository.id, told);
      this.options.logger.info(
        `Read ${repository.url}: ${events.length} events`,
      );
      await this.#readOwners(source, components, told);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof EmitError) {
        throw error.cause;
      }
      this.options.logger.warn(
        `Could not read ${repository.url}: ${describeProblem(error)}`,
      );
      this.context.reportProblem({
        subject: repository.url,
        message: describeProblem(error),
      });
      return;
    }
    if (this.#clock() - this.#savedAt >= saveInterval) {
      await this.#save();
    }
  }

  /** Tells what a repository says of its owners, after it has changed and every few hours. */
  async #readOwners(
    source: Omit<ConstructorParameters<typeof OwnershipReader>[0], 'port'>,
    components: readonly ListedComponent[],
    progress: RepositoryProgress,
  ): Promise<void> {
    const port = this.context.ownership;
    const now = this.#clock();
    const isKnown = now - (progress.ownersReadAt ?? -Infinity) < ownersKept;
    if (!port || isKnown) {
      return;
    }
    const reader = new OwnershipReader({ ...source, port });
    await port.report(await reader.read(components, now));
    progress.ownersReadAt = now;
  }

  /** Changes go first, so that a deployment finds what it carries. */
  async #emit(events: IntakeEvent[]): Promise<void> {
    const ordered = [...events].sort(
      (a, b) =>
        compare(a.observation.kind, b.observation.kind) ||
        compare(a.time, b.time) ||
        compare(a.id, b.id),
    );
    for (let start = 0; start < ordered.length; start += batchSize) {
      this.context.signal.throwIfAborted();
      try {
        await this.context.emit(ordered.slice(start, start + batchSize));
      } catch (error) {
        throw new EmitError('Intake did not take the events', { cause: error });
      }
    }
  }

  /** An entity may lose its repository for a while, by a mistake in the catalog; only after a long time it is given up. */
  async #forgetUnlisted(
    listed: ReadonlyMap<string, ListedRepository>,
    cache: { git: GitProgram; directory: string },
  ): Promise<void> {
    const now = this.#clock();
    for (const [id, progress] of this.#progress) {
      if (!listed.has(id) && progress.reading) {
        progress.unlistedSince ??= now;
        if (now - progress.unlistedSince > keptUnlisted) {
          progress.reading = null;
          progress.digest = '';
          await this.options.locks.run(id, () =>
            this.#cloneOf(
              { id, origin: { type: 'local', path: '' } },
              cache,
            ).remove(),
          );
        }
      }
    }
  }

  #cloneOf(
    repository: Pick<Repository, 'id' | 'origin'>,
    cache: { git: GitProgram; directory: string },
  ): RepositoryClone {
    return createClone(repository, cache, this.options.settings.limits);
  }

  /** One save at a time, and each with all that is known when its turn comes. */
  async #save(): Promise<void> {
    this.#savedAt = this.#clock();
    this.#saving = this.#saving.then(() =>
      this.context.saveWatermark({
        version: 1,
        repositories: Object.fromEntries(
          [...this.#progress].map(([id, progress]) => [id, { ...progress }]),
        ),
      } as unknown as JsonValue),
    );
    await this.#saving;
  }
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

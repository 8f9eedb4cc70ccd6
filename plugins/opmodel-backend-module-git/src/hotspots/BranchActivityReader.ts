import type { ScmIntegrations } from '@backstage/integration';
import type { CloneLocks } from '../git/CloneLocks';
import { createClone } from '../git/createClone';
import type { GitProgram } from '../git/GitProgram';
import type { FetchLimits } from '../git/RepositoryClone';
import { requireLocalRepository } from '../git/requireLocalRepository';
import { findReference } from '../repositories/findReference';
import type { Repository } from '../repositories/Repository';
import { RepositoryCredentials } from '../repositories/RepositoryCredentials';
import { type HistoryActivity, readFileActivity } from './readFileActivity';

/** Branches of which is remembered what they say: those of monorepos, whose components come in several batches. */
const remembered = 30;

/** What the reader depends on. */
interface BranchActivityOptions {
  cache: { git: GitProgram; directory: string };
  limits: FetchLimits & { commits: number };
  integrations: ScmIntegrations;
  locks: CloneLocks;
  /** Beginning of the window, epoch milliseconds. */
  since: number;
  signal: AbortSignal;
}

/** Reads the histories of repositories for one run, each branch once. */
export class BranchActivityReader {
  readonly #options: BranchActivityOptions;
  readonly #credentials: RepositoryCredentials;
  /** In the order in which they were asked for. */
  readonly #read = new Map<string, Promise<HistoryActivity | undefined>>();

  constructor(options: BranchActivityOptions) {
    this.#options = options;
    this.#credentials = new RepositoryCredentials(options.integrations);
  }

  /**
   * @param branch - undefined: the one that the server gives who asks for none
   * @returns undefined where there is no such branch
   * @throws GitCommandError or NotFoundError when the repository cannot be read
   */
  read(
    repository: Repository,
    branch: string | undefined,
  ): Promise<HistoryActivity | undefined> {
    const key = JSON.stringify([repository.id, branch]);
    const known = this.#read.get(key);
    if (known) {
      return known;
    }
    const reading = this.#options.locks.run(repository.id, () =>
      this.#readNow(repository, branch),
    );
    this.#read.set(key, reading);
    const [oldest] = this.#read.keys();
    if (this.#read.size > remembered) {
      this.#read.delete(oldest);
    }
    return reading;
  }

  async #readNow(
    repository: Repository,
    branch: string | undefined,
  ): Promise<HistoryActivity | undefined> {
    const { cache, limits, since, signal } = this.#options;
    const { origin } = repository;
    signal.throwIfAborted();
    if (origin.type === 'local') {
      await requireLocalRepository(origin.path);
    }
    const authorization =
      origin.type === 'remote'
        ? await this.#credentials.authorize(origin.url)
        : undefined;
    const clone = createClone(repository, cache, limits);
    const remote = await clone.listRemote({ signal, authorization });
    const reference = findReference(branch, remote);
    if (reference === undefined) {
      return remote.references.size === 0
        ? { files: [], hasTooMany: false }
        : undefined;
    }
    await clone.fetch([reference], { signal, authorization });
    const tip = (await clone.readTips([reference], signal)).get(reference);
    return tip === undefined
      ? undefined
      : readFileActivity(
          cache.git,
          tip,
          { since, most: limits.commits },
          { gitDirectory: clone.directory, signal },
        );
  }
}

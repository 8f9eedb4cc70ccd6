import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { ReadTag } from '../observe/Reading';
import type { RepositoryOrigin } from '../repositories/Repository';
import { GitCommandError } from './GitCommandError';
import type { GitCommandOptions, GitProgram } from './GitProgram';
import { measureFolder, watchFolderSize } from './watchFolderSize';
import { readTags } from './readTags';
import { systemErrorCode } from './systemErrorCode';

/** What a repository's server says it has. */
export interface RemoteReferences {
  /** Object names by name of the reference; empty for a repository without commits. */
  references: ReadonlyMap<string, string>;
  /** The branch that the server gives who asks for none; undefined when its HEAD is detached or points nowhere. */
  defaultBranch: string | undefined;
}

/** Limits on fetching. */
export interface FetchLimits {
  /** Milliseconds. */
  fetchTimeout: number;
  /** Bytes of the clone on disk. */
  repositorySize: number;
}

const head = 'HEAD';

/** Where the clone keeps a branch: by digest, because `a` and `a/b` cannot both be names of references. */
function keptReference(reference: string): string {
  const digest = createHash('sha256').update(reference).digest('hex');
  return `refs/opmodel/${digest.slice(0, 32)}`;
}

/** Damage that a process leaves behind when it is killed, or a full disk. */
const isDamage = (error: unknown) =>
  error instanceof GitCommandError &&
  /\.lock'?: File exists|could not (?:set|lock)|corrupt|is empty|not a git repository|bad config|garbage|inflate|unable to (?:unpack|read)|bad object|missing (?:object|blob|tree|commit)/i.test(
    error.message,
  );

/**
 * A bare clone of a repository in the cache folder. Nothing is ever checked out, and whatever was fetched once stays, so that a
 * rewritten history can be compared with what it was.
 */
export class RepositoryClone {
  /**
   * @param directory - folder of this clone
   */
  constructor(
    private readonly git: GitProgram,
    readonly directory: string,
    private readonly origin: RepositoryOrigin,
    private readonly limits: FetchLimits,
  ) {}

  /** Asks the server for its branches and tags, which costs little. */
  async listRemote(options: {
    signal: AbortSignal;
    authorization?: string;
  }): Promise<RemoteReferences> {
    const output = await this.git.run(
      [
        'ls-remote',
        '--symref',
        '--end-of-options',
        this.#address,
        head,
        'refs/heads/*',
        'refs/remotes/origin/*',
        'refs/tags/*',
      ],
      this.#remoteOptions(options),
    );
    const references = new Map<string, string>();
    let defaultBranch: string | undefined;
    for (const line of output.split('\n')) {
      const [name, reference] = line.split('\t');
      if (reference === head && name.startsWith('ref: refs/heads/')) {
        defaultBranch = name.slice('ref: refs/heads/'.length);
      } else if (reference !== undefined && /^[0-9a-f]{40,64}$/.test(name)) {
        references.set(reference, name);
      }
    }
    return { references, defaultBranch };
  }

  /**
   * Fetches all tags and the given references; what the server has deleted or moved is deleted or moved here as well.
   *
   * @param references - names that {@link listRemote} gave
   * @throws GitCommandError when it cannot be fetched
   */
  async fetch(
    references: readonly string[],
    options: { signal: AbortSignal; authorization?: string },
  ): Promise<void> {
    try {
      await this.#fetchOnce(references, options);
    } catch (error) {
      if (!isDamage(error)) {
        throw error;
      }
      await this.remove();
      await this.#fetchOnce(references, options);
    }
  }

  /** The object names of the references that the last {@link fetch} brought, by name; only those that are commits. */
  async readTips(
    references: readonly string[],
    signal: AbortSignal,
  ): Promise<Map<string, string>> {
    const kept = new Map(references.map(name => [keptReference(name), name]));
    const output = await this.git.run(
      ['for-each-ref', '--format=%(refname)%00%(objectname)', 'refs/opmodel/'],
      { gitDirectory: this.directory, signal },
    );
    const tips = new Map<string, string>();
    for (const line of output.split('\n')) {
      const [reference, sha] = line.split('\0');
      const name = kept.get(reference);
      if (name !== undefined) {
        tips.set(name, sha);
      }
    }
    return tips;
  }

  /** See {@link readTags}. */
  async readTags(signal: AbortSignal): Promise<ReadTag[]> {
    return readTags(this.git, { gitDirectory: this.directory, signal });
  }

  /** The commits at which a shallow history is cut off. */
  async readBoundary(): Promise<Set<string>> {
    try {
      const text = await fs.readFile(
        path.join(this.directory, 'shallow'),
        'utf8',
      );
      return new Set(text.split('\n').filter(line => line !== ''));
    } catch (error) {
      if (systemErrorCode(error) === 'ENOENT') {
        return new Set();
      }
      throw error;
    }
  }

  /** Gives the disk space back. */
  async remove(): Promise<void> {
    await fs.rm(this.directory, { recursive: true, force: true });
  }

  get #address(): string {
    return this.origin.type === 'local' ? this.origin.path : this.origin.url;
  }

  #remoteOptions(options: {
    signal: AbortSignal;
    authorization?: string;
  }): GitCommandOptions {
    return {
      signal: AbortSignal.any([
        options.signal,
        AbortSignal.timeout(this.limits.fetchTimeout),
      ]),
      authorization: options.authorization,
      protocols:
        this.origin.type === 'local'
          ? ['file']
          : [new URL(this.origin.url).protocol === 'http:' ? 'http' : 'https'],
    };
  }

  async #fetchOnce(
    references: readonly string[],
    options: { signal: AbortSignal; authorization?: string },
  ): Promise<void> {
    const remote = this.#remoteOptions(options);
    await this.git.run(
      ['init', '--quiet', '--bare', '--end-of-options', this.directory],
      { signal: remote.signal },
    );
    await this.git.run(['config', 'remote.origin.url', this.#address], {
      gitDirectory: this.directory,
      signal: remote.signal,
    });
    const size = watchFolderSize(this.directory, this.limits.repositorySize);
    try {
      await this.git.run(
        [
          'fetch',
          '--quiet',
          '--force',
          '--prune',
          '--no-tags',
          '--update-shallow',
          // Where the origin was cut off and has more of its history now, the clone shall have it too.
          ...((await this.readBoundary()).size > 0 ? ['--unshallow'] : []),
          '--no-recurse-submodules',
          '--no-write-fetch-head',
          '--end-of-options',
          'origin',
          '+refs/tags/*:refs/tags/*',
          ...references.map(name => `+${name}:${keptReference(name)}`),
        ],
        {
          ...remote,
          gitDirectory: this.directory,
          signal: AbortSignal.any([remote.signal, size.signal]),
        },
      );
    } finally {
      size.stop();
    }
    if ((await measureFolder(this.directory)) > this.limits.repositorySize) {
      size.refuse();
    }
    size.signal.throwIfAborted();
  }
}

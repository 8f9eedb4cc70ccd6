import { setImmediate } from 'node:timers/promises';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import pLimit, { type Limit } from 'p-limit';
import type { TodoSettings } from './debt/debtSettings';
import { RepositoryContents } from './RepositoryContents';
import type { RepositorySettings } from './repositorySettings';

/** Repositories of which is kept for the next run what they hold. */
const keptRepositories = 5_000;

/** Texts after which others have their turn. Bytes. */
const bytesAtATime = 1024 * 1024;

/** What a repository holds, with what tells whether it is still right. */
interface KeptContents {
  etag: string;
  contents: RepositoryContents;
}

/**
 * Reads repositories: each once in a run, however many entities live in it, and anew only where it changed since the run before. Facts and
 * debt have runs of their own and one memory, so that what one of them read is there for the other.
 *
 * The whole tree comes as one archive, whose names tell the most; few files of it are read.
 */
export class RepositoryReader {
  readonly #reader: UrlReaderService;
  readonly #settings: RepositorySettings;
  readonly #todos: TodoSettings | null;
  readonly #limit: Limit;
  /** In the order in which they were last asked for. */
  readonly #kept = new Map<string, KeptContents>();
  readonly #runs = new WeakMap<
    AbortSignal,
    Map<string, Promise<RepositoryContents>>
  >();

  constructor(options: {
    reader: UrlReaderService;
    settings: RepositorySettings;
    /** Null: nobody asks for comments. */
    todos: TodoSettings | null;
  }) {
    this.#reader = options.reader;
    this.#settings = options.settings;
    this.#todos = options.todos;
    this.#limit = pLimit(options.settings.concurrency);
  }

  /**
   * @param signal - of the run
   * @throws Error when the repository cannot be read
   */
  read(url: string, signal: AbortSignal): Promise<RepositoryContents> {
    const run = this.#runs.get(signal) ?? new Map();
    this.#runs.set(signal, run);
    const asked =
      run.get(url) ?? this.#limit(() => this.#readWithin(url, signal));
    run.set(url, asked);
    return asked;
  }

  async #readWithin(
    url: string,
    runSignal: AbortSignal,
  ): Promise<RepositoryContents> {
    runSignal.throwIfAborted();
    const { timeoutMs } = this.#settings;
    const late = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any([runSignal, late]);
    let stop = () => {};
    // Not every reader listens to the signal.
    const ended = new Promise<never>((_, reject) => {
      stop = () =>
        reject(
          late.aborted
            ? new Error(`took longer than ${timeoutMs / 1_000} seconds`)
            : runSignal.reason,
        );
      signal.addEventListener('abort', stop);
    });
    try {
      return await Promise.race([this.#readTree(url, signal), ended]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  async #readTree(
    url: string,
    signal: AbortSignal,
  ): Promise<RepositoryContents> {
    const kept = this.#kept.get(url);
    const contents = new RepositoryContents({
      files: this.#settings.files,
      todos: this.#todos,
    });
    try {
      const tree = await this.#reader.readTree(url, {
        etag: kept?.etag,
        signal,
        filter: (path, info) => contents.note(path, info?.size ?? 0),
      });
      let bytes = 0;
      for (const file of await tree.files()) {
        signal.throwIfAborted();
        const content = await file.content();
        contents.read(file.path, content);
        bytes += content.length;
        if (bytes > bytesAtATime) {
          bytes = 0;
          await setImmediate();
        }
      }
      this.#keep(url, { etag: tree.etag, contents });
      return contents;
    } catch (error) {
      if (kept && isError(error) && error.name === 'NotModifiedError') {
        this.#keep(url, kept);
        return kept.contents;
      }
      throw error;
    }
  }

  #keep(url: string, kept: KeptContents): void {
    this.#kept.delete(url);
    this.#kept.set(url, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptRepositories) {
      this.#kept.delete(oldest);
    }
  }
}

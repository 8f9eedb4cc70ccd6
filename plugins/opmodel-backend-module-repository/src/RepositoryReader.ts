import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import pLimit, { type Limit } from 'p-limit';
import { RepositoryDigest } from './RepositoryDigest';
import type { RepositorySettings } from './repositorySettings';

/** Texts that are longer are not read. Bytes. */
const maximumFileBytes = 512 * 1024;

/** Of all texts of a repository together, as they are packed out. Bytes. */
const maximumTextBytes = 32 * 1024 * 1024;

/** Repositories of which a digest is kept for the next run. */
const keptDigests = 5_000;

/** A digest with what tells whether it is still right. */
interface KeptDigest {
  etag: string;
  digest: RepositoryDigest;
}

/**
 * Reads repositories: each once in a run, however many entities live in it, and anew only where it changed since the run before.
 *
 * The whole tree comes as one archive, whose names tell the most; few files of it are read.
 */
export class RepositoryReader {
  readonly #reader: UrlReaderService;
  readonly #settings: RepositorySettings;
  readonly #limit: Limit;
  /** In the order in which they were last asked for. */
  readonly #kept = new Map<string, KeptDigest>();
  readonly #runs = new WeakMap<
    AbortSignal,
    Map<string, Promise<RepositoryDigest>>
  >();

  constructor(options: {
    reader: UrlReaderService;
    settings: RepositorySettings;
  }) {
    this.#reader = options.reader;
    this.#settings = options.settings;
    this.#limit = pLimit(options.settings.concurrency);
  }

  /**
   * @param signal - of the run
   * @throws Error when the repository cannot be read
   */
  read(url: string, signal: AbortSignal): Promise<RepositoryDigest> {
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
  ): Promise<RepositoryDigest> {
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

  async #readTree(url: string, signal: AbortSignal): Promise<RepositoryDigest> {
    const kept = this.#kept.get(url);
    const digest = new RepositoryDigest(this.#settings.files);
    let textBytes = 0;
    try {
      const tree = await this.#reader.readTree(url, {
        etag: kept?.etag,
        signal,
        filter(path, info) {
          const size = info?.size ?? 0;
          const isTaken =
            digest.note(path) &&
            size <= maximumFileBytes &&
            textBytes + size <= maximumTextBytes;
          textBytes += isTaken ? size : 0;
          return isTaken;
        },
      });
      for (const file of await tree.files()) {
        signal.throwIfAborted();
        const content = await file.content();
        if (content.length <= maximumFileBytes) {
          digest.read(file.path, content.toString('utf8'));
        }
      }
      this.#keep(url, { etag: tree.etag, digest });
      return digest;
    } catch (error) {
      if (kept && isError(error) && error.name === 'NotModifiedError') {
        this.#keep(url, kept);
        return kept.digest;
      }
      throw error;
    }
  }

  #keep(url: string, kept: KeptDigest): void {
    this.#kept.delete(url);
    this.#kept.set(url, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptDigests) {
      this.#kept.delete(oldest);
    }
  }
}

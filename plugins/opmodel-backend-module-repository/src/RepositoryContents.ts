import { DebtDigest } from './debt/DebtDigest';
import type { TodoSettings } from './debt/debtSettings';
import { RepositoryDigest } from './RepositoryDigest';
import type { ConfiguredFile } from './repositorySettings';

/** For facts, texts that are longer are not read. Bytes. */
const maximumFileBytes = 512 * 1024;

/** Of all texts of a repository that facts take, as they are packed out. Bytes. */
const maximumTextBytes = 32 * 1024 * 1024;

/** What is noted of the files of a repository while it is read once, for all who ask. */
export class RepositoryContents {
  readonly facts: RepositoryDigest;
  readonly debt: DebtDigest;
  readonly #read = new Set<string>();
  #textBytes = 0;

  constructor(options: {
    files: readonly ConfiguredFile[];
    /** Null: nobody asks for comments. */
    todos: TodoSettings | null;
  }) {
    this.facts = new RepositoryDigest(options.files);
    this.debt = new DebtDigest(options.todos, () => performance.now());
  }

  /**
   * Takes note that there is a file.
   *
   * @param size - bytes; 0: not known
   * @returns whether its text is needed
   */
  note(path: string, size: number): boolean {
    const isForFacts =
      this.facts.note(path) &&
      size <= maximumFileBytes &&
      this.#textBytes + size <= maximumTextBytes;
    if (isForFacts) {
      this.#textBytes += size;
      this.#read.add(path);
    }
    return this.debt.note(path, size) || isForFacts;
  }

  /** Takes note of what a file says. */
  read(path: string, content: Buffer): void {
    if (this.#read.delete(path) && content.length <= maximumFileBytes) {
      this.facts.read(path, content.toString('utf8'));
    }
    this.debt.read(path, content);
  }
}

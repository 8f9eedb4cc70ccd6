import {
  findTodoComments,
  mayHoldTodos,
  namesRuntimes,
  ordinaryTodoBounds,
  readRuntimes,
  type RuntimeUse,
  type TodoComment,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { TodoSettings } from './debtSettings';
import { LeftOutFiles } from './LeftOutFiles';
import { isGenerated, isSomebodyElses } from './passedOverFiles';

/** Of manifests. A longer one is none that people write. Bytes. */
const maximumManifestBytes = 500_000;

/** Manifests of one repository; their number bounds their size together as well. */
const maximumManifests = 500;

/** Versions of products that one repository names. */
const maximumUses = 5_000;

/** Comments of one repository that are kept between two runs. */
const maximumTodos = 2_000;

/** A file with comments that say that something was left undone. */
export interface TodoFile {
  path: string;
  /** Nobody's name is kept. */
  todos: readonly TodoComment[];
}

/**
 * What the files of a repository tell of debt, small enough to be kept. Whatever a bound leaves out is noted, so that nothing in it is taken
 * for gone.
 */
export class DebtDigest {
  readonly uses: RuntimeUse[] = [];
  readonly todoFiles: TodoFile[] = [];
  readonly unreadManifests = new LeftOutFiles();
  readonly unreadSources = new LeftOutFiles();
  readonly #settings: TodoSettings | null;
  readonly #clock: () => number;
  readonly #manifests = new Set<string>();
  readonly #sources = new Set<string>();
  #sourceBytes = 0;
  #todos = 0;
  /** Spent on looking for comments. */
  #milliseconds = 0;

  /**
   * @param todos - null: nobody asks for comments
   * @param clock - milliseconds, of which only the difference counts
   */
  constructor(todos: TodoSettings | null, clock: () => number) {
    this.#settings = todos;
    this.#clock = clock;
  }

  /**
   * Takes note that there is a file.
   *
   * @param size - bytes; 0: not known
   * @returns whether its text is needed
   */
  note(path: string, size: number): boolean {
    if (isSomebodyElses(path)) {
      return false;
    }
    const isManifest = this.#noteManifest(path, size);
    return this.#noteSource(path, size) || isManifest;
  }

  /** Takes note of what the text of a file says. */
  read(path: string, content: Buffer): void {
    if (this.#manifests.has(path)) {
      this.#readManifest(path, content);
    }
    if (this.#sources.has(path)) {
      this.#readSource(path, content);
    }
  }

  #noteManifest(path: string, size: number): boolean {
    if (!namesRuntimes(path)) {
      return false;
    }
    if (
      size > maximumManifestBytes ||
      this.#manifests.size >= maximumManifests
    ) {
      this.unreadManifests.add(path);
      return false;
    }
    this.#manifests.add(path);
    return true;
  }

  #noteSource(path: string, size: number): boolean {
    const bounds = this.#settings;
    if (!bounds || !mayHoldTodos(path) || isGenerated(path)) {
      return false;
    }
    if (
      size > bounds.fileBytes ||
      this.#sources.size >= bounds.files ||
      this.#sourceBytes + size > bounds.bytes
    ) {
      this.unreadSources.add(path);
      return false;
    }
    this.#sources.add(path);
    this.#sourceBytes += size;
    return true;
  }

  #readManifest(path: string, content: Buffer): void {
    const uses =
      content.length > maximumManifestBytes
        ? null
        : readRuntimes([{ path, text: content.toString('utf8') }]);
    if (uses === null || this.uses.length + uses.length > maximumUses) {
      this.unreadManifests.add(path);
      return;
    }
    this.uses.push(...uses);
  }

  #readSource(path: string, content: Buffer): void {
    const { fileBytes = 0, milliseconds = 0 } = this.#settings ?? {};
    const room = maximumTodos - this.#todos;
    const isOver = this.#milliseconds > milliseconds || room <= 0;
    if (isOver || content.length > fileBytes) {
      this.unreadSources.add(path);
      return;
    }
    const begin = this.#clock();
    const { todos, isTruncated } = findTodoComments(
      path,
      content.toString('utf8'),
      {
        ...ordinaryTodoBounds,
        todos: Math.min(ordinaryTodoBounds.todos, room),
      },
    );
    this.#milliseconds += this.#clock() - begin;
    if (isTruncated) {
      this.unreadSources.add(path);
    }
    if (todos.length > 0) {
      this.#todos += todos.length;
      this.todoFiles.push({
        path,
        todos: todos.map(todo => ({ ...todo, assignee: null })),
      });
    }
  }
}

import { InputError } from '@backstage/errors';
import type { Commit } from './Commit';

/**
 * The commits of one repository by number, with their parents.
 *
 * The order in which commits are given does not matter. A parent that is not among them is cut off: what lies behind it is
 * not known.
 */
export class CommitGraph {
  readonly commits: readonly Commit[];
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #parents: readonly (readonly number[])[];
  readonly #cut: Uint8Array;
  readonly #ranks: Int32Array;

  /**
   * @param boundary - commits whose parents were left out by a shallow clone, which then shows them without parents
   * @throws InputError when a commit is its own ancestor
   */
  constructor(
    commits: readonly Commit[],
    boundary: ReadonlySet<string> = new Set(),
  ) {
    this.commits = commits;
    this.#indexes = new Map(commits.map(({ sha }, index) => [sha, index]));
    this.#cut = new Uint8Array(commits.length);
    this.#parents = commits.map(({ sha, parents }, index) => {
      const known = parents
        .map(parent => this.#indexes.get(parent))
        .filter((parent): parent is number => parent !== undefined);
      if (known.length < parents.length || boundary.has(sha)) {
        this.#cut[index] = 1;
      }
      return known;
    });
    this.#ranks = this.#rank();
  }

  get size(): number {
    return this.commits.length;
  }

  indexOf(sha: string): number | undefined {
    return this.#indexes.get(sha);
  }

  /** The parents that are known, first parent first. A cut commit has none that can be relied on. */
  parents(index: number): readonly number[] {
    return this.#parents[index];
  }

  /** The parent whose line this commit continues. */
  firstParent(index: number): number | undefined {
    const [first] = this.commits[index].parents;
    return first === undefined ? undefined : this.#indexes.get(first);
  }

  /** True where history was cut off, so that what came before is not known. */
  isCut(index: number): boolean {
    return this.#cut[index] === 1;
  }

  /** A number that is greater than that of every ancestor. */
  rank(index: number): number {
    return this.#ranks[index];
  }

  /** The commit that a full or abbreviated object name stands for; undefined when there is none or more than one. */
  resolve(name: string): number | undefined {
    const exact = this.#indexes.get(name);
    if (exact !== undefined || name.length < 7) {
      return exact;
    }
    const sorted = this.#sortedNames();
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle] < name) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const isOnly =
      sorted[low]?.startsWith(name) && !sorted[low + 1]?.startsWith(name);
    return isOnly ? this.#indexes.get(sorted[low]) : undefined;
  }

  #names: string[] | undefined;

  #sortedNames(): string[] {
    this.#names ??= [...this.#indexes.keys()].sort();
    return this.#names;
  }

  /** Length of the longest way to a root, which does not depend on the order in which the commits were given. */
  #rank(): Int32Array {
    const waitingFor = new Int32Array(this.size);
    const children: number[][] = Array.from({ length: this.size }, () => []);
    for (let index = 0; index < this.size; index++) {
      for (const parent of this.#parents[index]) {
        children[parent].push(index);
        waitingFor[index]++;
      }
    }
    const ranks = new Int32Array(this.size);
    const ready: number[] = [];
    for (let index = 0; index < this.size; index++) {
      if (waitingFor[index] === 0) {
        ready.push(index);
      }
    }
    for (let next = 0; next < ready.length; next++) {
      const index = ready[next];
      for (const child of children[index]) {
        ranks[child] = Math.max(ranks[child], ranks[index] + 1);
        if (--waitingFor[child] === 0) {
          ready.push(child);
        }
      }
    }
    if (ready.length < this.size) {
      throw new InputError('A commit is its own ancestor');
    }
    return ranks;
  }
}

import { relativeTo } from '../repositorySettings';

/** Paths that are kept; of more it is only known that there are more. */
const keptPaths = 1_000;

/** Files that were not looked into because a bound was reached, so that what is in them is not known. */
export class LeftOutFiles {
  readonly #paths: string[] = [];
  #total = 0;

  add(path: string): void {
    this.#total += 1;
    if (this.#paths.length < keptPaths) {
      this.#paths.push(path);
    }
  }

  /** How many there are in a folder. Where they are not all known by their paths, any of them may be in it. */
  countIn(folder: string): number {
    const known = this.#paths.filter(
      path => relativeTo(folder, path) !== undefined,
    );
    return known.length + this.#total - this.#paths.length;
  }
}

/**
 * Lets one at a time work on the clone of a repository: the collector may fetch, or throw away what is damaged, while something else
 * reads it.
 */
export class CloneLocks {
  readonly #last = new Map<string, Promise<void>>();

  /** Does the work once all that came before it for the same repository is done. */
  async run<Result>(
    repositoryId: string,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const before = this.#last.get(repositoryId);
    let release = () => {};
    const own = new Promise<void>(resolve => {
      release = resolve;
    });
    this.#last.set(repositoryId, own);
    try {
      await before;
      return await work();
    } finally {
      release();
      if (this.#last.get(repositoryId) === own) {
        this.#last.delete(repositoryId);
      }
    }
  }
}

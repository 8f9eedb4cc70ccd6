/** How many people have worked on an entity lately. */
export interface ContributorCount {
  /** People who changed it in the window that is read, at least 1. */
  contributors: number;
  /** When its repository was read; epoch milliseconds. */
  asOf: number;
}

/** Knows how many people work on entities, and not who they are. */
export interface ContributorReader {
  /**
   * @param entityRefs - that the caller may see
   * @returns by the ref of an entity; what nobody changed in the window, or nobody reads, is not there
   */
  countContributors(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ContributorCount>>;
}

/** Where no repository is read. */
export const noContributorReader: ContributorReader = {
  countContributors: async () => new Map(),
};

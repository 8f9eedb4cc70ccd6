/** A group with the groups directly above it. Refs in lower case. */
export interface TreeGroup {
  ref: string;
  parentRefs: readonly string[];
}

/**
 * The groups of an organisation, above and below each other. Catalogs hold trees with several parents and with cycles; every walk
 * visits each group once and ends.
 */
export class OrganisationTree {
  readonly #parents = new Map<string, readonly string[]>();
  readonly #children = new Map<string, string[]>();

  /**
   * @param groups - in any order; of two with one ref the later counts. A parent that is not among them is not in the tree
   */
  constructor(groups: Iterable<TreeGroup>) {
    for (const { ref, parentRefs } of groups) {
      this.#parents.set(ref, parentRefs);
    }
    for (const [ref, parentRefs] of this.#parents) {
      for (const parent of new Set(parentRefs)) {
        if (this.#parents.has(parent) && parent !== ref) {
          this.#children.set(parent, [
            ...(this.#children.get(parent) ?? []),
            ref,
          ]);
        }
      }
    }
  }

  has(ref: string): boolean {
    return this.#parents.has(ref);
  }

  /** The groups directly below a group, in order. */
  childrenOf(ref: string): readonly string[] {
    return [...(this.#children.get(ref) ?? [])].sort();
  }

  /** The groups directly above a group that are in the tree, in order. */
  parentsOf(ref: string): readonly string[] {
    return [...new Set(this.#parents.get(ref) ?? [])]
      .filter(parent => parent !== ref && this.has(parent))
      .sort();
  }

  /** Groups that nothing is above. Where groups are above each other in a circle, its first one. */
  roots(): readonly string[] {
    const refs = [...this.#parents.keys()].sort();
    const roots = refs.filter(ref => this.parentsOf(ref).length === 0);
    const reached = new Set(roots.flatMap(ref => [...this.below(ref)]));
    for (const ref of refs) {
      if (!reached.has(ref)) {
        roots.push(ref);
        this.below(ref).forEach(below => reached.add(below));
      }
    }
    return roots;
  }

  /** A group with everything below it, each once; the group alone where it is not in the tree. */
  below(ref: string): ReadonlySet<string> {
    return this.#reach(ref, group => this.#children.get(group) ?? []);
  }

  /** A group with everything above it, each once, the nearest first. */
  above(ref: string): ReadonlySet<string> {
    return this.#reach(ref, group => this.parentsOf(group));
  }

  /**
   * The way from a group up to the head, the group first. Where several groups are above one, the first by name is followed.
   */
  chainOf(ref: string): readonly string[] {
    const chain = [ref];
    for (
      let next = this.parentsOf(ref).find(parent => !chain.includes(parent));
      next !== undefined;

    ) {
      chain.push(next);
      next = this.parentsOf(next).find(parent => !chain.includes(parent));
    }
    return chain;
  }

  #reach(
    start: string,
    next: (ref: string) => readonly string[],
  ): ReadonlySet<string> {
    const reached = new Set([start]);
    // A set is walked in the order in which it grows.
    for (const ref of reached) {
      next(ref).forEach(further => reached.add(further));
    }
    return reached;
  }
}

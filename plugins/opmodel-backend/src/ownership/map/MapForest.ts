import { OrganisationTree } from '@opmodel/backstage-plugin-opmodel-common';
import type { MapContainer, MapHold, MapPlace } from './MapStore';

/**
 * What hangs on what, as far as somebody may see. What is below a hidden container hangs on the nearest visible ones above it, or is
 * at the top. Catalogs hold several parents and cycles; everything is in the forest once, below each of its parents.
 */
export class MapForest {
  readonly #tree: OrganisationTree;
  readonly #containers: ReadonlyMap<string, MapContainer>;
  readonly #above = new Map<string, string[]>();
  readonly #order: ReadonlyMap<string, number>;
  readonly #standsFor = new Map<string, string[]>();
  readonly #roots: readonly string[];

  /**
   * @param containers - those that may be seen, in the order in which they are shown
   * @param holds - what hangs on what, seen or not
   */
  constructor(containers: readonly MapContainer[], holds: readonly MapHold[]) {
    this.#containers = new Map(containers.map(one => [one.ref, one]));
    this.#order = new Map(containers.map(({ ref }, index) => [ref, index]));
    for (const { ref, aboveRef } of holds) {
      const known = this.#above.get(ref);
      if (known) {
        known.push(aboveRef);
      } else {
        this.#above.set(ref, [aboveRef]);
      }
    }
    this.#tree = new OrganisationTree(
      containers.map(({ ref }) => ({
        ref,
        parentRefs: this.placesUnder(this.#above.get(ref) ?? []).filter(
          parent => parent !== ref,
        ),
      })),
    );
    this.#roots = this.#sorted(this.#tree.roots());
    const hidden = new Set(
      holds
        .flatMap(({ ref, aboveRef }) => [ref, aboveRef])
        .filter(ref => !this.#containers.has(ref)),
    );
    for (const ref of hidden) {
      for (const place of this.placesUnder([ref])) {
        this.#standsFor.set(place, [
          ...(this.#standsFor.get(place) ?? []),
          ref,
        ]);
      }
    }
  }

  /** Everything that may be seen, in order. */
  get refs(): string[] {
    return [...this.#containers.keys()];
  }

  get(ref: string): MapContainer | undefined {
    return this.#containers.get(ref);
  }

  /** What nothing visible is above, in order; of a circle that nothing is above, one. */
  roots(): readonly string[] {
    return this.#roots;
  }

  childrenOf(ref: string): readonly string[] {
    return this.#sorted(this.#tree.childrenOf(ref));
  }

  parentsOf(ref: string): readonly string[] {
    return this.#sorted(this.#tree.parentsOf(ref));
  }

  /** It and everything above it, the nearest first. */
  above(ref: string): ReadonlySet<string> {
    return this.#tree.above(ref);
  }

  /** It and everything below it. */
  below(ref: string): ReadonlySet<string> {
    return this.#tree.below(ref);
  }

  /** The way from the top down to a container, with it. */
  pathTo(ref: string): MapContainer[] {
    return this.#tree
      .chainOf(ref)
      .flatMap(step => this.#containers.get(step) ?? [])
      .reverse();
  }

  /**
   * The visible containers on which something hangs that hangs on these in the catalog: they themselves, or the nearest that can be
   * seen above those that cannot.
   */
  placesUnder(aboveRefs: readonly string[]): string[] {
    const reached = new Set(aboveRefs);
    // A set is walked in the order in which it grows.
    for (const ref of reached) {
      if (!this.#containers.has(ref)) {
        this.#above.get(ref)?.forEach(above => reached.add(above));
      }
    }
    return this.#sorted([...reached].filter(ref => this.#containers.has(ref)));
  }

  /** What hangs at each of these in the catalog: on them, or on what is hidden below them. */
  placesOf(refs: readonly string[]): MapPlace[] {
    return refs.flatMap(placeRef =>
      [placeRef, ...(this.#standsFor.get(placeRef) ?? [])].map(aboveRef => ({
        placeRef,
        aboveRef,
      })),
    );
  }

  #sorted(refs: readonly string[]): string[] {
    return [...refs].sort(
      (a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0),
    );
  }
}

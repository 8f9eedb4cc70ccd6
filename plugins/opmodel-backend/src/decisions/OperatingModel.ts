import type {
  DecisionForumSpec,
  DecisionRightsDocument,
  EscalationDocument,
  OrganisationTree,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity } from '../catalog/CatalogStore';

/** A decision forum of the catalog. */
export interface ForumDocument {
  ref: string;
  title: string;
  spec: DecisionForumSpec;
}

/** What the operating model is made of. */
export interface OperatingModelContents {
  rights: readonly DecisionRightsDocument[];
  forums: readonly ForumDocument[];
  paths: readonly EscalationDocument[];
  groups: ReadonlyMap<string, CatalogEntity>;
  tree: OrganisationTree;
  /** Systems and domains. */
  places: ReadonlyMap<string, CatalogEntity>;
  /** When the catalog was read; epoch milliseconds, undefined before the first time. */
  asOf?: number;
}

/** How an organisation decides and escalates, as far as somebody may see: documents, groups and places. */
export class OperatingModel {
  readonly #contents: OperatingModelContents;
  readonly #seen: ReadonlySet<string> | undefined;

  /**
   * @param seen - refs of all that may be seen of it; absent: everything
   */
  constructor(contents: OperatingModelContents, seen?: ReadonlySet<string>) {
    this.#contents = contents;
    this.#seen = seen;
  }

  get asOf(): number | undefined {
    return this.#contents.asOf;
  }

  get rights(): DecisionRightsDocument[] {
    return this.#contents.rights.filter(({ ref }) => this.#sees(ref));
  }

  get forums(): ForumDocument[] {
    return this.#contents.forums.filter(({ ref }) => this.#sees(ref));
  }

  get paths(): EscalationDocument[] {
    return this.#contents.paths.filter(({ ref }) => this.#sees(ref));
  }

  /** The group of a ref; undefined where there is none that may be seen. */
  group(ref: string): CatalogEntity | undefined {
    return this.#sees(ref) ? this.#contents.groups.get(ref) : undefined;
  }

  /** The groups directly above a group that may be seen, in order. */
  parentsOf(groupRef: string): string[] {
    const { tree } = this.#contents;
    return tree.parentsOf(groupRef).filter(ref => this.#sees(ref));
  }

  /** The system of an entity, and the domains above it, the nearest first; of a domain those above. Circles end. */
  placesOf(
    entity: Pick<CatalogEntity, 'ref' | 'systemRef' | 'domainRef'>,
  ): CatalogEntity[] {
    const { places } = this.#contents;
    const reached = new Set(
      [entity.systemRef, places.get(entity.ref)?.parentRef, entity.domainRef]
        .flatMap(ref => ref ?? [])
        .filter(ref => places.has(ref)),
    );
    // A set is walked in the order in which it grows.
    for (const ref of reached) {
      const above = places.get(ref)?.parentRef;
      if (above !== undefined && places.has(above)) {
        reached.add(above);
      }
    }
    const systemsFirst = [...reached].sort(
      (a, b) => Number(isDomain(a)) - Number(isDomain(b)),
    );
    return systemsFirst.flatMap(ref =>
      ref !== entity.ref && this.#sees(ref) ? places.get(ref)! : [],
    );
  }

  /**
   * What an entity is in, the most specific first: itself, its system, its domains, its owner, the groups above. Documents are
   * attached to these.
   */
  scopesOf(entity: CatalogEntity): string[] {
    const { tree } = this.#contents;
    const owner = entity.kind === 'group' ? entity.ref : entity.ownerRef;
    const groups = owner === undefined ? [] : [...tree.above(owner)];
    return [
      ...new Set([
        entity.ref,
        ...this.placesOf(entity).map(({ ref }) => ref),
        ...groups.filter(ref => this.#sees(ref)),
      ]),
    ];
  }

  #sees(ref: string): boolean {
    return this.#seen?.has(ref) ?? true;
  }
}

function isDomain(ref: string): boolean {
  return ref.startsWith('domain:');
}

import {
  type EscalationSource,
  OrganisationTree,
  type OwnerFacts,
  type OwnershipContact,
  type OwnershipFacts,
  readContacts,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity } from '../catalog/CatalogStore';
import type { FindEscalation } from '../decisions/EscalationSources';
import { findOnCallAnnotation } from './onCallAnnotations';

/** Everything that ladders follow from, read at one moment. */
export interface OwnershipWorldContents {
  /** What is to be assessed. */
  entities: readonly CatalogEntity[];
  /** All groups of the catalog. */
  groups: readonly CatalogEntity[];
  /** By the ref of a group: the refs of the groups directly above it. */
  parents: ReadonlyMap<string, readonly string[]>;
  /** By the ref of a group: the refs of the people who are directly in it and in the catalog. */
  members: ReadonlyMap<string, readonly string[]>;
  /** The people among the owners who are in the catalog. */
  people: ReadonlySet<string>;
  /** By the ref of an entity: when its present owner last confirmed it. Epoch milliseconds. */
  confirmations: ReadonlyMap<string, number>;
  /** Absent: only annotations and contacts tell. */
  findEscalation?: FindEscalation;
}

/** What the owners of an organisation are like: enough to say of each entity how well it is owned. */
export class OwnershipWorld {
  readonly entities: readonly CatalogEntity[];
  readonly tree: OrganisationTree;
  readonly #contents: OwnershipWorldContents;
  readonly #groups: ReadonlyMap<string, CatalogEntity>;
  readonly #members = new Map<string, ReadonlySet<string>>();
  readonly #contacts = new Map<string, readonly OwnershipContact[]>();

  constructor(contents: OwnershipWorldContents) {
    this.#contents = contents;
    this.entities = contents.entities;
    this.#groups = new Map(contents.groups.map(group => [group.ref, group]));
    this.tree = new OrganisationTree(
      contents.groups.map(({ ref }) => ({
        ref,
        parentRefs: contents.parents.get(ref) ?? [],
      })),
    );
  }

  /** The group of a ref; undefined where the catalog has none. */
  group(ref: string): CatalogEntity | undefined {
    return this.#groups.get(ref);
  }

  /** The people in a group and in the groups below it, each once. */
  membersOf(groupRef: string): ReadonlySet<string> {
    const known = this.#members.get(groupRef);
    if (known) {
      return known;
    }
    const members = new Set(
      [...this.tree.below(groupRef)].flatMap(
        below => this.#contents.members.get(below) ?? [],
      ),
    );
    this.#members.set(groupRef, members);
    return members;
  }

  /** The facts that the ladder of an entity follows from. */
  factsOf(entity: CatalogEntity): OwnershipFacts {
    const owner = this.ownerOf(entity.ownerRef);
    return {
      ref: entity.ref,
      tier: entity.tier ?? null,
      owner,
      escalation: owner && this.#escalationOf(entity, owner.ref),
      verifiedAt: this.#contents.confirmations.get(entity.ref) ?? null,
    };
  }

  /** What is known of an owner; null where there is none. */
  ownerOf(ref: string | undefined): OwnerFacts | null {
    if (ref === undefined) {
      return null;
    }
    const group = this.#groups.get(ref);
    return {
      ref,
      exists: group !== undefined || this.#contents.people.has(ref),
      members: group ? this.membersOf(ref).size : 0,
      contacts: this.#contactsOf(ref).length,
    };
  }

  #contactsOf(groupRef: string): readonly OwnershipContact[] {
    const known = this.#contacts.get(groupRef);
    if (known) {
      return known;
    }
    const group = this.#groups.get(groupRef);
    const contacts = group
      ? readContacts(group.document, group.annotations)
      : [];
    this.#contacts.set(groupRef, contacts);
    return contacts;
  }

  /** A path of the organisation comes first, then what the entity says of itself, then what its owner does. */
  #escalationOf(
    entity: CatalogEntity,
    ownerRef: string,
  ): EscalationSource | null {
    const document = this.#contents.findEscalation?.(entity);
    if (document) {
      return document;
    }
    const owner = this.#groups.get(ownerRef);
    const annotation =
      findOnCallAnnotation(entity) ?? (owner && findOnCallAnnotation(owner));
    if (annotation) {
      return { kind: 'annotation', ref: annotation };
    }
    const pages = this.#contactsOf(ownerRef).some(
      ({ type }) => type === 'page',
    );
    return pages ? { kind: 'team_api', ref: ownerRef } : null;
  }
}

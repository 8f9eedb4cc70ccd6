import {
  type EscalationDocument,
  findEscalation,
} from '../operatingModel/findEscalation';
import { OrganisationTree } from './OrganisationTree';
import type {
  ModelEntity,
  ModelGroup,
  OrganisationModel,
} from './organisationModel';
import type {
  EscalationSource,
  OwnerFacts,
  OwnershipFacts,
} from './ownershipFacts';

/** A model of an organisation that can be asked about its parts. What was asked is remembered, so the model must not change. */
export class ModelledOrganisation {
  readonly tree: OrganisationTree;
  readonly #model: OrganisationModel;
  readonly #groups: ReadonlyMap<string, ModelGroup>;
  readonly #members = new Map<string, number>();
  readonly #above = new Map<string, readonly string[]>();
  /** Escalation paths by what they are attached to; those of the organisation under an empty ref. */
  readonly #paths = new Map<string, EscalationDocument[]>();

  constructor(model: OrganisationModel) {
    this.#model = model;
    this.#groups = new Map(model.groups.map(group => [group.ref, group]));
    this.tree = new OrganisationTree(model.groups);
    for (const path of model.escalations) {
      const { appliesTo } = path.spec;
      for (const ref of appliesTo.length === 0 ? [''] : appliesTo) {
        this.#paths.set(ref, [...(this.#paths.get(ref) ?? []), path]);
      }
    }
  }

  group(ref: string): ModelGroup | undefined {
    return this.#groups.get(ref);
  }

  /** How many people are in a group and in the groups below it, each counted once. */
  countMembers(groupRef: string): number {
    const known = this.#members.get(groupRef);
    if (known !== undefined) {
      return known;
    }
    const members = new Set(
      [...this.tree.below(groupRef)].flatMap(
        below => this.#groups.get(below)?.memberIds ?? [],
      ),
    );
    this.#members.set(groupRef, members.size);
    return members.size;
  }

  /** The facts that the ladder of an entity follows from. */
  factsOf(entity: ModelEntity): OwnershipFacts {
    const { ref, tier, ownerRef, verified } = entity;
    return {
      ref,
      tier,
      owner: ownerRef === null ? null : this.#ownerOf(ownerRef),
      escalation: ownerRef === null ? null : this.#escalationOf(entity),
      // What one owner confirmed says nothing of the next.
      verifiedAt: verified?.ownerRef === ownerRef ? verified.at : null,
    };
  }

  #groupsAbove(ref: string): readonly string[] {
    const above = this.#above.get(ref) ?? [...this.tree.above(ref)];
    this.#above.set(ref, above);
    return above;
  }

  #ownerOf(ref: string): OwnerFacts {
    const group = this.#groups.get(ref);
    return {
      ref,
      exists: group !== undefined || this.#model.ownerPeople.has(ref),
      members: group ? this.countMembers(ref) : 0,
      contacts: group?.contacts ?? 0,
    };
  }

  /** A path of the organisation comes first, then what the entity says of itself, then what its owner does. */
  #escalationOf(entity: ModelEntity): EscalationSource | null {
    const { ref, placeRefs, ownerRef } = entity;
    const scopes = [
      ref,
      ...placeRefs,
      ...(ownerRef === null ? [] : this.#groupsAbove(ownerRef)),
    ];
    // Only what is attached to one of them may be found, which is little of all that there is.
    const attached = new Set(
      [...scopes, ''].flatMap(scope => this.#paths.get(scope) ?? []),
    );
    const path = findEscalation([...attached], {
      scopes,
      about: 'incident',
      severity: null,
    });
    return path
      ? { kind: 'document', ref: path.documentRef }
      : entity.paging ?? this.#groups.get(ownerRef ?? '')?.paging ?? null;
  }
}

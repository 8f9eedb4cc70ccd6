import {
  type DecisionRightsDocument,
  type EscalationDocument,
  type EscalationSource,
  type ModelEntity,
  type ModelGroup,
  type OrganisationModel,
  type OwnershipDefinition,
  readContacts,
  readTeamApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { EntityRelation } from '../../catalog/entityRelations';
import { organisationScope } from '../../catalog/scopesOf';
import type { Visibility } from '../../catalog/Visibility';
import type { AssessmentStore } from '../AssessmentStore';
import { findOnCallAnnotation } from '../onCallAnnotations';

/** Entities that one read brings. */
const PAGE = 1_000;

/** The documents by which an organisation decides and escalates, as far as somebody may see. */
export interface OperatingDocumentsReader {
  read(visibility: Visibility): Promise<{
    readonly paths: readonly EscalationDocument[];
    readonly rights: readonly DecisionRightsDocument[];
    /** The system of an entity and the domains above it, the nearest first. */
    placesOf(entity: CatalogEntity): readonly { ref: string }[];
  }>;
}

/** Where nobody wrote such documents. */
export const noOperatingDocuments: OperatingDocumentsReader = {
  read: async () => ({ paths: [], rights: [], placesOf: () => [] }),
};

/**
 * Reads the organisation as somebody sees it: what is hidden from him is not there, so that nothing that follows from it can tell.
 */
export class OrganisationModelReader {
  readonly #options: {
    catalog: CatalogStore;
    confirmations: Pick<AssessmentStore, 'listConfirmations'>;
    definition: OwnershipDefinition;
    documents: OperatingDocumentsReader;
  };

  constructor(options: {
    catalog: CatalogStore;
    confirmations: Pick<AssessmentStore, 'listConfirmations'>;
    definition: OwnershipDefinition;
    documents: OperatingDocumentsReader;
  }) {
    this.#options = options;
  }

  async read(visibility: Visibility): Promise<OrganisationModel> {
    const { catalog, confirmations, definition, documents } = this.#options;
    const [entities, groups, childOf, memberOf, verified, operating] =
      await Promise.all([
        this.#readKinds(definition.kinds, visibility),
        this.#readKinds(['group'], visibility),
        catalog.listRelations({ types: ['childOf'] }, visibility),
        catalog.listRelations({ types: ['memberOf'] }, visibility),
        confirmations.listConfirmations(),
        documents.read(visibility),
      ]);
    const owned = entities.filter(
      ({ lifecycle }) =>
        !definition.excludedLifecycles.includes(
          lifecycle?.toLocaleLowerCase('en-US') ?? '',
        ),
    );
    const parents = targetsBySource(childOf);
    const members = membersByGroup(memberOf);
    const people = owned.flatMap(({ ownerRef }) =>
      ownerRef?.startsWith('user:') ? ownerRef : [],
    );
    return {
      groups: groups.map(group =>
        toModelGroup(
          group,
          parents.get(group.ref) ?? [],
          members.get(group.ref) ?? [],
        ),
      ),
      entities: owned.map(entity =>
        toModelEntity(
          entity,
          operating.placesOf(entity).map(({ ref }) => ref),
          verified.get(entity.ref),
        ),
      ),
      ownerPeople: await catalog.existingRefs(new Set(people), visibility),
      escalations: operating.paths,
      decisionRights: operating.rights,
    };
  }

  async #readKinds(
    kinds: readonly string[],
    visibility: Visibility,
  ): Promise<CatalogEntity[]> {
    const entities: CatalogEntity[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#options.catalog.listScope(
        { scopeRef: organisationScope, kinds: [...kinds] },
        visibility,
        { limit: PAGE, cursor },
      );
      entities.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return entities;
  }
}

function toModelGroup(
  { ref, title, name, document, annotations }: CatalogEntity,
  parentRefs: readonly string[],
  memberIds: readonly string[],
): ModelGroup {
  const contacts = readContacts(document, annotations);
  const annotation = findOnCallAnnotation({ annotations });
  return {
    ref,
    title: title ?? name,
    parentRefs,
    memberIds,
    contacts: contacts.length,
    paging: annotation
      ? { kind: 'annotation', ref: annotation }
      : pagingOf(
          ref,
          contacts.some(({ type }) => type === 'page'),
        ),
    interactsWith: (readTeamApi(document, annotations)?.interactions ?? []).map(
      ({ team }) => team,
    ),
  };
}

function pagingOf(ref: string, pages: boolean): EscalationSource | null {
  return pages ? { kind: 'team_api', ref } : null;
}

function toModelEntity(
  entity: CatalogEntity,
  placeRefs: readonly string[],
  verifiedAt: number | undefined,
): ModelEntity {
  const { ref, title, name, kind, tier, ownerRef, systemRef } = entity;
  const annotation = findOnCallAnnotation(entity);
  return {
    ref,
    title: title ?? name,
    kind,
    tier: tier ?? null,
    ownerRef: ownerRef ?? null,
    systemRef: systemRef ?? null,
    placeRefs,
    paging: annotation ? { kind: 'annotation', ref: annotation } : null,
    verified:
      ownerRef === undefined || verifiedAt === undefined
        ? null
        : { ownerRef, at: verifiedAt },
  };
}

function targetsBySource(
  relations: readonly EntityRelation[],
): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  for (const { entityRef, targetRef } of relations) {
    targets.set(entityRef, [...(targets.get(entityRef) ?? []), targetRef]);
  }
  return targets;
}

/** The people of each group, each by a number: nothing that is made of them needs to know who they are. */
function membersByGroup(
  relations: readonly EntityRelation[],
): Map<string, string[]> {
  const numbers = new Map<string, string>();
  const members = new Map<string, string[]>();
  for (const { entityRef, targetRef } of relations) {
    if (entityRef.startsWith('user:')) {
      const number = numbers.get(entityRef) ?? `${numbers.size}`;
      numbers.set(entityRef, number);
      const known = members.get(targetRef);
      if (known) {
        known.push(number);
      } else {
        members.set(targetRef, [number]);
      }
    }
  }
  return members;
}

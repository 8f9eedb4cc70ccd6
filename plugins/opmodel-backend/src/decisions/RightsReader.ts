import { NotFoundError } from '@backstage/errors';
import {
  type AppliedRight,
  type Approver,
  type DecisionForum,
  attachmentOf,
  listApplicableRights,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import { organisationScope } from '../catalog/scopesOf';
import type { Visibility } from '../catalog/Visibility';
import type { NamedEntities, NamedEntity } from './NamedEntities';
import type { OperatingDocuments } from './OperatingDocuments';
import type { ForumDocument, OperatingModel } from './OperatingModel';
import type { OwnerChain } from './OwnerChain';
import { decidersOf } from './decidersOf';

/** Says who decides what about an entity, and where. */
export class RightsReader {
  readonly #options: {
    catalog: CatalogStore;
    documents: OperatingDocuments;
    names: NamedEntities;
    owners: OwnerChain;
  };

  constructor(options: {
    catalog: CatalogStore;
    documents: OperatingDocuments;
    names: NamedEntities;
    owners: OwnerChain;
  }) {
    this.#options = options;
  }

  /**
   * The rights that hold for an entity, and the forums in whose scope it is, the nearest first.
   *
   * @throws NotFoundError when the entity does not exist or may not be seen
   */
  async readRights(
    entityRef: string,
    visibility: Visibility,
  ): Promise<{ items: AppliedRight[]; forums: DecisionForum[] }> {
    const { catalog, documents, owners, names } = this.#options;
    const entity = await catalog.getEntity(entityRef, visibility);
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
    }
    const model = await documents.read(visibility);
    const levels = await owners.read(entity, model, visibility);
    const applicable = listApplicableRights(
      model.rights,
      model.scopesOf(entity),
    ).map(({ right, ...attachment }) => ({
      ...attachment,
      right,
      deciders: decidersOf(right.deciders, levels),
      peers: decidersOf(right.peers, levels),
      executives: decidersOf(right.executives, levels),
    }));
    const known = await names.read(
      applicable.flatMap(({ deciders, peers, executives }) => [
        ...deciders,
        ...peers,
        ...executives,
      ]),
      visibility,
    );
    return {
      items: applicable.map(({ documentRef, attachedTo, right, ...who }) => {
        const name = (refs: string[]) => toApprovers(refs, known, right.id);
        return {
          id: right.id,
          title: right.title,
          documentRef,
          decides: right.decides,
          mode: right.mode,
          riskLevels: right.riskLevels,
          deciders: name(who.deciders),
          peers: name(who.peers),
          executives: name(who.executives),
          appliesBecause: attachedTo ?? organisationScope,
        };
      }),
      forums: await this.#describe(forumsOf(entity, model), visibility),
    };
  }

  /**
   * Forums by ref, or those in whose scope an entity is, the nearest first.
   *
   * @param entityRef - absent: all. Of what does not exist or may not be seen there are none
   */
  async readForums(
    entityRef: string | undefined,
    visibility: Visibility,
  ): Promise<DecisionForum[]> {
    const { catalog, documents } = this.#options;
    const model = await documents.read(visibility);
    if (entityRef === undefined) {
      const sorted = model.forums.sort((a, b) => (a.ref < b.ref ? -1 : 1));
      return this.#describe(sorted, visibility);
    }
    const entity = await catalog.getEntity(entityRef, visibility);
    return this.#describe(entity ? forumsOf(entity, model) : [], visibility);
  }

  async #describe(
    forums: readonly ForumDocument[],
    visibility: Visibility,
  ): Promise<DecisionForum[]> {
    const known = await this.#options.names.read(
      forums.flatMap(({ spec: { members, chair, scope } }) => [
        ...members,
        ...scope,
        ...(chair === null ? [] : [chair]),
      ]),
      visibility,
    );
    return forums.map(({ ref, title, spec }) => ({
      ref,
      title,
      purpose: spec.purpose,
      cadence: spec.cadence,
      members: toApprovers(spec.members, known, null),
      chair:
        toApprovers(spec.chair === null ? [] : [spec.chair], known, null)[0] ??
        null,
      scopeRefs: spec.scope.filter(scope => known.has(scope)),
      decides: spec.decides,
      url: spec.url,
    }));
  }
}

function forumsOf(
  entity: CatalogEntity,
  model: OperatingModel,
): ForumDocument[] {
  const scopes = model.scopesOf(entity);
  return model.forums
    .flatMap(forum => {
      const attachment = attachmentOf(forum.spec.scope, scopes);
      return attachment ? [{ forum, distance: attachment.distance }] : [];
    })
    .sort(
      (a, b) => a.distance - b.distance || (a.forum.ref < b.forum.ref ? -1 : 1),
    )
    .map(({ forum }) => forum);
}

/** Whoever may not be seen is left out. */
function toApprovers(
  refs: readonly string[],
  known: ReadonlyMap<string, NamedEntity>,
  rightId: string | null,
): Approver[] {
  return refs.flatMap(ref => {
    const named = known.get(ref);
    return named ? [{ ...named, rightId }] : [];
  });
}

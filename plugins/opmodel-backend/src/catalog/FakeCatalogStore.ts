import type {
  CatalogEntity,
  CatalogStore,
  EntityLink,
  LinkKey,
  OwnershipSpan,
  Page,
  PageRequest,
  ScopeFilter,
  SnapshotState,
} from './CatalogStore';
import type { EntityRelation, RelationType } from './entityRelations';
import { FakeSnapshotStore, type KeptEntity } from './FakeSnapshotStore';
import { organisationScope } from './scopesOf';
import { seesAll, type Visibility } from './Visibility';
import { isVisible } from './visibleInMemory';

function byText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** The snapshot in memory, for tests of what stands on it. */
export class FakeCatalogStore
  extends FakeSnapshotStore
  implements CatalogStore
{
  async getEntity(
    ref: string,
    visibility: Visibility,
  ): Promise<CatalogEntity | undefined> {
    return this.#present(visibility).find(kept => kept.entity.ref === ref)
      ?.entity;
  }

  async getEntities(
    refs: Iterable<string>,
    visibility: Visibility,
    options?: { includeRemoved?: boolean; withOwners?: boolean },
  ): Promise<CatalogEntity[]> {
    const asked = new Set(refs);
    const owners = this.#visible(seesAll).flatMap(({ entity }) =>
      asked.has(entity.ref) ? entity.ownerRef ?? [] : [],
    );
    const wanted = new Set([...asked, ...(options?.withOwners ? owners : [])]);
    return this.#visible(visibility)
      .map(kept => kept.entity)
      .filter(
        entity =>
          wanted.has(entity.ref) &&
          (options?.includeRemoved || entity.removedAt === undefined),
      );
  }

  async existingRefs(
    refs: Iterable<string>,
    visibility: Visibility,
  ): Promise<Set<string>> {
    const entities = await this.getEntities(refs, visibility);
    return new Set(entities.map(entity => entity.ref));
  }

  async listRefs(visibility: Visibility): Promise<string[]> {
    return this.#present(visibility).map(kept => kept.entity.ref);
  }

  async listScope(
    filter: ScopeFilter,
    visibility: Visibility,
    page: PageRequest,
  ): Promise<Page<CatalogEntity>> {
    return pageOf(this.#scope(filter, visibility), page);
  }

  async countScope(
    filter: ScopeFilter,
    visibility: Visibility,
  ): Promise<number> {
    return this.#scope(filter, visibility).length;
  }

  async listChildren(
    scopeRef: string,
    visibility: Visibility,
  ): Promise<CatalogEntity[]> {
    return this.#present(visibility)
      .map(kept => kept.entity)
      .filter(entity =>
        scopeRef === organisationScope
          ? entity.kind === 'group' && entity.parentRef === undefined
          : entity.parentRef === scopeRef,
      );
  }

  async listScopesOf(
    entityRef: string,
    visibility: Visibility,
  ): Promise<string[]> {
    return this.#visible(visibility)
      .filter(kept => kept.entity.ref === entityRef)
      .flatMap(kept => openScopes(kept))
      .sort(byText);
  }

  async findLinks(
    keys: Iterable<LinkKey>,
    visibility: Visibility,
  ): Promise<EntityLink[]> {
    const wanted = [...keys];
    return this.#visible(visibility)
      .flatMap(kept => kept.links)
      .filter(link =>
        wanted.some(
          key =>
            key.system === link.system && key.externalId === link.externalId,
        ),
      );
  }

  async listLinks(
    entityRefs: Iterable<string>,
    visibility: Visibility,
  ): Promise<EntityLink[]> {
    const wanted = new Set(entityRefs);
    return this.#visible(visibility)
      .filter(kept => wanted.has(kept.entity.ref))
      .flatMap(kept => kept.links);
  }

  async listByAnnotation(
    annotations: string[],
    visibility: Visibility,
    page: PageRequest,
  ): Promise<Page<CatalogEntity>> {
    const keys = annotations.map(annotation =>
      `metadata.annotations.${annotation}`.toLowerCase(),
    );
    const annotated = this.#present(visibility).filter(kept =>
      kept.properties.some(property => keys.includes(property.key)),
    );
    return pageOf(annotated, page);
  }

  async listRelations(
    filter: {
      types: readonly RelationType[];
      entityRefs?: Iterable<string>;
      targetRefs?: Iterable<string>;
    },
    visibility: Visibility,
  ): Promise<EntityRelation[]> {
    const entityRefs = filter.entityRefs && new Set(filter.entityRefs);
    const targetRefs = filter.targetRefs && new Set(filter.targetRefs);
    return this.#visible(visibility)
      .filter(({ entity }) => !entityRefs || entityRefs.has(entity.ref))
      .flatMap(({ relations }) => relations)
      .filter(
        ({ type, targetRef }) =>
          filter.types.includes(type) &&
          (!targetRefs || targetRefs.has(targetRef)),
      );
  }

  async listOwnership(
    entityRef: string,
    visibility: Visibility,
  ): Promise<OwnershipSpan[]> {
    return this.#visible(visibility)
      .filter(kept => kept.entity.ref === entityRef)
      .flatMap(kept => kept.owners)
      .map(({ span, recordedAt }) => ({
        entityRef,
        ownerRef: span.ref,
        fromAt: span.from,
        toAt: span.to,
        recordedAt,
      }));
  }

  async snapshotState(): Promise<SnapshotState> {
    const complete = this.lastComplete();
    return {
      completedAt: complete?.finishedAt,
      entities: complete?.entities ?? 0,
      scans: [...this.scans]
        .sort((a, b) => b.startedAt - a.startedAt)
        .slice(0, 10),
    };
  }

  #visible(visibility: Visibility): KeptEntity[] {
    return [...this.kept.values()]
      .filter(kept => isVisible(visibility, kept.entity.ref, kept.properties))
      .sort((a, b) => byText(a.entity.ref, b.entity.ref));
  }

  #present(visibility: Visibility): KeptEntity[] {
    return this.#visible(visibility).filter(
      kept => kept.entity.removedAt === undefined,
    );
  }

  #scope(filter: ScopeFilter, visibility: Visibility): KeptEntity[] {
    const among = (value: string | undefined, wanted: string[] | undefined) =>
      !wanted || (value !== undefined && wanted.includes(value));
    return this.#present(visibility).filter(
      kept =>
        openScopes(kept).includes(filter.scopeRef) &&
        among(kept.entity.kind, filter.kinds) &&
        among(kept.entity.type, filter.types) &&
        among(kept.entity.lifecycle, filter.lifecycles) &&
        among(kept.entity.tier, filter.tiers) &&
        among(kept.entity.ownerRef, filter.ownerRefs) &&
        among(kept.entity.systemRef, filter.systemRefs),
    );
  }
}

function openScopes(kept: KeptEntity): string[] {
  return kept.scopes.flatMap(span =>
    span.to === undefined && span.ref !== undefined ? [span.ref] : [],
  );
}

function pageOf(
  kept: KeptEntity[],
  { limit, cursor }: PageRequest,
): Page<CatalogEntity> {
  const items = kept
    .map(({ entity }) => entity)
    .filter(entity => cursor === undefined || entity.ref > cursor);
  const page = items.slice(0, limit);
  return {
    items: page,
    nextCursor: items.length > limit ? page[page.length - 1].ref : undefined,
  };
}

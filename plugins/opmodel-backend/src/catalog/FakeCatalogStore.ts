import { ConflictError } from '@backstage/errors';
import type {
  CatalogEntity,
  CatalogStore,
  EntityLink,
  LinkKey,
  OwnershipSpan,
  Page,
  PageRequest,
  ScopeFilter,
  SnapshotScan,
  SnapshotState,
} from './CatalogStore';
import type { Span } from './diffSpans';
import type { EntityProperty } from './entityProperties';
import { ownershipHistoryAnnotation } from './ownershipHistory';
import { organisationScope } from './scopesOf';
import {
  diffOwnership,
  type EntityPast,
  type SnapshotBasis,
  type SnapshotChanges,
  type SnapshotStore,
} from './SnapshotStore';
import type { Visibility } from './Visibility';
import { isVisible } from './visibleInMemory';

interface KeptEntity {
  entity: CatalogEntity;
  properties: EntityProperty[];
  links: EntityLink[];
  hash: string;
  scopesHash: string;
  scopes: Span<string>[];
  owners: { span: Span<number>; recordedAt: number }[];
}

function byText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** The snapshot in memory, for tests of what stands on it. */
export class FakeCatalogStore implements CatalogStore, SnapshotStore {
  readonly #entities = new Map<string, KeptEntity>();
  readonly #scans: SnapshotScan[] = [];

  async startScan(options: {
    now: number;
    abandonedAfterMs: number;
  }): Promise<string> {
    const { now, abandonedAfterMs } = options;
    for (const scan of this.#scans) {
      if (scan.state === 'running' && scan.startedAt < now - abandonedAfterMs) {
        scan.state = 'failed';
        scan.finishedAt = now;
        scan.error = 'The backend stopped before the scan was complete';
      }
    }
    const id = `scan-${this.#scans.length + 1}`;
    this.#scans.push({ id, startedAt: now, state: 'running', problems: [] });
    return id;
  }

  async failScan(
    id: string,
    { now, error }: { now: number; error: string },
  ): Promise<void> {
    Object.assign(this.#scan(id), { state: 'failed', finishedAt: now, error });
  }

  async loadBasis(): Promise<SnapshotBasis> {
    return {
      scanId: this.#lastComplete()?.id,
      fingerprints: new Map(
        [...this.#entities].map(([ref, { entity, hash, scopesHash }]) => [
          ref,
          {
            hash,
            scopesHash,
            firstSeenAt: entity.firstSeenAt,
            removed: entity.removedAt !== undefined,
          },
        ]),
      ),
    };
  }

  async loadPast(refs: Iterable<string>): Promise<Map<string, EntityPast>> {
    const past = new Map<string, EntityPast>();
    for (const ref of refs) {
      const kept = this.#entities.get(ref);
      if (kept) {
        past.set(ref, {
          ownershipHistory: kept.entity.annotations[ownershipHistoryAnnotation],
          scopes: [...kept.scopes],
          owners: kept.owners.map(owner => owner.span),
        });
      }
    }
    return past;
  }

  async completeScan(
    id: string,
    changes: SnapshotChanges,
    { now, basis }: { now: number; basis: SnapshotBasis },
  ): Promise<void> {
    if (this.#lastComplete()?.id !== basis.scanId) {
      throw new ConflictError(
        'Another scan of the catalog was completed in the meantime',
      );
    }
    for (const changed of changes.changed) {
      const { properties, links, hash, scopesHash, ...entity } = changed;
      const kept = this.#entities.get(entity.ref);
      this.#entities.set(entity.ref, {
        entity: {
          ...entity,
          firstSeenAt: kept?.entity.firstSeenAt ?? now,
          seenAt: now,
        },
        properties,
        links,
        hash,
        scopesHash,
        scopes: kept?.scopes ?? [],
        owners: kept?.owners ?? [],
      });
    }
    for (const { ref, domainRef, scopesHash } of changes.moved) {
      const kept = this.#entities.get(ref)!;
      kept.entity.domainRef = domainRef;
      kept.scopesHash = scopesHash;
    }
    for (const ref of changes.removed) {
      const kept = this.#entities.get(ref)!;
      kept.entity.removedAt = now;
      kept.links = [];
    }
    for (const [ref, scopes] of changes.scopes) {
      this.#entities.get(ref)!.scopes = scopes;
    }
    for (const [ref, spans] of changes.owners) {
      const kept = this.#entities.get(ref)!;
      const change = diffOwnership(
        kept.owners.map(owner => owner.span),
        spans,
      );
      kept.owners = spans.map(span => ({
        span,
        recordedAt: change.added.includes(span)
          ? now
          : kept.owners.find(owner => owner.span.from === span.from)!
              .recordedAt,
      }));
    }
    Object.assign(this.#scan(id), {
      state: 'complete',
      finishedAt: now,
      entities: changes.entities,
      changed: changes.changed.length,
      removed: changes.removed.length,
      problems: changes.problems.slice(0, 100),
    });
  }

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
    options?: { includeRemoved?: boolean },
  ): Promise<CatalogEntity[]> {
    const wanted = new Set(refs);
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
    const complete = this.#lastComplete();
    return {
      completedAt: complete?.finishedAt,
      entities: complete?.entities ?? 0,
      scans: [...this.#scans]
        .sort((a, b) => b.startedAt - a.startedAt)
        .slice(0, 10),
    };
  }

  #scan(id: string): SnapshotScan {
    return this.#scans.find(scan => scan.id === id)!;
  }

  #lastComplete(): SnapshotScan | undefined {
    return this.#scans.filter(scan => scan.state === 'complete').pop();
  }

  #visible(visibility: Visibility): KeptEntity[] {
    return [...this.#entities.values()]
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

import type { Knex } from 'knex';
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
import {
  inBulks,
  jsonTable,
  orderByText,
  whereAnyOf,
  whereTextAfter,
} from './DatabaseLists';
import { readSnapshotState } from './DatabaseScanRows';
import { joinScope } from './DatabaseScopeQuery';
import { whereEntityVisible } from './DatabaseVisibility';
import type { EntityRelation, RelationType } from './entityRelations';
import { type EntityRow, fromEntityRow } from './entityRow';
import { organisationScope } from './scopesOf';
import type { Visibility } from './Visibility';

/** Reads the snapshot in SQLite or PostgreSQL. */
export class DatabaseCatalogStore implements CatalogStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async getEntity(
    ref: string,
    visibility: Visibility,
  ): Promise<CatalogEntity | undefined> {
    const query = this.#present(visibility).where('entities.ref', ref);
    const row = await query.first('entities.*');
    return row && fromEntityRow(row);
  }

  async getEntities(
    refs: Iterable<string>,
    visibility: Visibility,
    options?: { includeRemoved?: boolean; withOwners?: boolean },
  ): Promise<CatalogEntity[]> {
    const query = this.#knex<EntityRow>('entities').select('entities.*');
    if (!options?.includeRemoved) {
      query.whereNull('entities.removed_at');
    }
    const wanted = [...refs];
    if (options?.withOwners) {
      query.whereIn('entities.ref', named =>
        named
          .union(inner => {
            inner.from('entities as asked').select('asked.ref');
            whereAnyOf(inner, 'asked.ref', wanted);
          })
          .union(inner => {
            inner.from('entities as owned').select('owned.owner_ref');
            inner.whereNotNull('owned.owner_ref');
            whereAnyOf(inner, 'owned.ref', wanted);
          }),
      );
    } else {
      whereAnyOf(query, 'entities.ref', wanted);
    }
    whereEntityVisible(query, visibility, 'entities.ref');
    orderByText(query, 'entities.ref');
    return (await query).map(fromEntityRow);
  }

  async existingRefs(
    refs: Iterable<string>,
    visibility: Visibility,
  ): Promise<Set<string>> {
    const query = this.#present(visibility);
    whereAnyOf(query, 'entities.ref', refs);
    return new Set(await query.pluck('entities.ref'));
  }

  async listRefs(visibility: Visibility): Promise<string[]> {
    const query = this.#present(visibility);
    orderByText(query, 'entities.ref');
    return query.pluck('entities.ref');
  }

  async listScope(
    filter: ScopeFilter,
    visibility: Visibility,
    page: PageRequest,
  ): Promise<Page<CatalogEntity>> {
    return readPage(this.#scope(filter, visibility), page);
  }

  async countScope(
    filter: ScopeFilter,
    visibility: Visibility,
  ): Promise<number> {
    const [row] = await this.#scope(filter, visibility).count({ n: '*' });
    return Number(row.n);
  }

  async listChildren(
    scopeRef: string,
    visibility: Visibility,
  ): Promise<CatalogEntity[]> {
    const query = this.#present(visibility).select('entities.*');
    if (scopeRef === organisationScope) {
      query.where('entities.kind', 'group').whereNull('entities.parent_ref');
    } else {
      query.where('entities.parent_ref', scopeRef);
    }
    orderByText(query, 'entities.ref');
    return (await query).map(fromEntityRow);
  }

  async listScopesOf(
    entityRef: string,
    visibility: Visibility,
  ): Promise<string[]> {
    const query = this.#knex('scope_spans')
      .where('scope_spans.entity_ref', entityRef)
      .whereNull('scope_spans.to_day');
    whereEntityVisible(query, visibility, 'scope_spans.entity_ref');
    orderByText(query, 'scope_spans.scope_ref');
    return query.pluck('scope_spans.scope_ref');
  }

  async findLinks(
    keys: Iterable<LinkKey>,
    visibility: Visibility,
  ): Promise<EntityLink[]> {
    const links: EntityLink[] = [];
    await inBulks([...keys], async bulk => {
      const rows = bulk.map(key => ({
        system: key.system,
        external_id: key.externalId,
      }));
      const wanted = jsonTable(
        this.#knex,
        rows,
        { system: 'text', external_id: 'text' },
        'wanted',
      );
      const query = this.#knex('entity_links')
        .distinct('entity_links.*')
        .joinRaw(
          'inner join ? on wanted.system = entity_links.system and wanted.external_id = entity_links.external_id',
          [wanted],
        );
      whereEntityVisible(query, visibility, 'entity_links.entity_ref');
      links.push(...(await query).map(fromLinkRow));
    });
    return links;
  }

  async listLinks(
    entityRefs: Iterable<string>,
    visibility: Visibility,
  ): Promise<EntityLink[]> {
    const query = this.#knex('entity_links').select('entity_links.*');
    whereAnyOf(query, 'entity_links.entity_ref', entityRefs);
    whereEntityVisible(query, visibility, 'entity_links.entity_ref');
    return (await query).map(fromLinkRow);
  }

  async listByAnnotation(
    annotations: string[],
    visibility: Visibility,
    page: PageRequest,
  ): Promise<Page<CatalogEntity>> {
    const query = this.#present(visibility);
    const keys = annotations.map(annotation =>
      `metadata.annotations.${annotation}`.toLowerCase(),
    );
    query.whereIn('entities.ref', annotated => {
      annotated.from('entity_properties').select('entity_ref');
      whereAnyOf(annotated, 'key', keys);
    });
    return readPage(query, page);
  }

  async listRelations(
    filter: {
      types: readonly RelationType[];
      entityRefs?: Iterable<string>;
      targetRefs?: Iterable<string>;
    },
    visibility: Visibility,
  ): Promise<EntityRelation[]> {
    const query = this.#knex('entity_relations')
      .select('entity_relations.*')
      .whereIn('entity_relations.type', filter.types);
    if (filter.entityRefs) {
      whereAnyOf(query, 'entity_relations.entity_ref', filter.entityRefs);
    }
    if (filter.targetRefs) {
      whereAnyOf(query, 'entity_relations.target_ref', filter.targetRefs);
    }
    whereEntityVisible(query, visibility, 'entity_relations.entity_ref');
    orderByText(query, 'entity_relations.entity_ref');
    orderByText(query, 'entity_relations.type');
    orderByText(query, 'entity_relations.target_ref');
    return (await query).map(row => ({
      entityRef: row.entity_ref,
      type: row.type,
      targetRef: row.target_ref,
    }));
  }

  async listOwnership(
    entityRef: string,
    visibility: Visibility,
  ): Promise<OwnershipSpan[]> {
    const query = this.#knex('ownership_spans')
      .select('ownership_spans.*')
      .where('ownership_spans.entity_ref', entityRef)
      .whereNull('ownership_spans.superseded_at')
      .orderBy('ownership_spans.from_at');
    whereEntityVisible(query, visibility, 'ownership_spans.entity_ref');
    return (await query).map(row => ({
      entityRef: row.entity_ref,
      ownerRef: row.owner_ref ?? undefined,
      fromAt: Number(row.from_at),
      toAt: row.to_at === null ? undefined : Number(row.to_at),
      recordedAt: Number(row.recorded_at),
    }));
  }

  async snapshotState(): Promise<SnapshotState> {
    return readSnapshotState(this.#knex);
  }

  /** Entities that are in the catalog and may be seen. */
  #present(visibility: Visibility): Knex.QueryBuilder {
    const query = this.#knex('entities').whereNull('entities.removed_at');
    whereEntityVisible(query, visibility, 'entities.ref');
    return query;
  }

  #scope(filter: ScopeFilter, visibility: Visibility): Knex.QueryBuilder {
    const query = this.#knex('entities').whereNull('entities.removed_at');
    joinScope(query, {
      scopeRef: filter.scopeRef,
      entityRefColumn: 'entities.ref',
      ownership: 'now',
      visibility,
    });
    const limits: [string, string[] | undefined][] = [
      ['entities.kind', filter.kinds],
      ['entities.type', filter.types],
      ['entities.lifecycle', filter.lifecycles],
      ['entities.tier', filter.tiers],
      ['entities.owner_ref', filter.ownerRefs],
      ['entities.system_ref', filter.systemRefs],
    ];
    for (const [column, values] of limits) {
      if (values) {
        whereAnyOf(query, column, values);
      }
    }
    return query;
  }
}

function fromLinkRow(row: {
  system: string;
  external_id: string;
  path: string | null;
  entity_ref: string;
}): EntityLink {
  return {
    system: row.system,
    externalId: row.external_id,
    path: row.path ?? undefined,
    entityRef: row.entity_ref,
  };
}

/** The ref of the last entity of a page is the cursor to the next. */
async function readPage(
  query: Knex.QueryBuilder,
  { limit, cursor }: PageRequest,
): Promise<Page<CatalogEntity>> {
  if (cursor !== undefined) {
    whereTextAfter(query, 'entities.ref', cursor);
  }
  orderByText(query, 'entities.ref');
  const rows: EntityRow[] = await query.select('entities.*').limit(limit + 1);
  const items = rows.slice(0, limit).map(fromEntityRow);
  return {
    items,
    nextCursor: rows.length > limit ? items[items.length - 1].ref : undefined,
  };
}

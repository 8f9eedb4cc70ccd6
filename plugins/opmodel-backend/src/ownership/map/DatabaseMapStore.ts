import type { Knex } from 'knex';
import {
  isPostgres,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import { whereEntityVisible } from '../../catalog/DatabaseVisibility';
import type { Visibility } from '../../catalog/Visibility';
import {
  containerKinds,
  countLeavesAt,
  countLeavesAtAny,
  joinStates,
  listLeavesAt,
  listLeavesAtTop,
  readLeaves,
  selectOwned,
} from './DatabaseMapLeaves';
import type {
  GroupDocument,
  LeafSelection,
  MapContainer,
  MapHold,
  MapLeaf,
  MapPlace,
  MapStore,
  MapTreeView,
  HeldLeaf,
  ScopeCount,
} from './MapStore';

/** Reads the map in SQLite or PostgreSQL. */
export class DatabaseMapStore implements MapStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listContainers(
    view: MapTreeView,
    visibility: Visibility,
  ): Promise<MapContainer[]> {
    const query = this.#knex('entities')
      .whereNull('removed_at')
      .select('ref', 'kind', 'name', 'title', 'type', 'tier');
    whereAnyOf(query, 'kind', containerKinds[view]);
    whereEntityVisible(query, visibility, 'entities.ref');
    // What holds more comes first: a domain before the systems beside it.
    query.orderBy('kind');
    orderByText(query, 'sort_name');
    orderByText(query, 'ref');
    return (await query).map(toContainer);
  }

  async listHolds(view: MapTreeView): Promise<MapHold[]> {
    const query = this.#knex('entity_relations as hold')
      .join('entities as held', 'held.ref', 'hold.entity_ref')
      .whereNull('held.removed_at')
      .where('hold.type', view === 'organisation' ? 'childOf' : 'partOf')
      .select('hold.entity_ref', 'hold.target_ref');
    whereAnyOf(query, 'held.kind', containerKinds[view]);
    orderByText(query, 'hold.entity_ref');
    orderByText(query, 'hold.target_ref');
    return (await query).map(row => ({
      ref: row.entity_ref,
      aboveRef: row.target_ref,
    }));
  }

  countLeaves(
    places: readonly MapPlace[],
    selection: LeafSelection,
  ): Promise<ReadonlyMap<string, number>> {
    return countLeavesAt(this.#knex, places, selection);
  }

  countAllLeaves(
    places: readonly MapPlace[],
    selection: LeafSelection,
  ): Promise<number> {
    return countLeavesAtAny(this.#knex, places, selection);
  }

  listLeaves(
    places: readonly MapPlace[],
    selection: LeafSelection & { limit: number },
  ): Promise<HeldLeaf[]> {
    return listLeavesAt(this.#knex, places, selection);
  }

  listTopLeaves(
    aboveRefs: readonly string[],
    selection: LeafSelection & { limit: number },
  ): Promise<{ items: HeldLeaf[]; total: number }> {
    return listLeavesAtTop(this.#knex, aboveRefs, selection);
  }

  async findLeaf(
    ref: string,
    selection: LeafSelection,
  ): Promise<HeldLeaf | undefined> {
    return (await readLeaves(this.#knex, [ref], selection)).get(ref);
  }

  async countScopes(
    scopeRefs: readonly string[],
    rungs: number,
    selection: Omit<LeafSelection, 'view'>,
  ): Promise<ReadonlyMap<string, ScopeCount>> {
    const query = joinStates(selectOwned(this.#knex, selection))
      .join('scope_spans as span', join =>
        join.on('span.entity_ref', '=', 'leaf.ref').andOnNull('span.to_day'),
      )
      .groupBy('span.scope_ref')
      .select('span.scope_ref')
      .count({ entities: '*' })
      .sum({
        full: this.#knex.raw('case when state.reached >= ? then 1 else 0 end', [
          rungs,
        ]),
      });
    whereAnyOf(query, 'span.scope_ref', scopeRefs);
    const rows: Record<string, any>[] = await query;
    return new Map(
      rows.map(row => [
        row.scope_ref,
        { entities: Number(row.entities), full: Number(row.full) },
      ]),
    );
  }

  async listLadders(
    refs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, Pick<MapLeaf, 'reached' | 'gaps'>>> {
    const query = this.#knex('ownership_states as state')
      .whereNull('state.to_day')
      .select('state.entity_ref', 'state.reached', 'state.gaps');
    whereAnyOf(query, 'state.entity_ref', refs);
    whereEntityVisible(query, visibility, 'state.entity_ref');
    const rows: Record<string, any>[] = await query;
    return new Map(
      rows.map(row => [
        row.entity_ref,
        { reached: row.reached, gaps: JSON.parse(row.gaps) },
      ]),
    );
  }

  async listGroupDocuments(
    visibility: Visibility,
    refs?: readonly string[],
  ): Promise<GroupDocument[]> {
    const query = this.#knex('entities')
      .whereNull('removed_at')
      .where('kind', 'group')
      .select('ref', 'annotations', 'document');
    if (refs) {
      whereAnyOf(query, 'ref', refs);
    }
    whereEntityVisible(query, visibility, 'entities.ref');
    orderByText(query, 'ref');
    return (await query).map(row => ({
      ref: row.ref,
      annotations: JSON.parse(row.annotations),
      document: row.document === null ? undefined : JSON.parse(row.document),
    }));
  }

  async search(
    text: string,
    {
      limit,
      definition,
      visibility,
    }: Omit<LeafSelection, 'view'> & { limit: number },
  ): Promise<{
    items: (MapContainer & { ownerRefs: string[] })[];
    total: number;
  }> {
    const part = `%${text
      .toLocaleLowerCase('en-US')
      .replace(/[\\%_]/g, '\\$&')}%`;
    const select = () =>
      selectOwned(this.#knex, {
        definition: {
          ...definition,
          kinds: [...new Set([...definition.kinds, 'group'])],
        },
        visibility,
      }).where(found =>
        found
          .whereRaw(`lower(leaf.name) like ? escape '\\'`, [part])
          .orWhereRaw(`leaf.sort_name like ? escape '\\'`, [part]),
      );
    const byCharacter = isPostgres(this.#knex) ? ' collate "C"' : '';
    const [rows, [{ total }]]: Record<string, any>[][] = await Promise.all([
      select()
        .orderByRaw(
          `length(leaf.sort_name), leaf.sort_name${byCharacter}, leaf.ref${byCharacter}`,
        )
        .limit(limit)
        .select(
          'leaf.ref',
          'leaf.kind',
          'leaf.name',
          'leaf.title',
          'leaf.type',
          'leaf.tier',
        ),
      select().count({ total: '*' }),
    ]);
    const owners = this.#knex('entity_relations')
      .where('type', 'ownedBy')
      .select('entity_ref', 'target_ref');
    whereAnyOf(
      owners,
      'entity_ref',
      rows.map(row => row.ref),
    );
    orderByText(owners, 'target_ref');
    const held: { entity_ref: string; target_ref: string }[] = await owners;
    return {
      items: rows.map(row => ({
        ...toContainer(row),
        ownerRefs: held
          .filter(({ entity_ref: ref }) => ref === row.ref)
          .map(({ target_ref: owner }) => owner),
      })),
      total: Number(total),
    };
  }
}

function toContainer(row: Record<string, any>): MapContainer {
  return {
    ref: row.ref,
    kind: row.kind,
    title: row.title ?? row.name,
    type: row.type,
    tier: row.tier,
  };
}

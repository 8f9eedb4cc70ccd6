import type { Knex } from 'knex';
import {
  isPostgres,
  jsonTable,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import { whereEntityVisible } from '../../catalog/DatabaseVisibility';
import type {
  LeafSelection,
  MapLeaf,
  MapPlace,
  MapTreeView,
  HeldLeaf,
} from './MapStore';

/** By which relation leaves hang on containers. */
const relationOf: Record<MapTreeView, string> = {
  organisation: 'ownedBy',
  domains: 'partOf',
};

/** Kinds on which others hang, in each view. */
export const containerKinds: Record<MapTreeView, readonly string[]> = {
  organisation: ['group'],
  domains: ['domain', 'system'],
};

const leafColumns = [
  'leaf.ref',
  'leaf.kind',
  'leaf.name',
  'leaf.title',
  'leaf.type',
  'leaf.tier',
  'state.reached',
  'state.gaps',
];

/** What is to be owned and may be seen, under the alias `leaf`. */
export function selectOwned(
  knex: Knex,
  {
    definition: { kinds, excludedLifecycles },
    visibility,
  }: Omit<LeafSelection, 'view'>,
): Knex.QueryBuilder {
  const query = knex('entities as leaf').whereNull('leaf.removed_at');
  whereAnyOf(query, 'leaf.kind', kinds);
  if (excludedLifecycles.length > 0) {
    query.where(counted =>
      counted
        .whereNull('leaf.lifecycle')
        .orWhereRaw(
          `lower(leaf.lifecycle) not in (${excludedLifecycles.map(() => '?')})`,
          [...excludedLifecycles],
        ),
    );
  }
  whereEntityVisible(query, visibility, 'leaf.ref');
  return query;
}

function selectLeaves(knex: Knex, selection: LeafSelection): Knex.QueryBuilder {
  const query = selectOwned(knex, selection);
  whereAnyOf(
    query,
    'leaf.kind',
    selection.definition.kinds.filter(
      kind => !containerKinds[selection.view].includes(kind),
    ),
  );
  return query;
}

/** Leaves at their places: a row for each place, also for each thing hidden for which it stands. */
function selectPlaced(
  knex: Knex,
  places: readonly MapPlace[],
  selection: LeafSelection,
): Knex.QueryBuilder {
  const order = new Map<string, number>();
  for (const { placeRef } of places) {
    order.set(placeRef, order.get(placeRef) ?? order.size);
  }
  const rows = places.map(({ placeRef, aboveRef }) => ({
    place_ref: placeRef,
    above_ref: aboveRef,
    position: order.get(placeRef),
  }));
  return selectLeaves(knex, selection)
    .join('entity_relations as hold', join =>
      join
        .on('hold.entity_ref', '=', 'leaf.ref')
        .andOnVal('hold.type', '=', relationOf[selection.view]),
    )
    .join('place', 'place.above_ref', 'hold.target_ref')
    .withMaterialized(
      'place',
      selectRows(knex, rows, {
        place_ref: 'text',
        above_ref: 'text',
        position: 'integer',
      }),
    );
}

/**
 * Rows that travel with a statement, for a common table expression. It is to be materialized: SQLite reads the parameter anew for each
 * row that is joined otherwise.
 */
function selectRows(
  knex: Knex,
  rows: readonly object[],
  columns: Parameters<typeof jsonTable>[2],
): Knex.QueryBuilder {
  return knex
    .from(jsonTable(knex, rows, columns, 'given_row') as any)
    .select(Object.keys(columns));
}

/** How many leaves hang directly at each place. */
export async function countLeavesAt(
  knex: Knex,
  places: readonly MapPlace[],
  selection: LeafSelection,
): Promise<ReadonlyMap<string, number>> {
  const rows: { place_ref: string; leaves: number | string }[] =
    await selectPlaced(knex, places, selection)
      .groupBy('place.place_ref')
      .select('place.place_ref')
      .countDistinct({ leaves: 'leaf.ref' });
  return new Map(rows.map(row => [row.place_ref, Number(row.leaves)]));
}

/** How many leaves hang at any of the places. */
export async function countLeavesAtAny(
  knex: Knex,
  places: readonly MapPlace[],
  selection: LeafSelection,
): Promise<number> {
  const [{ leaves }] = await selectPlaced(
    knex,
    places,
    selection,
  ).countDistinct({ leaves: 'leaf.ref' });
  return Number(leaves);
}

/** Text in the order of its characters. */
function textOf(knex: Knex, column: string): string {
  return isPostgres(knex) ? `${column} collate "C"` : column;
}

/** In which order leaves of one place come: null before or after everything depends on the database, so it is told to come last. */
function orderOfLeaves(knex: Knex): string {
  return [
    '(case when leaf.tier is null then 1 else 0 end)',
    textOf(knex, 'leaf.tier'),
    'coalesce(state.reached, 99)',
    textOf(knex, 'leaf.sort_name'),
    textOf(knex, 'leaf.ref'),
  ].join(', ');
}

/** The first leaves of each place, before the second ones of any. */
export async function listLeavesAt(
  knex: Knex,
  places: readonly MapPlace[],
  { limit, ...selection }: LeafSelection & { limit: number },
): Promise<HeldLeaf[]> {
  const held = joinStates(selectPlaced(knex, places, selection)).select(
    'leaf.ref',
    'place.position',
    knex.raw(
      `dense_rank() over (partition by place.position order by ${orderOfLeaves(
        knex,
      )}) as turn`,
    ),
  );
  const turns: { ref: string }[] = await knex
    .from(knex.from(held.as('held')).select('ref', 'position', 'turn').as('t'))
    .groupBy('ref')
    .select('ref')
    .min({ turn: 'turn' })
    .min({ position: 'position' })
    .orderBy(['turn', 'position'])
    .modify(query => orderByText(query, 'ref'))
    .limit(limit);
  const refs = turns.map(row => row.ref);
  const leaves = await readLeaves(knex, refs, selection);
  return refs.flatMap(ref => leaves.get(ref) ?? []);
}

/** Leaves that hang on none of these. */
export async function listLeavesAtTop(
  knex: Knex,
  aboveRefs: readonly string[],
  { limit, ...selection }: LeafSelection & { limit: number },
): Promise<{ items: HeldLeaf[]; total: number }> {
  const query = selectLeaves(knex, selection).whereNotIn('leaf.ref', held => {
    held
      .from('entity_relations as hold')
      .select('hold.entity_ref')
      .where('hold.type', relationOf[selection.view]);
    whereAnyOf(held, 'hold.target_ref', aboveRefs);
  });
  const rows = await joinStates(query)
    .orderByRaw(orderOfLeaves(knex))
    // The number of all comes with each row, so that what hangs nowhere is looked for once.
    .limit(Math.max(1, limit))
    .select(leafColumns)
    .select(knex.raw('count(*) over () as total'));
  return {
    items: await addHolds(knex, rows.slice(0, limit), selection),
    total: Number(rows[0]?.total ?? 0),
  };
}

/** Joins the assessments that hold now, under the alias `state`. */
export function joinStates(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.leftJoin('ownership_states as state', join =>
    join.on('state.entity_ref', '=', 'leaf.ref').andOnNull('state.to_day'),
  );
}

/** Leaves by their refs. */
export async function readLeaves(
  knex: Knex,
  refs: readonly string[],
  selection: LeafSelection,
): Promise<ReadonlyMap<string, HeldLeaf>> {
  const query = joinStates(selectLeaves(knex, selection)).select(leafColumns);
  whereAnyOf(query, 'leaf.ref', refs);
  const leaves = await addHolds(knex, await query, selection);
  return new Map(leaves.map(leaf => [leaf.ref, leaf]));
}

async function addHolds(
  knex: Knex,
  rows: readonly Record<string, any>[],
  { view }: LeafSelection,
): Promise<HeldLeaf[]> {
  const holds = await listHoldsOf(
    knex,
    rows.map(row => row.ref),
    view,
  );
  return rows.map(row => ({
    ...toLeaf(row),
    aboveRefs: holds.get(row.ref) ?? [],
  }));
}

async function listHoldsOf(
  knex: Knex,
  refs: readonly string[],
  view: MapTreeView,
): Promise<ReadonlyMap<string, string[]>> {
  const query = knex('entity_relations')
    .where('type', relationOf[view])
    .select('entity_ref', 'target_ref');
  whereAnyOf(query, 'entity_ref', refs);
  orderByText(query, 'target_ref');
  const holds = new Map<string, string[]>();
  for (const { entity_ref: ref, target_ref: above } of await query) {
    holds.set(ref, [...(holds.get(ref) ?? []), above]);
  }
  return holds;
}

function toLeaf(row: Record<string, any>): MapLeaf {
  return {
    ref: row.ref,
    kind: row.kind,
    title: row.title ?? row.name,
    type: row.type,
    tier: row.tier,
    reached: row.reached,
    gaps: row.gaps === null ? [] : JSON.parse(row.gaps),
  };
}

import {
  type LadderCount,
  type OwnershipGap,
  ownershipGaps,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import {
  joinSelectedDays,
  joinSelectedSpans,
} from '../catalog/DatabaseComponentSelection';
import { isPostgres } from '../catalog/DatabaseLists';
import { selectStates } from './DatabaseOwnershipList';
import type { LadderChange } from './OwnershipStore';

/** Later than any day. */
const NEVER = '9999-12-31';

/** How many entities of each tier reach how many rungs now. */
export async function countLadder(
  knex: Knex,
  selection: ComponentSelection,
): Promise<LadderCount[]> {
  const rows = await selectStates(knex, selection)
    .groupBy('state.tier', 'state.reached')
    .select('state.tier', 'state.reached')
    .count({ entities: '*' });
  return rows.map((row: any) => ({
    tier: row.tier,
    reached: row.reached,
    entities: Number(row.entities),
  }));
}

/** How many entities had each gap on a day. */
export async function countGaps(
  knex: Knex,
  selection: ComponentSelection,
  day: string,
): Promise<ReadonlyMap<OwnershipGap, number>> {
  const query = knex('ownership_states as state');
  whereHolds(query, 'state', day);
  if (selection.ownership === 'then') {
    joinSelectedSpans(query, selection, 'state.entity_ref');
    whereHolds(query, 'scope_span', day);
  } else {
    joinSelectedDays(query, selection, { entityRef: 'state.entity_ref' });
  }
  // Few combinations of gaps exist, however many entities have them.
  const rows: { gaps: string; entities: number | string }[] = await query
    .groupBy('state.gaps')
    .select('state.gaps')
    .count({ entities: '*' });
  const counts = new Map<OwnershipGap, number>();
  for (const gap of ownershipGaps) {
    const entities = rows
      .filter(row => JSON.parse(row.gaps).includes(gap))
      .reduce((sum, row) => sum + Number(row.entities), 0);
    if (entities > 0) {
      counts.set(gap, entities);
    }
  }
  return counts;
}

/** Limits a query to spans that hold on a day. The day on which one ends is the first of the next. */
function whereHolds(
  query: Knex.QueryBuilder,
  table: 'state' | 'scope_span',
  day: string,
): void {
  query
    .where(`${table}.from_day`, '<=', day)
    .where(end =>
      end.whereNull(`${table}.to_day`).orWhere(`${table}.to_day`, '>', day),
    );
}

/** What began and what ended day by day, so that each span is read once however many days are asked for. */
export async function listLadderChanges(
  knex: Knex,
  selection: ComponentSelection,
  span: DaySpan,
): Promise<LadderChange[]> {
  const [began, ended] = await Promise.all(
    (['from', 'to'] as const).map(edge =>
      countEdges(knex, selection, span, edge),
    ),
  );
  return [
    ...began,
    ...ended.map(change => ({ ...change, entities: -change.entities })),
  ];
}

/**
 * Counts the edges of spans: of the states themselves, or as owned then of the time in which a state held while its entity belonged
 * to the scope.
 */
async function countEdges(
  knex: Knex,
  selection: ComponentSelection,
  { from, to }: DaySpan,
  edge: 'from' | 'to',
): Promise<LadderChange[]> {
  const query = knex('ownership_states as state');
  const [latest, earliest] = isPostgres(query)
    ? ['greatest', 'least']
    : ['max', 'min'];
  const begin =
    selection.ownership === 'then'
      ? `${latest}(state.from_day, scope_span.from_day)`
      : 'state.from_day';
  const end =
    selection.ownership === 'then'
      ? `${earliest}(coalesce(state.to_day, '${NEVER}'), coalesce(scope_span.to_day, '${NEVER}'))`
      : `coalesce(state.to_day, '${NEVER}')`;
  if (selection.ownership === 'then') {
    joinSelectedSpans(query, selection, 'state.entity_ref');
    query.whereRaw(`${begin} < ${end}`);
  } else {
    joinSelectedDays(query, selection, { entityRef: 'state.entity_ref' });
  }
  const day = `${latest}(${edge === 'from' ? begin : end}, ?)`;
  const edges = query
    .whereRaw(`${edge === 'from' ? begin : end} <= ?`, [to])
    .select('state.tier', 'state.reached', knex.raw(`${day} as day`, [from]));
  const rows: any[] = await knex
    .from(edges.as('edge'))
    .groupBy('day', 'tier', 'reached')
    .select('day', 'tier', 'reached')
    .count({ entities: '*' });
  return rows.map(row => ({
    day: row.day,
    tier: row.tier,
    reached: row.reached,
    entities: Number(row.entities),
  }));
}

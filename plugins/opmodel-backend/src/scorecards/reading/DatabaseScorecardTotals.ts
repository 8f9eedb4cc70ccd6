import type { Knex } from 'knex';
import { isPostgres, jsonTable, whereAnyOf } from '../../catalog/DatabaseLists';
import { selectResults, whereSelected } from './DatabaseScorecardSelection';
import type {
  LevelOfScorecard,
  ScorecardGrouping,
  ScorecardSelection,
  StateGroup,
} from './ScorecardReadStore';

const keyColumns = {
  owner: 'member.owner_ref',
  system: 'member.system_ref',
  domain: 'member.domain_ref',
  tier: 'member.tier',
  scope: 'group_span.scope_ref',
};

/** How many entities a selection has. */
export async function countEntities(
  knex: Knex,
  selection: ScorecardSelection,
): Promise<number> {
  const query = knex('entities as member').count({ entities: '*' });
  whereSelected(query, selection);
  const [{ entities }]: any[] = await query;
  return Number(entities);
}

/** Of how many entities of a selection anything is asked. */
export async function countScored(
  knex: Knex,
  selection: ScorecardSelection,
  scorecardRefs: readonly string[],
): Promise<number> {
  const [{ entities }]: any[] = await selectResults(
    knex,
    selection,
    scorecardRefs,
  ).countDistinct({ entities: 'result.entity_ref' });
  return Number(entities);
}

/** How many entities of a selection have each level as their weakest. */
export async function countWeakest(
  knex: Knex,
  selection: ScorecardSelection,
  levels: readonly LevelOfScorecard[],
): Promise<number[]> {
  const places = jsonTable(
    knex,
    levels.map(({ scorecardRef, rank }, place) => ({
      ref: scorecardRef,
      rank,
      place,
    })),
    { ref: 'text', rank: 'integer', place: 'integer' },
    'level',
  );
  const refs = new Set(levels.map(({ scorecardRef }) => scorecardRef));
  const weakest = selectResults(knex, selection, [...refs])
    .joinRaw(
      'join ? on level.ref = result.scorecard_ref and level.rank = result.level_rank',
      [places],
    )
    .min({ place: 'level.place' })
    .groupBy('result.entity_ref');
  const rows: any[] = await knex
    .from(weakest.as('weakest'))
    .select('place')
    .count({ entities: '*' })
    .groupBy('place');
  const counts = new Map(
    rows.map(({ place, entities }) => [Number(place), Number(entities)]),
  );
  return levels.map((_, place) => counts.get(place) ?? 0);
}

/** The states of a selection by scorecard and level. */
export async function listStates(
  knex: Knex,
  selection: ScorecardSelection,
  scorecardRefs: readonly string[],
): Promise<StateGroup[]> {
  const rows: any[] = await aggregate(
    knex,
    selectResults(knex, selection, scorecardRefs),
    [],
  );
  return rows.map(toGroup).sort(compareGroups);
}

/** The states of a selection by what the entities belong to, and by level. */
export async function listStatesBy(
  knex: Knex,
  selection: ScorecardSelection,
  scorecardRef: string,
  grouping: ScorecardGrouping,
): Promise<(StateGroup & { key: string | null })[]> {
  const query = selectResults(knex, selection, [scorecardRef]);
  if (grouping.by === 'scope') {
    query
      .join('scope_spans as group_span', 'group_span.entity_ref', 'member.ref')
      .whereNull('group_span.to_day');
    whereAnyOf(query, 'group_span.scope_ref', grouping.scopeRefs);
  }
  if (grouping.by === 'rest') {
    whereOutside(query, grouping);
    const rest: any[] = await aggregate(knex, query, []);
    return rest
      .map(row => ({ ...toGroup(row), key: null }))
      .sort(compareGroups);
  }
  const column = keyColumns[grouping.by];
  const rows: any[] = await aggregate(knex, query.select({ key: column }), [
    column,
  ]);
  return rows
    .map(row => ({ ...toGroup(row), key: row.key }))
    .sort((a, b) => compareKeys(a.key, b.key) || compareGroups(a, b));
}

/** Limits a query to what counts in none of some scopes, and is owned by none of some owners themselves. */
function whereOutside(
  query: Knex.QueryBuilder,
  { scopeRefs, ownerRefs }: Extract<ScorecardGrouping, { by: 'rest' }>,
): void {
  query
    .whereNotExists(counted => {
      counted
        .from('scope_spans as rest_span')
        .whereRaw('rest_span.entity_ref = member.ref')
        .whereNull('rest_span.to_day');
      whereAnyOf(counted, 'rest_span.scope_ref', scopeRefs);
    })
    .where(either =>
      either
        .whereNull('member.owner_ref')
        .orWhereNot(owned => whereAnyOf(owned, 'member.owner_ref', ownerRefs)),
    );
}

/** One text a group travels in a fraction of the time that as many rows as there are results do. */
function aggregate(
  knex: Knex,
  query: Knex.QueryBuilder,
  columns: readonly string[],
): Knex.QueryBuilder {
  return query
    .select(
      'result.scorecard_ref',
      'result.level_rank',
      knex.raw(
        isPostgres(knex)
          ? `string_agg(result.states, ',') as states`
          : `group_concat(result.states, ',') as states`,
      ),
    )
    .count({ entities: '*' })
    .min({ first_at: 'result.first_at' })
    .max({ changed_at: 'result.changed_at' })
    .groupBy('result.scorecard_ref', 'result.level_rank', ...columns);
}

function toGroup(row: any): StateGroup {
  return {
    scorecardRef: row.scorecard_ref,
    rank: row.level_rank,
    entities: Number(row.entities),
    states: row.states,
    firstAt: Number(row.first_at),
    changedAt: Number(row.changed_at),
  };
}

function compareGroups(a: StateGroup, b: StateGroup): number {
  return compareKeys(a.scorecardRef, b.scorecardRef) || a.rank - b.rank;
}

/** None comes last. */
function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) {
    return Number(a === null) - Number(b === null);
  }
  return a < b ? -1 : Number(a > b);
}

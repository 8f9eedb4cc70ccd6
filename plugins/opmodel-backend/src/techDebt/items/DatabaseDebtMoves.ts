import { standingDebtStatuses } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  deleteRows,
  insertRows,
  isPostgres,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import { isFiltered } from '../../catalog/ComponentSelection';
import { organisationScope } from '../../catalog/scopesOf';
import { readSnapshots } from './DatabaseDebtHistory';
import { selectDebtItems } from './DatabaseDebtItemSelection';
import type { DebtFlowCount } from './debtFlowCounts';
import type { DebtFlowAsk, DebtSelection } from './DebtItemStore';
import { toMoveRows } from './debtMoveRows';

/** What a row says of items whose moves are not kept. */
const WITHOUT_MOVES = 'without_moves';

const columns = {
  item_id: 'text',
  place: 'integer',
  at: 'bigint',
  kind: 'text',
  part: 'text',
  owner_ref: 'text',
  other_ref: 'text',
  principal: 'bigint',
  without_principal: 'integer',
} as const;

/** Keeps the moves of an item that has a new version. */
export async function keepMoves(
  transaction: Knex.Transaction,
  itemId: string,
): Promise<void> {
  await replaceMoves(transaction, [itemId]);
}

/** Writes the moves of items instead of those that there are. */
async function replaceMoves(
  transaction: Knex.Transaction,
  itemIds: readonly string[],
): Promise<void> {
  const snapshots = await readSnapshots(transaction, itemIds);
  await deleteRows(transaction, 'tech_debt_moves', 'item_id', itemIds);
  await insertRows(
    transaction,
    'tech_debt_moves',
    columns,
    toMoveRows(snapshots),
  );
}

/**
 * Keeps the moves of some items that have none yet.
 *
 * @returns how many there were
 */
export async function catchUpMoves(knex: Knex, limit: number): Promise<number> {
  return knex.transaction(async transaction => {
    const behind = transaction('tech_debt_items').select('id').limit(limit);
    whereWithoutMoves(behind);
    if (isPostgres(transaction)) {
      // What somebody else is writing, or another replica is at, is left to them.
      behind.forUpdate().skipLocked();
    }
    const ids = (await behind).map(({ id }: { id: string }) => id);
    await replaceMoves(transaction, ids);
    const items = transaction('tech_debt_items');
    whereAnyOf(items, 'id', ids);
    await items.update({ moves_version: transaction.ref('version') });
    return ids.length;
  });
}

/** Items whose moves are not those of their version: they were filed before moves were kept, or by a version that keeps none. */
function whereWithoutMoves(query: Knex.QueryBuilder): void {
  query.whereRaw('(moves_version is null or moves_version <> version)');
}

/**
 * Counts moves of a selection by period, and what is owed now, in one statement, so that both are of one moment.
 *
 * @returns undefined while there are items whose moves are not kept
 */
export async function countMoves(
  knex: Knex,
  selection: DebtSelection,
  asked: DebtFlowAsk,
): Promise<DebtFlowCount[] | undefined> {
  const { ownership, ownerRefs } = asked;
  const isNow = ownership === 'now';
  const selected = isNow && ownerRefs ? { ...selection, ownerRefs } : selection;
  const isAll = isWhole(selected) && !isNow;
  const owed = selectOwed(knex, isAll ? selectAll(knex, selected) : undefined);
  const moves = selectMoves(knex, asked, isAll);
  groupByOwner(knex, owed, 'item.owner_ref', null, asked);
  groupByOwner(
    knex,
    moves,
    isNow ? 'item.owner_ref' : 'move.owner_ref',
    isNow ? null : 'move.other_ref',
    asked,
  );
  if (ownerRefs && !isNow) {
    whereAnyOf(owed, 'item.owner_ref', ownerRefs);
  }
  const counted = knex
    .queryBuilder()
    .unionAll([owed, moves, selectWithoutMoves(knex)]);
  const query = isAll
    ? counted
    : knex
        .withMaterialized('found', selectAll(knex, selected))
        .from(counted.as('counted'))
        .select('counted.*');
  const rows: any[] = await query;
  if (rows.some(({ kind }) => kind === WITHOUT_MOVES)) {
    return undefined;
  }
  return rows.map(row => ({
    period: row.period === null ? null : Number(row.period) - 1,
    kind: row.kind,
    part: row.part,
    owner: row.owner,
    other: row.other,
    items: Number(row.items),
    principal: Number(row.principal),
    withoutPrincipal: Number(row.without_principal),
  }));
}

/** A row if there is an item whose moves are not kept. */
function selectWithoutMoves(knex: Knex): Knex.QueryBuilder {
  const query = knex('tech_debt_items').groupBy('kind');
  whereWithoutMoves(query);
  const nothing = 'cast(null as text)';
  return query.select(
    knex.raw('cast(null as integer) as period'),
    knex.raw('cast(? as text) as kind', [WITHOUT_MOVES]),
    knex.raw(`${nothing} as part`),
    knex.raw('count(*) as items'),
    knex.raw('0 as principal'),
    knex.raw('0 as without_principal'),
    knex.raw(`${nothing} as owner`),
    knex.raw(`${nothing} as other`),
  );
}

/** Whether a selection leaves nothing out. */
function isWhole({
  visibility,
  entities,
  scopeRef,
  ...fields
}: DebtSelection): boolean {
  return (
    visibility.type === 'all' &&
    !isFiltered(entities) &&
    (scopeRef === undefined || scopeRef === organisationScope) &&
    Object.values(fields).every(field => field === undefined)
  );
}

function selectAll(knex: Knex, selection: DebtSelection): Knex.QueryBuilder {
  return selectDebtItems(knex, selection).select(
    'item.id',
    'item.owner_ref',
    'item.status',
    'item.principal_thousandths',
  );
}

/** What is owed now, of all items or of those that were found. */
function selectOwed(
  knex: Knex,
  all: Knex.QueryBuilder | undefined,
): Knex.QueryBuilder {
  const query: Knex.QueryBuilder = all
    ? all.clearSelect()
    : knex.from('found as item');
  whereAnyOf(query, 'item.status', standingDebtStatuses);
  const part = `case when item.status = 'accepted' then 'accepted' else 'open' end`;
  return query
    .groupByRaw(part)
    .select(
      knex.raw('cast(null as integer) as period'),
      knex.raw('cast(null as text) as kind'),
      knex.raw(`${part} as part`),
      knex.raw('count(*) as items'),
      knex.raw('coalesce(sum(item.principal_thousandths), 0) as principal'),
      knex.raw(
        'count(*) - count(item.principal_thousandths) as without_principal',
      ),
    );
}

/** What happened since the first period began. */
function selectMoves(
  knex: Knex,
  { starts, ownership, ownerRefs, byOwner }: DebtFlowAsk,
  isAll: boolean,
): Knex.QueryBuilder {
  const query = knex('tech_debt_moves as move').where(
    'move.at',
    '>=',
    starts[0],
  );
  if (ownership === 'now') {
    query.join('found as item', 'item.id', 'move.item_id');
    // As if it had always had the owner and the entities of today: nothing came with an owner, and other entities re-scope nothing.
    query.whereNull('move.other_ref');
    query.whereRaw(
      `not (move.kind = 'rescoped' and move.principal = 0 and move.without_principal = 0)`,
    );
  } else {
    if (!isAll) {
      query.whereIn('move.item_id', knex.from('found').select('id'));
    }
    if (ownerRefs) {
      whereAnyOf(query, 'move.owner_ref', ownerRefs);
    }
    if (!byOwner) {
      whereFromElsewhere(query, ownerRefs);
    }
  }
  // The place of the first period is 1.
  const period = isPostgres(knex)
    ? knex.raw('width_bucket(move.at, ?::bigint[]) as period', [[...starts]])
    : knex.raw(
        '(select count(*) from json_each(?) where value <= move.at) as period',
        [JSON.stringify(starts)],
      );
  return query
    .groupBy('period', 'move.kind', 'move.part')
    .select(
      period,
      'move.kind',
      'move.part',
      knex.raw('count(*) as items'),
      knex.raw('sum(move.principal) as principal'),
      knex.raw('sum(move.without_principal) as without_principal'),
    );
}

/** Limits a query to moves for those who count these owners, or all of them: what went from one of them to another did not move. */
function whereFromElsewhere(
  query: Knex.QueryBuilder,
  ownerRefs: readonly string[] | undefined,
): void {
  query.where(moved => {
    moved.whereNull('move.other_ref');
    if (ownerRefs) {
      moved.orWhereNot(within =>
        whereAnyOf(within, 'move.other_ref', ownerRefs),
      );
    }
  });
}

function groupByOwner(
  knex: Knex,
  query: Knex.QueryBuilder,
  owner: string,
  other: string | null,
  { byOwner }: DebtFlowAsk,
): void {
  for (const [name, column] of [
    ['owner', owner],
    ['other', other],
  ] as const) {
    if (byOwner && column !== null) {
      query.groupBy(column).select(knex.raw('?? as ??', [column, name]));
    } else {
      query.select(knex.raw('cast(null as text) as ??', [name]));
    }
  }
}

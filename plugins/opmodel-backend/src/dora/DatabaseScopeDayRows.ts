import type { Knex } from 'knex';
import { isPostgres, jsonTable } from '../catalog/DatabaseLists';

/** How a day row of an entity changed. */
export interface DayDelta {
  day: string;
  metric: string;
  bin: number;
  week: string;
  /** Added to the count; may be negative. */
  count: number;
}

const rowColumns = {
  day: 'text',
  metric: 'text',
  bin: 'integer',
  week: 'text',
  count: 'integer',
} as const;

/** The tables of sums, from fine to coarse, with what tells the rows of a scope apart and everything they hold. */
export const sumTables = [
  {
    table: 'dora_scope_days',
    keys: ['day', 'metric', 'bin'],
    columns: ['day', 'metric', 'bin', 'week'],
  },
  {
    table: 'dora_scope_weeks',
    keys: ['week', 'metric', 'bin'],
    columns: ['week', 'metric', 'bin'],
  },
] as const;

/** A scope for which sums are kept. */
export interface KeptScope {
  calculation: string;
  scopeRef: string;
  /** Sums by day as well as by week. */
  keepsDays: boolean;
}

/**
 * Adds counts to the sums of a scope. Everybody writes the rows in the same order, so that nobody waits for each other.
 *
 * @param rows - a table expression with `day`, `metric`, `bin`, `week` and `count`
 */
export async function addCounts(
  transaction: Knex.Transaction,
  { calculation, scopeRef, keepsDays }: KeptScope,
  rows: Knex.Raw | Knex.QueryBuilder,
  options: { subtracts: boolean },
): Promise<void> {
  const collation = isPostgres(transaction) ? 'collate "C"' : '';
  const tables = keepsDays ? sumTables : sumTables.slice(1);
  for (const { table, keys, columns } of tables) {
    const names = columns.join(', ');
    const [first] = keys;
    await transaction.raw(
      `insert into ${table} (calculation, scope_ref, ${names}, count)
       select ?, ?, ${names}, sum(count) from ? where true group by ${names}
       order by ${first} ${collation}, metric ${collation}, bin
       on conflict (calculation, scope_ref, ${keys.join(', ')})
       do update set count = ${table}.count + excluded.count`,
      [calculation, scopeRef, rows],
    );
    if (options.subtracts) {
      await transaction.raw(
        `delete from ${table} where calculation = ? and scope_ref = ? and count = 0
         and (${keys.join(', ')}) in (select ${keys.join(', ')} from ?)`,
        [calculation, scopeRef, rows],
      );
    }
  }
}

/**
 * On PostgreSQL nobody else writes the entity's rows, of whatever calculation, until the transaction ends. Taken before any row of a scope, so that two
 * transactions never wait for each other.
 */
export async function lockEntities(
  transaction: Knex.Transaction,
  entityRefs: readonly string[],
): Promise<void> {
  if (!isPostgres(transaction)) {
    return;
  }
  for (const entityRef of [...entityRefs].sort()) {
    await transaction.raw(
      'select pg_advisory_xact_lock(hashtextextended(?, 0))',
      [`dora ${entityRef}`],
    );
  }
}

/**
 * Adds what changed in the day rows of an entity to the sums of the scopes that hold it, within the transaction that changes
 * them. The caller has locked the entity.
 */
export async function addToScopes(
  transaction: Knex.Transaction,
  calculation: string,
  entityRef: string,
  deltas: readonly DayDelta[],
): Promise<void> {
  if (deltas.length === 0) {
    return;
  }
  const holding = transaction('dora_scopes as scope')
    .where('scope.calculation', calculation)
    .whereIn(
      'scope.scope_ref',
      transaction('dora_scope_members')
        .where({ calculation, entity_ref: entityRef })
        .select('scope_ref'),
    );
  if (isPostgres(transaction)) {
    // A scope that is being given up is waited for, and then no longer found.
    holding.forShare('scope');
  }
  const scopes: { scope_ref: string; keeps_days: boolean | number }[] =
    await holding.select('scope.scope_ref', 'scope.keeps_days');
  const subtracts = deltas.some(({ count }) => count < 0);
  scopes.sort((a, b) => (a.scope_ref < b.scope_ref ? -1 : 1));
  for (const { scope_ref: scopeRef, keeps_days: keepsDays } of scopes) {
    // All in one statement: in portions, the order would begin anew.
    await addCounts(
      transaction,
      { calculation, scopeRef, keepsDays: Boolean(keepsDays) },
      jsonTable(transaction, deltas, rowColumns, 'given'),
      { subtracts },
    );
  }
}

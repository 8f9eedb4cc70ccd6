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
  count: 'bigint',
} as const;

/** The tables of a subject: counts by entity and day, and what is added up from them. */
export interface ScopeDayTables {
  /** Tells the locks of one subject from those of another. */
  subject: string;
  entityDays: string;
  /** Scopes for which sums are kept. */
  scopes: string;
  /** Entities that the sums of a scope hold. */
  members: string;
  /** Sums, from fine to coarse, with what tells the rows of a scope apart and everything they hold. */
  sums: readonly {
    table: string;
    keys: readonly string[];
    columns: readonly string[];
  }[];
}

/** The tables of a subject by their names, as its migrations create them. */
export function scopeDayTablesOf(subject: string): ScopeDayTables {
  return {
    subject,
    entityDays: `${subject}_entity_days`,
    scopes: `${subject}_scopes`,
    members: `${subject}_scope_members`,
    sums: [
      {
        table: `${subject}_scope_days`,
        keys: ['day', 'metric', 'bin'],
        columns: ['day', 'metric', 'bin', 'week'],
      },
      {
        table: `${subject}_scope_weeks`,
        keys: ['week', 'metric', 'bin'],
        columns: ['week', 'metric', 'bin'],
      },
    ],
  };
}

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
  { sums }: ScopeDayTables,
  { calculation, scopeRef, keepsDays }: KeptScope,
  rows: Knex.Raw | Knex.QueryBuilder,
  options: { subtracts: boolean },
): Promise<void> {
  const collation = isPostgres(transaction) ? 'collate "C"' : '';
  const tables = keepsDays ? sums : sums.slice(1);
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
  { subject }: ScopeDayTables,
  entityRefs: readonly string[],
): Promise<void> {
  if (!isPostgres(transaction)) {
    return;
  }
  for (const entityRef of [...entityRefs].sort()) {
    await transaction.raw(
      'select pg_advisory_xact_lock(hashtextextended(?, 0))',
      [`${subject} ${entityRef}`],
    );
  }
}

/**
 * Adds what changed in the day rows of an entity to the sums of the scopes that hold it, within the transaction that changes
 * them. The caller has locked the entity.
 */
export async function addToScopes(
  transaction: Knex.Transaction,
  tables: ScopeDayTables,
  calculation: string,
  entityRef: string,
  deltas: readonly DayDelta[],
): Promise<void> {
  if (deltas.length === 0) {
    return;
  }
  const holding = transaction(`${tables.scopes} as scope`)
    .where('scope.calculation', calculation)
    .whereIn(
      'scope.scope_ref',
      transaction(tables.members)
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
      tables,
      { calculation, scopeRef, keepsDays: Boolean(keepsDays) },
      jsonTable(transaction, deltas, rowColumns, 'given'),
      { subtracts },
    );
  }
}

/** By how much each day row of an entity changed. */
export function deltasOf(
  removed: readonly object[],
  added: readonly object[],
): DayDelta[] {
  const deltas = new Map<string, DayDelta>();
  for (const [rows, sign] of [
    [removed, -1],
    [added, 1],
  ] as const) {
    for (const { day, metric, bin, week, count } of rows as DayDelta[]) {
      const key = `${day} ${metric} ${bin}`;
      const known = deltas.get(key)?.count ?? 0;
      deltas.set(key, {
        day,
        metric,
        bin,
        week,
        // PostgreSQL returns 64-bit integers as text.
        count: known + sign * Number(count),
      });
    }
  }
  return [...deltas.values()].filter(({ count }) => count !== 0);
}

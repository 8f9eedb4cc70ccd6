import type { Knex } from 'knex';
import { inBulks, isPostgres, jsonTable } from '../catalog/DatabaseLists';

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
  scope_ref: 'text',
  day: 'text',
  metric: 'text',
  bin: 'integer',
  week: 'text',
  count: 'integer',
} as const;

const names = Object.keys(rowColumns).join(', ');

/** Counts that meet a row add to it. */
export const addToCount = `on conflict (calculation, scope_ref, day, metric, bin)
  do update set count = dora_scope_days.count + excluded.count`;

/**
 * On PostgreSQL nobody else writes the entity's rows until the transaction ends. Taken before any row of a scope, so that two
 * transactions never wait for each other.
 */
export async function lockEntities(
  transaction: Knex.Transaction,
  calculation: string,
  entityRefs: readonly string[],
): Promise<void> {
  if (!isPostgres(transaction)) {
    return;
  }
  for (const entityRef of [...entityRefs].sort()) {
    await transaction.raw(
      'select pg_advisory_xact_lock(hashtextextended(?, 0))',
      [`dora ${calculation} ${entityRef}`],
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
  const scopeRefs: string[] = await holding.pluck('scope.scope_ref');
  // Everybody writes the rows in this order, so that nobody waits for each other.
  const sorted = [...deltas].sort(
    (a, b) =>
      compareText(a.day, b.day) ||
      compareText(a.metric, b.metric) ||
      a.bin - b.bin,
  );
  for (const scopeRef of scopeRefs.sort()) {
    await inBulks(sorted, async bulk => {
      const rows = bulk.map(delta => ({ scope_ref: scopeRef, ...delta }));
      await transaction.raw(
        `insert into dora_scope_days (calculation, ${names}) select ?, ${names} from ? where true ${addToCount}`,
        [calculation, jsonTable(transaction, rows, rowColumns, 'given')],
      );
      const subtracted = rows.filter(row => row.count < 0);
      if (subtracted.length > 0) {
        await transaction.raw(
          `delete from dora_scope_days where calculation = ? and count = 0
           and (scope_ref, day, metric, bin) in (select scope_ref, day, metric, bin from ?)`,
          [
            calculation,
            jsonTable(transaction, subtracted, rowColumns, 'given'),
          ],
        );
      }
    });
  }
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

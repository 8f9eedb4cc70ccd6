import type { Knex } from 'knex';
import type { RecordPosition } from './doraRecords';

/**
 * Limits a list of verdicts, newest first, to what follows a position. The verdicts stand under the alias `verdict`.
 *
 * @param subject - the column that names the record within its source
 */
export function wherePastPosition(
  query: Knex.QueryBuilder,
  subject: string,
  after: RecordPosition | undefined,
): void {
  if (!after) {
    return;
  }
  const columns: [string, string | number][] = [
    ['verdict.entity_ref', after.entityRef],
    ['verdict.source', after.source],
    [subject, after.subject],
  ];
  query.where(past => {
    past.where('verdict.at', '<', after.at);
    columns.forEach(([column, value], index) => {
      past.orWhere(tie => {
        tie.where('verdict.at', after.at).where(column, '>', value);
        for (const [equal, same] of columns.slice(0, index)) {
          tie.where(equal, same);
        }
      });
    });
  });
}

/** Tells the records of all entities apart. */
export function keyOfRecord(row: Record<string, any>): string {
  return JSON.stringify([row.entity_ref, row.source, row.subject]);
}

/** PostgreSQL returns 64-bit integers as text. */
export function instant(
  value: number | string | null | undefined,
): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** SQLite keeps booleans as 0 and 1; null is "not known". */
export function flag(value: boolean | number | null): boolean | null {
  return value === null ? null : Boolean(value);
}

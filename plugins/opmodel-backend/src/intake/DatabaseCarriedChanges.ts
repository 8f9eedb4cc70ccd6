import type { Knex } from 'knex';
import { isPostgres, jsonTable } from '../catalog/DatabaseLists';
import { insertRows, queryRows } from './DatabaseRows';
import type { SubjectKey } from './EventStore';
import type { RecordRow } from './RecordStore';

const columns = {
  source: 'text',
  deployment: 'text',
  entity_ref: 'text',
  change_key: 'text',
} as const;

type CarriedChange = Record<keyof typeof columns, string>;

function keyOf(change: CarriedChange): string {
  return JSON.stringify([
    change.source,
    change.deployment,
    change.entity_ref,
    change.change_key,
  ]);
}

function carriedBy(rows: RecordRow[]): Map<string, CarriedChange> {
  const carried = new Map<string, CarriedChange>();
  for (const { source, entityRef, record } of rows) {
    if (record.kind === 'deployment' && entityRef !== null) {
      for (const key of record.changes ?? []) {
        const change = {
          source,
          deployment: record.subject,
          entity_ref: entityRef,
          change_key: key,
        };
        carried.set(keyOf(change), change);
      }
    }
  }
  return carried;
}

/**
 * Makes what deployments carry what is known of them. Compared change by change, because most of a corrected list stays.
 *
 * @param subjects - the deployments
 * @param rows - what they are now
 * @param now - epoch milliseconds
 * @returns the entities for which something changed
 */
export async function replaceCarriedChanges(
  knex: Knex,
  subjects: SubjectKey[],
  rows: RecordRow[],
  now: number,
): Promise<string[]> {
  // On SQLite the cross join keeps the few keys outside and looks each one up in the index.
  const join = isPostgres(knex) ? 'join' : 'cross join';
  const current = await queryRows<CarriedChange>(
    knex.raw(
      `select c.source, c.deployment, c.entity_ref, c.change_key from ? ${join} deployment_changes c
       on c.source = k.source and c.deployment = k.subject and c.superseded_at is null`,
      [
        jsonTable(
          knex,
          subjects.map(({ source, subject }) => ({ source, subject })),
          { source: 'text', subject: 'text' },
          'k',
        ),
      ],
    ),
  );
  const wanted = carriedBy(rows);
  const known = new Set(current.map(keyOf));
  const superseded = current.filter(change => !wanted.has(keyOf(change)));
  const added = [...wanted.values()].filter(
    change => !known.has(keyOf(change)),
  );
  if (superseded.length > 0) {
    const names = Object.keys(columns).join(', ');
    await knex.raw(
      `update deployment_changes set superseded_at = ?
       where superseded_at is null and (${names}) in (select ${names} from ?)`,
      [now, jsonTable(knex, superseded, columns, 'given')],
    );
  }
  await insertRows(
    knex,
    'deployment_changes',
    { ...columns, recorded_at: 'bigint' },
    added.map(change => ({ ...change, recorded_at: now })),
  );
  return [...superseded, ...added].map(change => change.entity_ref);
}

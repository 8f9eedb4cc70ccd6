import type { Knex } from 'knex';
import type { SnapshotState } from './CatalogStore';

/** Scans that the operator is shown. */
const shownScans = 10;

/** The id of the newest complete scan. */
export async function lastCompleteScan(
  knex: Knex,
): Promise<string | undefined> {
  const row = await knex('scans')
    .where('state', 'complete')
    .orderBy([
      { column: 'finished_at', order: 'desc' },
      { column: 'started_at', order: 'desc' },
      'id',
    ])
    .first('id');
  return row?.id;
}

/**
 * Columns for a statement that, taken together, change with every scan that changes anything in the snapshot, and hardly with
 * others.
 */
export function snapshotRevision(knex: Knex): Knex.QueryBuilder[] {
  return [
    knex('scans').max('revision').as('snapshot_revision'),
    // Those of a version of the engine that does not count.
    knex('scans')
      .where({ state: 'complete', revision: null })
      .max('finished_at')
      .as('uncounted_scan'),
  ];
}

/** How current the snapshot is. */
export async function readSnapshotState(knex: Knex): Promise<SnapshotState> {
  const newest = [{ column: 'started_at', order: 'desc' }, { column: 'id' }];
  const scans = await knex('scans').orderBy(newest).limit(shownScans);
  // Nearly always one of the newest is; this is asked with each answer that is remembered.
  const complete =
    scans.find(({ state }) => state === 'complete') ??
    (await knex('scans')
      .where('state', 'complete')
      .orderBy(newest)
      .first('finished_at', 'entities'));
  return {
    completedAt: complete && Number(complete.finished_at),
    entities: complete?.entities ?? 0,
    scans: scans.map(row => ({
      id: row.id,
      startedAt: Number(row.started_at),
      finishedAt:
        row.finished_at === null ? undefined : Number(row.finished_at),
      state: row.state,
      entities: row.entities ?? undefined,
      changed: row.changed ?? undefined,
      removed: row.removed ?? undefined,
      problems: JSON.parse(row.problems ?? '[]'),
      error: row.error ?? undefined,
    })),
  };
}

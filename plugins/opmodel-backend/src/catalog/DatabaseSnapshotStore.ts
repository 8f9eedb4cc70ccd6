import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { writeEntities } from './DatabaseEntityRows';
import { isPostgres, whereAnyOf } from './DatabaseLists';
import { lastCompleteScan } from './DatabaseScanRows';
import { loadPast, writeOwners, writeScopes } from './DatabaseSpanRows';
import type {
  EntityPast,
  ScanNews,
  SnapshotBasis,
  SnapshotChanges,
  SnapshotStore,
} from './SnapshotStore';

/** Problems that a scan keeps: enough to see what is wrong, whatever the size of the catalog. */
const keptProblems = 100;

/** How long scans are kept for the operator. Milliseconds. */
const keptScansMs = 24 * 60 * 60 * 1000;

/** Keeps the snapshot in SQLite or PostgreSQL. */
export class DatabaseSnapshotStore implements SnapshotStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async startScan(options: {
    now: number;
    abandonedAfterMs: number;
  }): Promise<string> {
    const { now, abandonedAfterMs } = options;
    await this.#knex('scans')
      .where('state', 'running')
      .where('started_at', '<', now - abandonedAfterMs)
      .update({
        state: 'failed',
        finished_at: now,
        error: 'The backend stopped before the scan was complete',
      });
    const id = randomUUID();
    await this.#knex('scans').insert({
      id,
      started_at: now,
      state: 'running',
    });
    return id;
  }

  async failScan(
    id: string,
    { now, error }: { now: number; error: string },
  ): Promise<void> {
    await this.#knex('scans')
      .where({ id })
      .update({ state: 'failed', finished_at: now, error });
  }

  async loadBasis(): Promise<SnapshotBasis> {
    const scanId = await lastCompleteScan(this.#knex);
    const rows = await this.#knex('entities').select(
      'ref',
      'hash',
      'scopes_hash',
      'first_seen_at',
      'removed_at',
    );
    return {
      scanId,
      fingerprints: new Map(
        rows.map(row => [
          row.ref,
          {
            hash: row.hash,
            scopesHash: row.scopes_hash,
            firstSeenAt: Number(row.first_seen_at),
            removed: row.removed_at !== null,
          },
        ]),
      ),
    };
  }

  async loadPast(refs: Iterable<string>): Promise<Map<string, EntityPast>> {
    return loadPast(this.#knex, [...refs]);
  }

  async completeScan(
    id: string,
    changes: SnapshotChanges,
    news: ScanNews,
    { now, basis }: { now: number; basis: SnapshotBasis },
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      if (isPostgres(tx)) {
        // Two scans that end together would both find their basis unchanged. Readers are not held up.
        await tx.raw('lock table scans in share row exclusive mode');
      }
      if ((await lastCompleteScan(tx)) !== basis.scanId) {
        throw new ConflictError(
          'Another scan of the catalog was completed in the meantime',
        );
      }
      await writeEntities(tx, changes, now);
      await writeScopes(tx, changes.scopes);
      await writeOwners(tx, changes.owners, now);
      const [counted] = await tx('scans').max({ revision: 'revision' });
      await tx('scans')
        .where({ id })
        .update({
          state: 'complete',
          revision: Number(counted.revision) + (isEmpty(changes) ? 0 : 1),
          finished_at: now,
          entities: changes.entities,
          changed: changes.changed.length,
          removed: changes.removed.length,
          problems: JSON.stringify(changes.problems.slice(0, keptProblems)),
        });
      if (Object.values(news).some(refs => refs.length > 0)) {
        await tx('scan_news').insert({
          scan_id: id,
          found_at: now,
          news: JSON.stringify(news),
        });
      }
      await tx('scans')
        .where('started_at', '<', now - keptScansMs)
        .whereNot({ id })
        .delete();
    });
  }

  async listUntold(): Promise<{ scanId: string; news: ScanNews }[]> {
    const rows = await this.#knex('scan_news')
      .select('scan_id', 'news')
      .orderBy(['found_at', 'scan_id']);
    return rows.map(row => ({
      scanId: row.scan_id,
      news: JSON.parse(row.news),
    }));
  }

  async markTold(scanIds: string[]): Promise<void> {
    await this.#knex('scan_news')
      .modify(query => whereAnyOf(query, 'scan_id', scanIds))
      .delete();
  }
}

function isEmpty(changes: SnapshotChanges): boolean {
  const { changed, moved, removed, scopes, owners } = changes;
  return (
    [changed, moved, removed].every(list => list.length === 0) &&
    [scopes, owners].every(spans => spans.size === 0)
  );
}

import type { Knex } from 'knex';
import { whereVisible } from '../catalog/DatabaseVisibility';
import type { Visibility } from '../catalog/Visibility';
import type { OverviewStore, RecordCounts } from './OverviewStore';

/** Counts records on SQLite and PostgreSQL. */
export class DatabaseOverviewStore implements OverviewStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async countRecords(visibility: Visibility): Promise<RecordCounts> {
    const [deployments, changes, incidents, workItems] = await Promise.all(
      ['deployments', 'changes', 'incidents', 'work_items'].map(table =>
        this.#count(table, visibility),
      ),
    );
    const latest = [deployments, changes, incidents, workItems]
      .map(({ recordedAt }) => recordedAt)
      .filter(recordedAt => recordedAt !== null);
    return {
      deployments: deployments.count,
      changes: changes.count,
      incidents: incidents.count,
      workItems: workItems.count,
      latestRecordedAt: latest.length > 0 ? Math.max(...latest) : null,
    };
  }

  async #count(table: string, visibility: Visibility) {
    const row:
      | { count?: number | string; recorded?: number | string | null }
      | undefined = await this.#knex(`${table} as record`)
      .whereNull('record.superseded_at')
      .where('record.withdrawn', false)
      .modify(query => whereVisible(query, visibility, 'record.entity_ref'))
      .count({ count: '*' })
      .max({ recorded: 'record.recorded_at' })
      .first();
    return {
      count: Number(row?.count ?? 0),
      recordedAt: row?.recorded ? Number(row.recorded) : null,
    };
  }
}

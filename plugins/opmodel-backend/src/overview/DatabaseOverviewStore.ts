import type { Knex } from 'knex';
import { whereVisible } from '../catalog/DatabaseVisibility';
import type { Visibility } from '../catalog/Visibility';
import type {
  CountedRecord,
  OverviewStore,
  RecordCount,
} from './OverviewStore';

const tables: Record<CountedRecord, string> = {
  deployments: 'deployments',
  changes: 'changes',
  incidents: 'incidents',
  workItems: 'work_items',
};

/** Counts records on SQLite and PostgreSQL. */
export class DatabaseOverviewStore implements OverviewStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async countRecords(
    kind: CountedRecord,
    visibility: Visibility,
  ): Promise<RecordCount> {
    const row:
      | { count?: number | string; recorded?: number | string | null }
      | undefined = await this.#knex(`${tables[kind]} as record`)
      .whereNull('record.superseded_at')
      .where('record.withdrawn', false)
      .modify(query => whereVisible(query, visibility, 'record.entity_ref'))
      .count({ count: '*' })
      .max({ recorded: 'record.recorded_at' })
      .first();
    return {
      count: Number(row?.count ?? 0),
      latestRecordedAt: row?.recorded ? Number(row.recorded) : null,
    };
  }
}

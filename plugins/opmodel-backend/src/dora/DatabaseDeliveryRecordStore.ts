import type { Knex } from 'knex';
import { whereAnyOf } from '../catalog/DatabaseLists';
import { whereEntityVisible } from '../catalog/DatabaseVisibility';
import type { Visibility } from '../catalog/Visibility';
import type {
  DeliveryRecordStore,
  ReferredRecord,
} from './DeliveryRecordStore';

/** Says from SQLite or PostgreSQL which incidents and deployments there are. */
export class DatabaseDeliveryRecordStore implements DeliveryRecordStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async findSubjects(
    kind: ReferredRecord,
    subjects: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlySet<string>> {
    const table = { incident: 'incidents', deployment: 'deployments' }[kind];
    const query = this.#knex(`${table} as record`)
      .where('record.withdrawn', false)
      .whereNull('record.superseded_at')
      .distinct('record.subject');
    whereAnyOf(query, 'record.subject', subjects);
    whereEntityVisible(query, visibility, 'record.entity_ref');
    const rows: { subject: string }[] = await query;
    return new Set(rows.map(({ subject }) => subject));
  }
}

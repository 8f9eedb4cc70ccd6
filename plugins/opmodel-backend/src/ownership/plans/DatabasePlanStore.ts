import type { Knex } from 'knex';
import {
  inBulks,
  insertRows,
  isPostgres,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import type {
  PlanContents,
  PlanReader,
  PlanRecord,
  PlanStore,
} from './PlanStore';

/** Keeps plans in the engine's database. */
export class DatabasePlanStore implements PlanStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async create(plan: PlanRecord): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await transaction('ownership_plans').insert({
        id: plan.id,
        ...toColumns(plan),
        created_by: plan.createdBy,
        created_at: plan.createdAt,
        updated_by: plan.updatedBy,
        updated_at: plan.updatedAt,
        version: plan.version,
      });
      await writeReaders(transaction, plan.id, plan.readerRefs);
    });
  }

  async get(id: string, reader: PlanReader): Promise<PlanRecord | undefined> {
    const row: PlanRow | undefined = await this.#readable(reader)
      .where('plan.id', id)
      .first('plan.*');
    return row && (await this.#withReaders([row]))[0];
  }

  async list(
    reader: PlanReader,
    {
      limit,
      after,
    }: { limit: number; after?: { updatedAt: number; id: string } },
  ): Promise<{ items: PlanRecord[]; total: number }> {
    const [{ total }] = await this.#readable(reader).count({ total: '*' });
    const byCharacter = isPostgres(this.#knex) ? ' collate "C"' : '';
    const query = this.#readable(reader)
      .select('plan.*')
      .orderByRaw(`plan.updated_at desc, plan.id${byCharacter}`)
      .limit(limit);
    if (after) {
      query.whereRaw(
        `(plan.updated_at < ? or (plan.updated_at = ? and plan.id${byCharacter} > ?))`,
        [after.updatedAt, after.updatedAt, after.id],
      );
    }
    return {
      items: await this.#withReaders(await query),
      total: Number(total),
    };
  }

  async countOf({ person, today }: PlanReader): Promise<number> {
    const [{ total }] = await this.#knex('ownership_plans')
      .where('created_by', person)
      .where('expires_on', '>=', today)
      .count({ total: '*' });
    return Number(total);
  }

  async update(
    id: string,
    contents: PlanContents,
    {
      person,
      today,
      version,
      now,
    }: PlanReader & { version: number; now: number },
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const updated = await transaction('ownership_plans')
        .where({ id, created_by: person, version })
        .where('expires_on', '>=', today)
        .update({
          ...toColumns(contents),
          updated_by: person,
          updated_at: now,
          version: version + 1,
        });
      if (updated === 0) {
        return false;
      }
      await transaction('ownership_plan_readers').where('plan_id', id).delete();
      await writeReaders(transaction, id, contents.readerRefs);
      return true;
    });
  }

  async delete(id: string, { person, today }: PlanReader): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const deleted = await transaction('ownership_plans')
        .where({ id, created_by: person })
        .where('expires_on', '>=', today)
        .delete();
      if (deleted > 0) {
        await transaction('ownership_plan_readers')
          .where('plan_id', id)
          .delete();
      }
      return deleted > 0;
    });
  }

  async deleteExpired(today: string): Promise<number> {
    return this.#knex.transaction(async transaction => {
      const expired: string[] = await transaction('ownership_plans')
        .where('expires_on', '<', today)
        .pluck('id');
      await inBulks(expired, async ids => {
        const readers = transaction('ownership_plan_readers');
        whereAnyOf(readers, 'plan_id', ids);
        await readers.delete();
        const plans = transaction('ownership_plans').where(
          'expires_on',
          '<',
          today,
        );
        whereAnyOf(plans, 'id', ids);
        await plans.delete();
      });
      return expired.length;
    });
  }

  #readable({ person, today }: PlanReader): Knex.QueryBuilder {
    return this.#knex('ownership_plans as plan')
      .where('plan.expires_on', '>=', today)
      .where(readable =>
        readable
          .where('plan.created_by', person)
          .orWhereExists(named =>
            named
              .from('ownership_plan_readers as named')
              .whereRaw('named.plan_id = plan.id')
              .where('named.reader_ref', person),
          ),
      );
  }

  async #withReaders(rows: readonly PlanRow[]): Promise<PlanRecord[]> {
    const query = this.#knex('ownership_plan_readers').select(
      'plan_id',
      'reader_ref',
    );
    whereAnyOf(
      query,
      'plan_id',
      rows.map(({ id }) => id),
    );
    const readers: { plan_id: string; reader_ref: string }[] = await query;
    return rows.map(row => ({
      id: row.id,
      name: row.name,
      changes: JSON.parse(row.changes),
      readerRefs: readers
        .filter(reader => reader.plan_id === row.id)
        .map(reader => reader.reader_ref)
        .sort(),
      createdBy: row.created_by,
      createdAt: Number(row.created_at),
      updatedBy: row.updated_by,
      updatedAt: Number(row.updated_at),
      expiresOn: row.expires_on,
      version: row.version,
    }));
  }
}

/** A row as both databases give it. */
interface PlanRow {
  id: string;
  name: string;
  changes: string;
  created_by: string;
  created_at: number | string;
  updated_by: string;
  updated_at: number | string;
  expires_on: string;
  version: number;
}

function toColumns({ name, changes, expiresOn }: PlanContents) {
  return { name, changes: JSON.stringify(changes), expires_on: expiresOn };
}

function writeReaders(
  transaction: Knex.Transaction,
  planId: string,
  readerRefs: readonly string[],
): Promise<void> {
  return insertRows(
    transaction,
    'ownership_plan_readers',
    { plan_id: 'text', reader_ref: 'text' },
    readerRefs.map(ref => ({ plan_id: planId, reader_ref: ref })),
  );
}

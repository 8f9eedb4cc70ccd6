import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { isPostgres, jsonTable } from '../catalog/DatabaseLists';
import { insertRows, queryRows } from './DatabaseRows';
import type { Claim, RecalculationStore } from './RecalculationStore';

const claimColumns = {
  subject_id: 'text',
  entity_ref: 'text',
  requested_at: 'bigint',
  lease_token: 'text',
} as const;

/** Keeps the requests in the engine's database. */
export class DatabaseRecalculationStore implements RecalculationStore {
  readonly #knex: Knex;
  readonly #subjects: readonly string[];

  /**
   * @param subjects - ids of all subjects that compute numbers, those that are switched off included
   */
  constructor(knex: Knex, subjects: readonly string[]) {
    this.#knex = knex;
    this.#subjects = [...subjects].sort();
  }

  async request(
    entityRefs: Iterable<string>,
    options: { now: number },
  ): Promise<void> {
    // Always in the same order, so that two batches about the same entities wait for each other instead of blocking each other.
    const refs = [...new Set(entityRefs)].sort();
    await insertRows(
      this.#knex,
      'recalculations',
      { subject_id: 'text', entity_ref: 'text', requested_at: 'bigint' },
      this.#subjects.flatMap(subject =>
        refs.map(ref => ({
          subject_id: subject,
          entity_ref: ref,
          requested_at: options.now,
        })),
      ),
      {
        // What is being worked on must become another request, even within the same millisecond.
        onConflict: `(subject_id, entity_ref) do update set requested_at = case
          when recalculations.lease_token is null then recalculations.requested_at
          when recalculations.requested_at >= excluded.requested_at then recalculations.requested_at + 1
          else excluded.requested_at end`,
      },
    );
  }

  async claim(options: {
    subject: string;
    limit: number;
    leaseMs: number;
    now: number;
  }): Promise<Claim[]> {
    const token = randomUUID();
    const longest = `select entity_ref from recalculations
      where subject_id = ? and (lease_until is null or lease_until <= ?)
      order by requested_at, entity_ref limit ?`;
    // PostgreSQL may evaluate the selection of an "in" more than once, and each time skip other rows: more than the limit would
    // be claimed. An array is evaluated once.
    const isChosen = isPostgres(this.#knex)
      ? `= any(array(${longest} for update skip locked))`
      : `in (${longest})`;
    const rows = await queryRows<{ entity_ref: string; requested_at: unknown }>(
      this.#knex.raw(
        `update recalculations set lease_until = ?, lease_token = ?
         where subject_id = ? and entity_ref ${isChosen}
         returning entity_ref, requested_at`,
        [
          options.now + options.leaseMs,
          token,
          options.subject,
          options.subject,
          options.now,
          options.limit,
        ],
      ),
    );
    return rows
      .map(row => ({
        subject: options.subject,
        entityRef: row.entity_ref,
        requestedAt: Number(row.requested_at),
        token,
      }))
      .sort(
        (a, b) =>
          a.requestedAt - b.requestedAt || (a.entityRef < b.entityRef ? -1 : 1),
      );
  }

  async complete(claims: Claim[]): Promise<void> {
    if (claims.length === 0) {
      return;
    }
    const given = jsonTable(
      this.#knex,
      claims.map(claim => ({
        subject_id: claim.subject,
        entity_ref: claim.entityRef,
        requested_at: claim.requestedAt,
        lease_token: claim.token,
      })),
      claimColumns,
      'given',
    );
    await this.#knex.transaction(async transaction => {
      if (isPostgres(this.#knex)) {
        // In the order in which requests are written, so that neither waits for the other.
        await transaction.raw(
          `select 1 from recalculations where (subject_id, entity_ref) in (select subject_id, entity_ref from ?)
           order by subject_id collate "C", entity_ref collate "C" for update`,
          [given],
        );
      }
      await transaction.raw(
        `delete from recalculations where (subject_id, entity_ref, requested_at, lease_token) in (
           select subject_id, entity_ref, requested_at, lease_token from ?)`,
        [given],
      );
      await transaction.raw(
        `update recalculations set lease_until = null, lease_token = null
         where (subject_id, entity_ref, lease_token) in (select subject_id, entity_ref, lease_token from ?)`,
        [given],
      );
    });
  }

  async listWaiting(options: {
    subject: string;
    limit: number;
  }): Promise<string[]> {
    return this.#knex('recalculations')
      .where('subject_id', options.subject)
      .orderBy(['requested_at', 'entity_ref'])
      .limit(options.limit)
      .pluck('entity_ref');
  }

  async oldestWaiting(subjects: readonly string[]): Promise<number | null> {
    // One look into the index a subject, instead of all that waits.
    const oldest = await Promise.all(
      subjects.map(subject =>
        this.#knex('recalculations')
          .where('subject_id', subject)
          .orderBy('requested_at')
          .first('requested_at'),
      ),
    );
    return oldest.reduce<number | null>(
      (found, row) =>
        row && (found === null || Number(row.requested_at) < found)
          ? Number(row.requested_at)
          : found,
      null,
    );
  }

  async countWaiting(subjects: readonly string[]): Promise<number> {
    const [{ waiting }] = await this.#knex('recalculations')
      .whereIn('subject_id', subjects)
      .count({ waiting: '*' });
    return Number(waiting);
  }
}

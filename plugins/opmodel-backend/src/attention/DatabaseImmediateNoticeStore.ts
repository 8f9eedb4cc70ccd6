import type { Knex } from 'knex';
import { isPostgres, orderByText, whereAnyOf } from '../catalog/DatabaseLists';
import { queryRows } from '../intake/DatabaseRows';
import type { ImmediateNotice } from './ImmediateNotices';
import type {
  ClaimedNotice,
  ImmediateNoticeStore,
  NoticeOutcome,
} from './ImmediateNoticeStore';

/** Keeps notices in SQLite or PostgreSQL. */
export class DatabaseImmediateNoticeStore implements ImmediateNoticeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async request(
    notices: readonly ImmediateNotice[],
    { now }: { now: number },
  ): Promise<void> {
    for (const { id, ownerRef, ...notice } of notices) {
      await this.#knex('attention_notices')
        .insert({
          id,
          owner_ref: ownerRef,
          notice: JSON.stringify(notice),
          requested_at: now,
          attempts: 0,
        })
        .onConflict('id')
        .ignore();
    }
  }

  async claim({
    limit,
    leaseMs,
    now,
  }: {
    limit: number;
    leaseMs: number;
    now: number;
  }): Promise<ClaimedNotice[]> {
    // Evaluated once, also on PostgreSQL: a selection that is evaluated again would skip what it has locked and take other rows.
    const rows = await queryRows<Record<string, any>>(
      this.#knex.raw(
        `with open as materialized (
           select id from attention_notices
           where settled_at is null and (claimed_until is null or claimed_until <= ?)
           order by requested_at, id limit ?
           ${isPostgres(this.#knex) ? 'for update skip locked' : ''}
         )
         update attention_notices set claimed_until = ?, attempts = attempts + 1
         where id in (select id from open)
         returning id, owner_ref, notice, attempts, requested_at`,
        [now, limit, now + leaseMs],
      ),
    );
    return rows
      .sort(
        (a, b) =>
          Number(a.requested_at) - Number(b.requested_at) ||
          (a.id < b.id ? -1 : 1),
      )
      .map(row => ({
        ...JSON.parse(row.notice),
        id: row.id,
        ownerRef: row.owner_ref,
        attempts: row.attempts - 1,
      }));
  }

  async settle(
    id: string,
    outcome: NoticeOutcome,
    { now }: { now: number },
  ): Promise<void> {
    await this.#knex('attention_notices')
      .where({ id })
      .update(columnsOf(outcome, now));
  }

  async deleteSettledBefore(before: number, limit: number): Promise<number> {
    const old = this.#knex('attention_notices')
      .where('settled_at', '<', before)
      .orderBy('settled_at')
      .limit(limit);
    orderByText(old, 'id');
    const ids: string[] = await old.pluck('id');
    const query = this.#knex('attention_notices');
    whereAnyOf(query, 'id', ids);
    return query.delete();
  }
}

function columnsOf(outcome: NoticeOutcome, now: number) {
  switch (outcome.state) {
    case 'sent':
      return {
        claimed_until: null,
        settled_at: now,
        recipients: outcome.recipients,
        error: null,
      };
    case 'retry':
      return { claimed_until: outcome.at, error: outcome.error };
    default:
      return { claimed_until: null, settled_at: now, error: outcome.error };
  }
}

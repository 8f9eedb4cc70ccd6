import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { isPostgres, jsonTable } from '../catalog/DatabaseLists';
import { queryRows } from '../intake/DatabaseRows';
import { countInbox, instantOrNull } from './DatabaseInboxCounts';
import type {
  ClaimedDelivery,
  DeliveryOutcome,
  DeliveryState,
  DeliverySummary,
  InboxCounts,
  InboxStore,
  NewDelivery,
} from './InboxStore';

const claimColumns = { id: 'bigint', lease_token: 'text' } as const;

const outcomeColumns = {
  ...claimColumns,
  state: 'text',
  events: 'integer',
  reason: 'text',
  next_attempt_at: 'bigint',
  processed_at: 'bigint',
} as const;

function readSummary(row: Record<string, any>): DeliverySummary {
  return {
    id: String(row.id),
    source: row.source,
    type: row.type,
    state: row.state,
    receivedAt: Number(row.received_at),
    processedAt: instantOrNull(row.processed_at),
    attempts: row.attempts,
    events: row.events,
    reason: row.reason,
    nextAttemptAt: row.state === 'waiting' ? Number(row.next_attempt_at) : null,
  };
}

/** Keeps deliveries in the engine's database. */
export class DatabaseInboxStore implements InboxStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(delivery: NewDelivery): Promise<'received' | 'duplicate'> {
    const inserted = await this.#knex('inbox')
      .insert({
        source: delivery.source,
        delivery_key: delivery.key,
        type: delivery.type ?? null,
        received_at: delivery.receivedAt,
        body: delivery.body,
        body_bytes: Buffer.byteLength(delivery.body, 'utf8'),
        state: 'waiting',
        attempts: 0,
        next_attempt_at: delivery.receivedAt,
        events: 0,
      })
      .onConflict(['source', 'delivery_key'])
      .ignore()
      .returning('id');
    return inserted.length > 0 ? 'received' : 'duplicate';
  }

  async claim(options: {
    tried: boolean;
    limit: number;
    maxBytes: number;
    leaseMs: number;
    now: number;
  }): Promise<ClaimedDelivery[]> {
    const token = randomUUID();
    const { tried, limit, maxBytes, leaseMs, now } = options;
    const postgres = isPostgres(this.#knex);
    // Evaluated once, also on PostgreSQL: a selection that is evaluated again would skip what it has locked and take other rows.
    // SQLite is told the index, or it would sort all that waits.
    const rows = await queryRows<Record<string, any>>(
      this.#knex.raw(
        `with due as materialized (
           select id, next_attempt_at, body_bytes
           from inbox ${postgres ? '' : 'indexed by inbox_due_index'}
           where state = 'waiting' and next_attempt_at <= ?
             and (lease_until is null or lease_until <= ?)
             and attempts ${tried ? '> 0' : '= 0'}
           order by next_attempt_at, id limit ?
           ${postgres ? 'for update skip locked' : ''}
         ), measured as (
           select id, body_bytes,
             sum(body_bytes) over (order by next_attempt_at, id) as bytes
           from due
         )
         update inbox set lease_until = ?, lease_token = ?, attempts = attempts + 1,
           unended = unended + 1, tried_since = coalesce(tried_since, ?)
         where id in (select id from measured where bytes - body_bytes = 0 or bytes <= ?)
         returning id, source, type, received_at, next_attempt_at, body, attempts,
           unended, tried_since`,
        [now, now, limit, now + leaseMs, token, now, maxBytes],
      ),
    );
    return rows
      .map(row => ({ ...row, id: Number(row.id) } as Record<string, any>))
      .sort(
        (a, b) =>
          Number(a.next_attempt_at) - Number(b.next_attempt_at) || a.id - b.id,
      )
      .map(row => ({
        id: String(row.id),
        source: row.source,
        type: row.type ?? undefined,
        receivedAt: Number(row.received_at),
        body: row.body,
        attempts: row.attempts,
        unended: row.unended,
        triedSince: Number(row.tried_since),
        token,
      }));
  }

  async extend(
    claims: readonly { id: string; token: string }[],
    options: { leaseMs: number; now: number },
  ): Promise<number> {
    return this.#knex('inbox')
      .whereRaw(
        'state = ? and (id, lease_token) in (select id, lease_token from ?)',
        ['waiting', this.#given(claims)],
      )
      .update({ lease_until: options.now + options.leaseMs });
  }

  async settle(
    outcomes: readonly DeliveryOutcome[],
    options: { now: number },
  ): Promise<void> {
    if (outcomes.length === 0) {
      return;
    }
    const given = jsonTable(
      this.#knex,
      outcomes.map(outcome => ({
        id: Number(outcome.id),
        lease_token: outcome.token,
        state: outcome.state,
        events: outcome.state === 'processed' ? outcome.events : 0,
        reason: outcome.state === 'processed' ? null : outcome.reason,
        next_attempt_at:
          outcome.state === 'waiting' ? outcome.nextAttemptAt : options.now,
        processed_at: outcome.state === 'processed' ? options.now : null,
      })),
      outcomeColumns,
      'given',
    );
    await this.#knex.raw(
      `update inbox set
         state = given.state, events = given.events, reason = given.reason,
         next_attempt_at = given.next_attempt_at, processed_at = given.processed_at,
         body = case when given.state = 'processed' then null else inbox.body end,
         lease_until = null, lease_token = null, unended = 0
       from ?
       where inbox.id = given.id and inbox.lease_token = given.lease_token
         and inbox.state = 'waiting'`,
      [given],
    );
  }

  async replay(options: {
    ids?: readonly string[];
    source?: string;
    now: number;
  }): Promise<number> {
    const { ids, source, now } = options;
    return this.#knex('inbox')
      .where({ state: 'set_aside', ...(source !== undefined && { source }) })
      .modify(query => {
        if (ids) {
          query.whereIn('id', ids.map(Number));
        }
      })
      .update({
        state: 'waiting',
        attempts: 0,
        unended: 0,
        tried_since: null,
        next_attempt_at: now,
        reason: null,
      });
  }

  async list(options: {
    state: DeliveryState;
    source?: string;
    before?: string;
    limit: number;
  }): Promise<{ totalItems: number; items: DeliverySummary[] }> {
    const { state, source, before, limit } = options;
    const all = this.#knex('inbox').where({
      state,
      ...(source !== undefined && { source }),
    });
    const [{ total }] = await all.clone().count({ total: '*' });
    const rows = await all
      .modify(query => {
        if (before !== undefined) {
          query.where('id', '<', Number(before));
        }
      })
      .orderBy('id', 'desc')
      .limit(limit)
      .select(
        'id',
        'source',
        'type',
        'state',
        'received_at',
        'processed_at',
        'attempts',
        'events',
        'reason',
        'next_attempt_at',
      );
    return { totalItems: Number(total), items: rows.map(readSummary) };
  }

  async count(options: {
    sources: readonly string[];
    processedSince: number;
  }): Promise<InboxCounts> {
    return countInbox(this.#knex, options);
  }

  async deleteBatch(options: {
    before: number;
    limit: number;
  }): Promise<number> {
    const oldest = this.#knex('inbox')
      .where('received_at', '<', options.before)
      // As the index has it: with the other two states by name no database would see that it serves.
      .whereRaw(`state <> 'waiting'`)
      .orderBy('received_at')
      .limit(options.limit)
      .select('id');
    return this.#knex('inbox').whereIn('id', oldest).delete();
  }

  #given(claims: readonly { id: string; token: string }[]): Knex.Raw {
    return jsonTable(
      this.#knex,
      claims.map(({ id, token }) => ({ id: Number(id), lease_token: token })),
      claimColumns,
      'given',
    );
  }
}

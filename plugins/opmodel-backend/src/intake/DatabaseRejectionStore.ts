import type { Knex } from 'knex';
import { insertRows } from './DatabaseRows';
import type {
  RejectionCount,
  RejectionStore,
  RejectionSummary,
} from './RejectionStore';

const columns = {
  hour: 'bigint',
  group_key: 'text',
  producer: 'text',
  source: 'text',
  reason: 'text',
  events: 'integer',
  last_event_id: 'text',
  last_rejected_at: 'bigint',
} as const;

/** Keeps the counts in the engine's database. */
export class DatabaseRejectionStore implements RejectionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(counts: RejectionCount[]): Promise<void> {
    // Always in the same order, so that two requests that count the same wait for each other instead of blocking each other.
    const sorted = [...counts].sort(
      (a, b) => a.hour - b.hour || (a.key < b.key ? -1 : 1),
    );
    await insertRows(
      this.#knex,
      'intake_rejections',
      columns,
      sorted.map(count => ({
        hour: count.hour,
        group_key: count.key,
        producer: count.producer,
        source: count.source,
        reason: count.reason,
        events: count.events,
        last_event_id: count.lastEventId,
        last_rejected_at: count.lastRejectedAt,
      })),
      {
        onConflict: `(hour, group_key) do update set
          events = intake_rejections.events + excluded.events,
          last_event_id = excluded.last_event_id,
          last_rejected_at = excluded.last_rejected_at`,
      },
    );
  }

  async listKeys(hour: number): Promise<Set<string>> {
    return new Set(
      await this.#knex('intake_rejections').where({ hour }).pluck('group_key'),
    );
  }

  async summarize(options: {
    since: number;
    limit: number;
  }): Promise<RejectionSummary> {
    const newest = this.#knex('intake_rejections as newest')
      .whereRaw('newest.group_key = counted.group_key')
      .orderBy('newest.hour', 'desc')
      .limit(1)
      .select('newest.last_event_id');
    const groups: Record<string, unknown>[] = await this.#knex(
      'intake_rejections as counted',
    )
      .where('hour', '>=', options.since)
      .groupBy('group_key', 'producer', 'source', 'reason')
      .select('group_key', 'producer', 'source', 'reason')
      .select({ last_event_id: newest })
      .sum({ events: 'events' })
      .max({ last_rejected_at: 'last_rejected_at' })
      .orderBy([{ column: 'events', order: 'desc' }, 'group_key'])
      .limit(options.limit);
    return {
      totalEvents: await this.count(options),
      groups: groups.map(group => ({
        producer: String(group.producer),
        source: group.source as string | null,
        reason: String(group.reason),
        events: Number(group.events),
        lastEventId: group.last_event_id as string | null,
        lastRejectedAt: Number(group.last_rejected_at),
      })),
    };
  }

  async count(options: { since: number }): Promise<number> {
    const [{ events }] = await this.#knex('intake_rejections')
      .where('hour', '>=', options.since)
      .sum({ events: 'events' });
    return Number(events ?? 0);
  }

  async deleteBatch(options: {
    before: number;
    limit: number;
  }): Promise<number> {
    return this.#knex('intake_rejections')
      .whereIn(
        ['hour', 'group_key'],
        this.#knex('intake_rejections')
          .where('hour', '<', options.before)
          .orderBy(['hour', 'group_key'])
          .limit(options.limit)
          .select('hour', 'group_key'),
      )
      .delete();
  }
}

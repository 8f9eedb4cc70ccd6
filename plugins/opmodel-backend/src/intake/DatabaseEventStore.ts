import type { RecordKind } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres, jsonTable } from '../catalog/DatabaseLists';
import { insertRows, queryRows } from './DatabaseRows';
import type {
  EventIdentity,
  EventStore,
  LedgerCounts,
  LedgerEntry,
  LedgerEvent,
  SubjectKey,
  UnmappedSummary,
} from './EventStore';

const eventColumns = {
  source: 'text',
  source_id: 'text',
  kind: 'text',
  subject: 'text',
  time: 'bigint',
  received_at: 'bigint',
  producer: 'text',
  state: 'text',
  observation: 'text',
} as const;

/** State of events of which only the identity still counts. */
const FORGOTTEN = 'forgotten';

const keyColumns = { kind: 'text', source: 'text', subject: 'text' } as const;

/** Keeps the ledger in the engine's database. */
export class DatabaseEventStore implements EventStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(
    events: LedgerEvent[],
    options: { producer: string; now: number },
  ): Promise<EventIdentity[]> {
    // Always in the same order, so that two deliveries of the same events wait for each other instead of blocking each other.
    const sorted = [...events].sort((a, b) =>
      a.source === b.source
        ? compareText(a.id, b.id)
        : compareText(a.source, b.source),
    );
    const inserted = await insertRows<{ source: string; source_id: string }>(
      this.#knex,
      'events',
      eventColumns,
      sorted.map(event => ({
        source: event.source,
        source_id: event.id,
        kind: event.observation.kind,
        subject: event.observation.subject,
        time: event.time,
        received_at: options.now,
        producer: options.producer,
        state: 'applied',
        observation: JSON.stringify(event.observation),
      })),
      {
        onConflict: '(source, source_id) do nothing',
        returning: 'source, source_id',
      },
    );
    return inserted.map(row => ({ source: row.source, id: row.source_id }));
  }

  async listTaken(
    identities: EventIdentity[],
  ): Promise<(SubjectKey & { id: string })[]> {
    if (identities.length === 0) {
      return [];
    }
    return queryRows<SubjectKey & { id: string }>(
      this.#knex.raw(
        `select e.source, e.source_id as id, e.kind, e.subject
         from ? ${this.#join()} events e on e.source = k.source and e.source_id = k.id`,
        [
          jsonTable(
            this.#knex,
            identities.map(({ source, id }) => ({ source, id })),
            { source: 'text', id: 'text' },
            'k',
          ),
        ],
      ),
    );
  }

  async listBySubject(subjects: SubjectKey[]): Promise<LedgerEntry[]> {
    if (subjects.length === 0) {
      return [];
    }
    const rows = await queryRows<Record<string, any>>(
      this.#knex.raw(
        `select e.id, e.source, e.source_id, e.time, e.state, e.reason, e.observation
         from ? ${this.#join()} events e on e.kind = k.kind and e.source = k.source and e.subject = k.subject
         where e.state <> ?`,
        [
          jsonTable(
            this.#knex,
            subjects.map(({ kind, source, subject }) => ({
              kind,
              source,
              subject,
            })),
            keyColumns,
            'k',
          ),
          FORGOTTEN,
        ],
      ),
    );
    return rows.map(row => ({
      entry: Number(row.id),
      source: row.source,
      id: row.source_id,
      time: Number(row.time),
      state: row.state,
      reason: row.reason,
      observation: JSON.parse(row.observation),
    }));
  }

  async setReasons(
    changes: { entry: number; reason: string | null }[],
  ): Promise<void> {
    if (changes.length === 0) {
      return;
    }
    await this.#knex.raw(
      `update events
       set state = case when given.reason is null then 'applied' else 'unmapped' end, reason = given.reason
       from ? where events.id = given.entry`,
      [
        jsonTable(
          this.#knex,
          changes,
          { entry: 'bigint', reason: 'text' },
          'given',
        ),
      ],
    );
  }

  async listUnmapped(options: {
    after: number;
    limit: number;
  }): Promise<(SubjectKey & { entry: number })[]> {
    const rows = await this.#knex('events')
      .where('state', 'unmapped')
      .andWhere('id', '>', options.after)
      .orderBy('id')
      .limit(options.limit)
      .select('id', 'kind', 'source', 'subject');
    return rows.map(row => ({
      entry: Number(row.id),
      kind: row.kind as RecordKind,
      source: row.source,
      subject: row.subject,
    }));
  }

  async summarizeUnmapped(options: {
    limit: number;
  }): Promise<UnmappedSummary> {
    const unmapped = () => this.#knex('events').where('state', 'unmapped');
    const groups: Record<string, unknown>[] = await unmapped()
      .groupBy('kind', 'source', 'reason')
      .select('kind', 'source', 'reason')
      .count({ events: '*' })
      .countDistinct({ subjects: 'subject' })
      .min({ oldest: 'received_at' })
      .max({ newest: 'received_at' })
      .orderBy([
        { column: 'events', order: 'desc' },
        'kind',
        'source',
        'reason',
      ])
      .limit(options.limit);
    const [totals] = await this.#knex
      .from(
        unmapped()
          .groupBy('kind', 'source', 'subject')
          .count({ events: '*' })
          .as('waiting'),
      )
      .count({ subjects: '*' })
      .sum({ events: 'events' });
    return {
      totalEvents: Number(totals.events ?? 0),
      totalSubjects: Number(totals.subjects),
      groups: groups.map(group => ({
        kind: group.kind as RecordKind,
        source: String(group.source),
        reason: String(group.reason),
        events: Number(group.events),
        subjects: Number(group.subjects),
        oldestReceivedAt: Number(group.oldest),
        newestReceivedAt: Number(group.newest),
      })),
    };
  }

  async countReceived(options: { since: number }): Promise<number> {
    const [{ events }] = await this.#knex('events')
      .where('received_at', '>=', options.since)
      .count({ events: '*' });
    return Number(events);
  }

  async listRepeatedSubjects(options: {
    receivedBefore: number;
    after?: SubjectKey;
    limit: number;
  }): Promise<SubjectKey[]> {
    const key = ['kind', 'source', 'subject'];
    const query = this.#knex('events')
      .where('state', 'applied')
      .groupBy(key)
      .havingRaw('count(*) > 1 and min(received_at) < ?', [
        options.receivedBefore,
      ])
      .orderBy(key)
      .limit(options.limit)
      .select(key);
    if (options.after) {
      const { kind, source, subject } = options.after;
      query.whereRaw('(kind, source, subject) > (?, ?, ?)', [
        kind,
        source,
        subject,
      ]);
    }
    return query;
  }

  async forget(
    entries: number[],
    options: { receivedBefore: number },
  ): Promise<number> {
    return this.#knex('events')
      .whereNot('state', FORGOTTEN)
      .andWhere('received_at', '<', options.receivedBefore)
      .whereRaw('id in (select entry from ?)', [
        jsonTable(
          this.#knex,
          entries.map(entry => ({ entry })),
          { entry: 'bigint' },
          'given',
        ),
      ])
      .update({ state: FORGOTTEN, reason: null, observation: '{}' });
  }

  async count(): Promise<LedgerCounts> {
    const rows: Record<string, unknown>[] = await this.#knex('events')
      .groupBy('state')
      .select('state')
      .count({ events: '*' });
    const [{ last }] = await this.#knex('events').max({ last: 'received_at' });
    const of = (state: string) =>
      Number(rows.find(row => row.state === state)?.events ?? 0);
    return {
      applied: of('applied'),
      unmapped: of('unmapped'),
      lastReceivedAt: last === null ? null : Number(last),
    };
  }

  /** On SQLite the cross join keeps the few keys outside and looks each one up in the index. */
  #join(): string {
    return isPostgres(this.#knex) ? 'join' : 'cross join';
  }
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

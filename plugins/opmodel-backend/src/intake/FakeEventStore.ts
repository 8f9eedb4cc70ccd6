import type {
  EventIdentity,
  EventStore,
  LedgerCounts,
  LedgerEntry,
  LedgerEvent,
  SubjectKey,
  UnmappedGroup,
  UnmappedSummary,
} from './EventStore';
import { subjectId } from './EventStore';

type KeptEvent = LedgerEntry & {
  producer: string;
  receivedAt: number;
  /** Only its identity still counts. */
  forgotten: boolean;
};

function keyOf(event: LedgerEvent): SubjectKey {
  const { kind, subject } = event.observation;
  return { kind, source: event.source, subject };
}

function orderOf({ kind, source, subject }: SubjectKey): string {
  return [kind, source, subject].join('\0');
}

/** Keeps the ledger in memory. */
export class FakeEventStore implements EventStore {
  events: KeptEvent[] = [];
  #entries = 0;

  async insert(
    events: LedgerEvent[],
    options: { producer: string; now: number },
  ): Promise<EventIdentity[]> {
    const known = new Set(
      this.events.map(({ source, id }) => JSON.stringify([source, id])),
    );
    const inserted: EventIdentity[] = [];
    for (const event of events) {
      const { source, id } = event;
      const identity = JSON.stringify([source, id]);
      if (!known.has(identity)) {
        known.add(identity);
        this.#entries += 1;
        inserted.push({ source, id });
        this.events.push({
          ...structuredClone(event),
          entry: this.#entries,
          state: 'applied',
          reason: null,
          producer: options.producer,
          receivedAt: options.now,
          forgotten: false,
        });
      }
    }
    return inserted;
  }

  async listTaken(
    identities: EventIdentity[],
  ): Promise<(SubjectKey & { id: string })[]> {
    return this.events
      .filter(({ source, id }) =>
        identities.some(wanted => wanted.source === source && wanted.id === id),
      )
      .map(event => ({ ...keyOf(event), id: event.id }));
  }

  async listBySubject(subjects: SubjectKey[]): Promise<LedgerEntry[]> {
    const wanted = new Set(subjects.map(subjectId));
    return this.#remembered()
      .filter(event => wanted.has(subjectId(keyOf(event))))
      .map(({ producer, receivedAt, forgotten, ...entry }) =>
        structuredClone(entry),
      );
  }

  async setReasons(
    changes: { entry: number; reason: string | null }[],
  ): Promise<void> {
    const reasons = new Map(
      changes.map(({ entry, reason }) => [entry, reason]),
    );
    this.events = this.events.map(event => {
      const reason = reasons.get(event.entry);
      return reason === undefined
        ? event
        : { ...event, reason, state: reason === null ? 'applied' : 'unmapped' };
    });
  }

  async listUnmapped(options: {
    after: number;
    limit: number;
  }): Promise<(SubjectKey & { entry: number })[]> {
    return this.#remembered()
      .filter(
        event => event.state === 'unmapped' && event.entry > options.after,
      )
      .slice(0, options.limit)
      .map(event => ({ ...keyOf(event), entry: event.entry }));
  }

  async summarizeUnmapped(options: {
    limit: number;
  }): Promise<UnmappedSummary> {
    const unmapped = this.#remembered().filter(
      event => event.state === 'unmapped',
    );
    const groups = new Map<string, KeptEvent[]>();
    for (const event of unmapped) {
      const { kind, source } = keyOf(event);
      const group = JSON.stringify([kind, source, event.reason]);
      groups.set(group, [...(groups.get(group) ?? []), event]);
    }
    return {
      totalEvents: unmapped.length,
      totalSubjects: new Set(unmapped.map(event => subjectId(keyOf(event))))
        .size,
      groups: [...groups]
        .sort(([a, first], [b, second]) =>
          first.length === second.length
            ? Number(a > b) - Number(a < b)
            : second.length - first.length,
        )
        .slice(0, options.limit)
        .map(([, events]): UnmappedGroup => {
          const receivedAt = events.map(event => event.receivedAt);
          const { kind, source } = keyOf(events[0]);
          return {
            kind,
            source,
            reason: String(events[0].reason),
            events: events.length,
            subjects: new Set(events.map(event => event.observation.subject))
              .size,
            oldestReceivedAt: Math.min(...receivedAt),
            newestReceivedAt: Math.max(...receivedAt),
          };
        }),
    };
  }

  async countReceived(options: { since: number }): Promise<number> {
    return this.events.filter(event => event.receivedAt >= options.since)
      .length;
  }

  async listRepeatedSubjects(options: {
    receivedBefore: number;
    after?: SubjectKey;
    limit: number;
  }): Promise<SubjectKey[]> {
    const bySubject = new Map<string, KeptEvent[]>();
    for (const event of this.#remembered().filter(e => e.state === 'applied')) {
      const id = orderOf(keyOf(event));
      bySubject.set(id, [...(bySubject.get(id) ?? []), event]);
    }
    return [...bySubject.keys()]
      .sort()
      .filter(id => !options.after || id > orderOf(options.after))
      .map(id => bySubject.get(id)!)
      .filter(
        events =>
          events.length > 1 &&
          events.some(event => event.receivedAt < options.receivedBefore),
      )
      .slice(0, options.limit)
      .map(([event]) => keyOf(event));
  }

  async forget(
    entries: number[],
    options: { receivedBefore: number },
  ): Promise<number> {
    const old = this.#remembered().filter(
      event =>
        entries.includes(event.entry) &&
        event.receivedAt < options.receivedBefore,
    );
    for (const event of old) {
      event.forgotten = true;
    }
    return old.length;
  }

  async count(): Promise<LedgerCounts> {
    const remembered = this.#remembered();
    const applied = remembered.filter(event => event.state === 'applied');
    return {
      applied: applied.length,
      unmapped: remembered.length - applied.length,
      lastReceivedAt: this.events.reduce<number | null>(
        (last, event) => Math.max(last ?? 0, event.receivedAt),
        null,
      ),
    };
  }

  #remembered(): KeptEvent[] {
    return this.events.filter(event => !event.forgotten);
  }
}

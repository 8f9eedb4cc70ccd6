import type {
  ClaimedDelivery,
  DeliveryOutcome,
  DeliveryState,
  DeliverySummary,
  InboxCounts,
  InboxStore,
  NewDelivery,
} from './InboxStore';

interface InboxRow {
  id: number;
  source: string;
  key: string;
  type: string | null;
  receivedAt: number;
  body: string | null;
  state: DeliveryState;
  attempts: number;
  unended: number;
  triedSince: number | null;
  nextAttemptAt: number;
  lease?: { until: number; token: string };
  processedAt: number | null;
  events: number;
  reason: string | null;
}

function summarize(row: InboxRow): DeliverySummary {
  return {
    id: String(row.id),
    source: row.source,
    type: row.type,
    state: row.state,
    receivedAt: row.receivedAt,
    processedAt: row.processedAt,
    attempts: row.attempts,
    events: row.events,
    reason: row.reason,
    nextAttemptAt: row.state === 'waiting' ? row.nextAttemptAt : null,
  };
}

function newest(rows: InboxRow[]): number | null {
  return rows.length === 0
    ? null
    : Math.max(...rows.map(({ receivedAt }) => receivedAt));
}

/** Keeps deliveries in memory. */
export class FakeInboxStore implements InboxStore {
  rows: InboxRow[] = [];
  #lastId = 0;
  #lastToken = 0;

  async insert(delivery: NewDelivery): Promise<'received' | 'duplicate'> {
    const { source, key, type, receivedAt, body } = delivery;
    if (this.rows.some(row => row.source === source && row.key === key)) {
      return 'duplicate';
    }
    this.#lastId += 1;
    this.rows.push({
      id: this.#lastId,
      source,
      key,
      type: type ?? null,
      receivedAt,
      body,
      state: 'waiting',
      attempts: 0,
      unended: 0,
      triedSince: null,
      nextAttemptAt: receivedAt,
      processedAt: null,
      events: 0,
      reason: null,
    });
    return 'received';
  }

  async claim(options: {
    tried: boolean;
    limit: number;
    maxBytes: number;
    leaseMs: number;
    now: number;
  }): Promise<ClaimedDelivery[]> {
    const { tried, limit, maxBytes, leaseMs, now } = options;
    this.#lastToken += 1;
    const token = `token-${this.#lastToken}`;
    let bytes = 0;
    return this.rows
      .filter(row => row.state === 'waiting' && row.nextAttemptAt <= now)
      .filter(row => row.attempts > 0 === tried)
      .filter(row => !row.lease || row.lease.until <= now)
      .sort((a, b) => a.nextAttemptAt - b.nextAttemptAt || a.id - b.id)
      .slice(0, limit)
      .filter((row, index) => {
        bytes += Buffer.byteLength(row.body!, 'utf8');
        return index === 0 || bytes <= maxBytes;
      })
      .map(row => {
        row.attempts += 1;
        row.unended += 1;
        row.triedSince ??= now;
        row.lease = { until: now + leaseMs, token };
        return {
          id: String(row.id),
          source: row.source,
          type: row.type ?? undefined,
          receivedAt: row.receivedAt,
          body: row.body!,
          attempts: row.attempts,
          unended: row.unended,
          triedSince: row.triedSince,
          token,
        };
      });
  }

  async extend(
    claims: readonly { id: string; token: string }[],
    options: { leaseMs: number; now: number },
  ): Promise<number> {
    const held = claims.flatMap(claim => this.#held(claim) ?? []);
    for (const row of held) {
      row.lease!.until = options.now + options.leaseMs;
    }
    return held.length;
  }

  async settle(
    outcomes: readonly DeliveryOutcome[],
    options: { now: number },
  ): Promise<void> {
    for (const outcome of outcomes) {
      const row = this.#held(outcome);
      if (row) {
        const processed = outcome.state === 'processed';
        Object.assign(row, {
          state: outcome.state,
          events: processed ? outcome.events : 0,
          reason: processed ? null : outcome.reason,
          nextAttemptAt:
            outcome.state === 'waiting' ? outcome.nextAttemptAt : options.now,
          processedAt: processed ? options.now : null,
          body: processed ? null : row.body,
          lease: undefined,
          unended: 0,
        });
      }
    }
  }

  async replay(options: {
    ids?: readonly string[];
    source?: string;
    now: number;
  }): Promise<number> {
    const { ids, source, now } = options;
    const chosen = this.#inState('set_aside', source).filter(
      row => !ids || ids.includes(String(row.id)),
    );
    for (const row of chosen) {
      Object.assign(row, {
        state: 'waiting',
        attempts: 0,
        unended: 0,
        triedSince: null,
        nextAttemptAt: now,
        reason: null,
      });
    }
    return chosen.length;
  }

  async list(options: {
    state: DeliveryState;
    source?: string;
    before?: string;
    limit: number;
  }): Promise<{ totalItems: number; items: DeliverySummary[] }> {
    const all = this.#inState(options.state, options.source);
    return {
      totalItems: all.length,
      items: all
        .filter(
          row =>
            options.before === undefined || row.id < Number(options.before),
        )
        .sort((a, b) => b.id - a.id)
        .slice(0, options.limit)
        .map(summarize),
    };
  }

  async count(options: {
    sources: readonly string[];
    processedSince: number;
  }): Promise<InboxCounts> {
    const waiting = this.#inState('waiting');
    return {
      waiting: waiting.length,
      setAside: this.#inState('set_aside').length,
      processed: this.#inState('processed').filter(
        row => row.processedAt! >= options.processedSince,
      ).length,
      oldestWaitingAt:
        waiting.length === 0
          ? null
          : Math.min(...waiting.map(({ receivedAt }) => receivedAt)),
      lastReceivedAt: this.rows.at(-1)?.receivedAt ?? null,
      sources: new Map(
        options.sources.map(source => [
          source,
          {
            waiting: this.#inState('waiting', source).length,
            setAside: this.#inState('set_aside', source).length,
            lastReceivedAt: newest(
              this.rows.filter(row => row.source === source),
            ),
          },
        ]),
      ),
    };
  }

  async deleteBatch(options: {
    before: number;
    limit: number;
  }): Promise<number> {
    const oldest = this.rows
      .filter(row => row.state !== 'waiting' && row.receivedAt < options.before)
      .sort((a, b) => a.receivedAt - b.receivedAt)
      .slice(0, options.limit);
    this.rows = this.rows.filter(row => !oldest.includes(row));
    return oldest.length;
  }

  #inState(state: DeliveryState, source?: string): InboxRow[] {
    return this.rows.filter(
      row =>
        row.state === state && (source === undefined || row.source === source),
    );
  }

  #held(claim: { id: string; token: string }): InboxRow | undefined {
    return this.rows.find(
      row =>
        String(row.id) === claim.id &&
        row.state === 'waiting' &&
        row.lease?.token === claim.token,
    );
  }
}

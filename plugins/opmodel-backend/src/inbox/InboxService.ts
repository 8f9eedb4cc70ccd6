import type {
  EngineHealth,
  WebhookDeliveryPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../lib/instants';
import { decodeDeliveryCursor, encodeDeliveryCursor } from './deliveryCursor';
import type { DeliveryState, InboxStore } from './InboxStore';
import type { WebhookSource } from './WebhookSource';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Tells how the webhooks are doing, and lets what was set aside be processed once more. */
export class InboxService {
  readonly #store: InboxStore;
  readonly #sources: readonly WebhookSource[];

  constructor(options: {
    store: InboxStore;
    sources: readonly WebhookSource[];
  }) {
    this.#store = options.store;
    this.#sources = options.sources;
  }

  /**
   * How the inbox and each configured source are doing. The totals include deliveries of sources that are configured no more.
   *
   * @param now - epoch milliseconds
   */
  async summarize(now: number): Promise<EngineHealth['inbox']> {
    const counts = await this.#store.count({
      sources: this.#sources.map(({ id }) => id),
      processedSince: now - DAY_MS,
    });
    return {
      waiting: counts.waiting,
      setAside: counts.setAside,
      processedLastDay: counts.processed,
      oldestWaitingAt: toInstant(counts.oldestWaitingAt),
      lastReceivedAt: toInstant(counts.lastReceivedAt),
      sources: this.#sources.map(({ id, type, reader, topics }) => {
        const own = counts.sources.get(id);
        return {
          id,
          type,
          readable: reader !== undefined,
          topics: [...topics],
          waiting: own?.waiting ?? 0,
          setAside: own?.setAside ?? 0,
          lastReceivedAt: toInstant(own?.lastReceivedAt ?? null),
        };
      }),
    };
  }

  /**
   * Deliveries in one state, newest first, without their content.
   *
   * @throws InputError when the cursor is none of this list
   */
  async list(options: {
    state: DeliveryState;
    source?: string;
    cursor?: string;
    limit: number;
  }): Promise<WebhookDeliveryPage> {
    const { state, source, limit } = options;
    const { totalItems, items } = await this.#store.list({
      state,
      source,
      before: decodeDeliveryCursor(options.cursor),
      limit,
    });
    const last = items.at(-1);
    return {
      totalItems,
      items: items.map(item => ({
        ...item,
        receivedAt: toInstant(item.receivedAt),
        processedAt: toInstant(item.processedAt),
        nextAttemptAt: toInstant(item.nextAttemptAt),
      })),
      nextCursor:
        last && items.length === limit ? encodeDeliveryCursor(last.id) : null,
    };
  }

  /**
   * Lets what was set aside be processed once more.
   *
   * @param options - `ids` and `source` limit what is replayed; `now` in epoch milliseconds
   */
  async replay(options: {
    ids?: readonly string[];
    source?: string;
    now: number;
  }): Promise<{ replayed: number }> {
    return { replayed: await this.#store.replay(options) };
  }
}

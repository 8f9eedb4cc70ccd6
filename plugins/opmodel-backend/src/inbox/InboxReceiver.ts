import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { IncomingHttpHeaders } from 'node:http';
import { canonicalJson } from './canonicalJson';
import { identifyDelivery } from './deliveryFields';
import type { InboxStore } from './InboxStore';
import { readDeliveryBody } from './readDeliveryBody';
import type { RefusalLog } from './RefusalLog';
import {
  type Refusal,
  verifyBody,
  verifyContent,
  verifyHeaders,
} from './verifyDelivery';
import type { WebhookProof, WebhookSource } from './WebhookSource';

/** A source that takes deliveries over HTTP. */
export type HttpSource = WebhookSource & { proof: WebhookProof };

/** What became of a delivery. */
export type Receipt = { status: 'received' | 'duplicate' };

/** The body as it is for what comes over a topic, so that what arrives both ways is known to be one; undefined where none is. */
function bodyOf(source: WebhookSource, content: unknown): string | undefined {
  try {
    return source.topics.length > 0 ? canonicalJson(content) : undefined;
  } catch {
    // Nested deeper than can be written; what a topic brings is not.
    return undefined;
  }
}

/**
 * Takes deliveries of outside systems. One is kept before its sender learns that it arrived, so that a sender that gets no good
 * answer can send it again, and one that does may forget it.
 */
export class InboxReceiver {
  readonly #store: InboxStore;
  readonly #sources: ReadonlyMap<string, WebhookSource>;
  readonly #refusals: RefusalLog;
  readonly #auditor: AuditorService;
  readonly #logger: LoggerService;
  readonly #clock: () => number;
  readonly #wake: () => void;

  /**
   * @param options - `wake`: lets somebody process what has arrived
   */
  constructor(options: {
    store: InboxStore;
    sources: readonly WebhookSource[];
    refusals: RefusalLog;
    auditor: AuditorService;
    logger: LoggerService;
    /** Epoch milliseconds. */
    clock: () => number;
    wake: () => void;
  }) {
    this.#store = options.store;
    this.#sources = new Map(options.sources.map(one => [one.id, one]));
    this.#refusals = options.refusals;
    this.#auditor = options.auditor;
    this.#logger = options.logger;
    this.#clock = options.clock;
    this.#wake = options.wake;
  }

  /**
   * The source that a request is for, if its headers do not rule out that it comes from there.
   *
   * @throws NotFoundError for a source that does not exist, or takes nothing over HTTP
   * @throws AuthenticationError when the headers cannot be right
   */
  async admit(id: string, headers: IncomingHttpHeaders): Promise<HttpSource> {
    const source = this.#sources.get(id);
    if (!source?.proof) {
      await this.#refusals.note(undefined, 'source-unknown');
      throw new NotFoundError('There is no such source of webhooks');
    }
    await this.#refuseFor(
      source,
      verifyHeaders(source.proof, { headers, now: this.#clock() }),
    );
    return source as HttpSource;
  }

  /**
   * Keeps a delivery that came over HTTP.
   *
   * @param delivery - `rawBody`: the bytes as they arrived; they are what is signed
   * @throws AuthenticationError when the sender does not prove that it is his
   * @throws InputError when it is no JSON
   * @throws ServiceUnavailableError when it could not be kept, so that the sender tries again
   */
  async receive(
    source: HttpSource,
    delivery: { headers: IncomingHttpHeaders; rawBody: Buffer },
  ): Promise<Receipt> {
    const { headers, rawBody } = delivery;
    await this.#refuseFor(source, verifyBody(source.proof, delivery));
    const { text, content } = readDeliveryBody(
      rawBody,
      headers['content-type'],
    );
    await this.#refuseFor(
      source,
      verifyContent(source.proof, { content, now: this.#clock() }),
    );
    return this.#keep(source, {
      ...identifyDelivery(source.identity, {
        headers,
        content,
        body: bodyOf(source, content) ?? rawBody,
      }),
      body: text,
    });
  }

  /**
   * Keeps a delivery that came over a topic of Backstage's events.
   *
   * @param delivery - `metadata`: headers of the request that brought it to Backstage; missing where it came through another
   *   process
   * @throws InputError when its payload is no object
   */
  async receiveFromTopic(
    source: WebhookSource,
    delivery: {
      topic: string;
      payload: unknown;
      metadata: Record<string, string | string[] | undefined>;
    },
  ): Promise<Receipt> {
    const { topic, payload } = delivery;
    if (typeof payload !== 'object' || payload === null) {
      throw new InputError(
        `expected an object as payload of an event of the topic ${topic}`,
      );
    }
    const headers = Object.fromEntries(
      Object.entries(delivery.metadata).map(([name, value]) => [
        name.toLowerCase(),
        value,
      ]),
    );
    const identified = identifyDelivery(source.identity, {
      headers,
      content: payload,
      body: canonicalJson(payload),
      topic: topic.slice(topic.lastIndexOf('.') + 1),
    });
    return this.#keep(source, {
      ...identified,
      body: JSON.stringify(payload),
    });
  }

  async #keep(
    source: WebhookSource,
    delivery: { key: string; type: string | undefined; body: string },
  ): Promise<Receipt> {
    const audited = await this.#auditor.createEvent({
      eventId: 'delivery-create',
      severityLevel: 'low',
      meta: { source: source.id, type: delivery.type, key: delivery.key },
    });
    try {
      const status = await this.#store.insert({
        ...delivery,
        source: source.id,
        receivedAt: this.#clock(),
      });
      await audited.success({ meta: { status } });
      if (status === 'received') {
        this.#wake();
      }
      return { status };
    } catch (error) {
      this.#logger.error(
        `A delivery of ${source.id} could not be kept`,
        error as Error,
      );
      await audited.fail({ error: error as Error });
      throw new ServiceUnavailableError(
        'The delivery could not be kept; send it again',
      );
    }
  }

  async #refuseFor(
    source: WebhookSource,
    refusal: Refusal | undefined,
  ): Promise<void> {
    if (refusal) {
      await this.#refusals.note(source.id, refusal);
      // Which of the reasons it is would only help somebody who guesses.
      throw new AuthenticationError(
        'The delivery does not prove where it comes from',
      );
    }
  }
}

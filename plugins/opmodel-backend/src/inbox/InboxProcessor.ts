import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  MAX_BATCH_EVENTS,
  type IntakeOutcome,
} from '@opmodel/backstage-plugin-opmodel-common';
import { describeContractErrors } from '@opmodel/backstage-plugin-opmodel-node';
import { cleanText } from '../catalog/cleanText';
import type { IntakeService } from '../intake/IntakeService';
import { batchDeliveries, type ReadDelivery } from './batchDeliveries';
import type {
  ClaimedDelivery,
  DeliveryOutcome,
  InboxStore,
} from './InboxStore';
import { keepLease, type KeptLease } from './keepLease';
import { readDelivery, UnreadableDeliveryError } from './readDelivery';
import type { WebhookSource } from './WebhookSource';

/** How often in a row a delivery is begun without coming to an end before a person has to look at it. */
export const MAX_UNENDED = 8;

/**
 * How long a delivery that fails is tried. Most that fails has its cause elsewhere, such as in a database that is away, and comes
 * right by itself.
 */
const TRIED_FOR_MS = 24 * 60 * 60 * 1000;

const LEASE_MS = 15_000;
const HEARTBEAT_MS = 5_000;
const CLAIM_LIMIT = 100;
/** Parsed bodies take a multiple of their text. */
const CLAIM_BYTES = 32 * 1024 * 1024;
/** Tried deliveries between two claims of new ones, so that neither waits for the other. */
const TRIED_A_ROUND = 10;

const FIRST_DELAY_MS = 10_000;
const LONGEST_DELAY_MS = 60 * 60 * 1000;

const MAX_REASON_LENGTH = 2000;

function describe(text: string): string {
  return cleanText(
    text.length > MAX_REASON_LENGTH
      ? `${text.slice(0, MAX_REASON_LENGTH)}…`
      : text,
  );
}

function describeRejected(rejected: IntakeOutcome[]): string {
  const [{ id, reason, errors }] = rejected;
  const why = errors ? describeContractErrors(errors) : reason ?? 'rejected';
  return rejected.length === 1
    ? `Intake rejected the event ${id}: ${why}`
    : `Intake rejected ${rejected.length} events, the first of them ${id}: ${why}`;
}

/**
 * Turns deliveries into events, wherever they were received. Every replica works: what one has claimed, the others leave alone,
 * and what a replica had claimed that died is free again after seconds.
 *
 * A delivery that cannot be read is set aside at once, one that fails is tried again later, and neither keeps the others waiting.
 */
export class InboxProcessor {
  readonly #store: InboxStore;
  readonly #sources: ReadonlyMap<string, WebhookSource>;
  readonly #intake: Pick<IntakeService, 'submit'>;
  readonly #logger: LoggerService;
  readonly #clock: () => number;
  readonly #random: () => number;
  readonly #leaseMs: number;
  readonly #heartbeatMs: number;

  /**
   * @param options - `random` gives numbers from 0 to 1; `leaseMs` and `heartbeatMs` default to 15 s and 5 s
   */
  constructor(options: {
    store: InboxStore;
    sources: readonly WebhookSource[];
    intake: Pick<IntakeService, 'submit'>;
    logger: LoggerService;
    /** Epoch milliseconds. */
    clock: () => number;
    random?: () => number;
    leaseMs?: number;
    heartbeatMs?: number;
  }) {
    this.#store = options.store;
    this.#sources = new Map(options.sources.map(one => [one.id, one]));
    this.#intake = options.intake;
    this.#logger = options.logger;
    this.#clock = options.clock;
    this.#random = options.random ?? Math.random;
    this.#leaseMs = options.leaseMs ?? LEASE_MS;
    this.#heartbeatMs = options.heartbeatMs ?? HEARTBEAT_MS;
  }

  /** Works off everything that is due. It throws when the database fails; what was claimed is then free again soon. */
  async processWaiting(signal: AbortSignal): Promise<void> {
    let found = true;
    while (found && !signal.aborted) {
      found = await this.#processSome({ tried: false, limit: CLAIM_LIMIT });
      // One by one: what broke a process off, or a batch, must not do so to others again.
      for (let count = 0; count < TRIED_A_ROUND; count += 1) {
        if (
          signal.aborted ||
          !(await this.#processSome({ tried: true, limit: 1 }))
        ) {
          break;
        }
        found = true;
      }
    }
  }

  async #processSome(options: {
    tried: boolean;
    limit: number;
  }): Promise<boolean> {
    const claims = await this.#store.claim({
      ...options,
      maxBytes: CLAIM_BYTES,
      leaseMs: this.#leaseMs,
      now: this.#clock(),
    });
    if (claims.length === 0) {
      return false;
    }
    const lease = keepLease({
      store: this.#store,
      claims,
      leaseMs: this.#leaseMs,
      heartbeatMs: this.#heartbeatMs,
      clock: this.#clock,
      logger: this.#logger,
    });
    try {
      await this.#process(claims, lease);
    } finally {
      await lease.stop();
    }
    return true;
  }

  async #process(claims: ClaimedDelivery[], lease: KeptLease): Promise<void> {
    const readable: ReadDelivery[] = [];
    const failed: DeliveryOutcome[] = [];
    for (const claim of claims) {
      try {
        readable.push({ claim, events: this.#read(claim) });
      } catch (error) {
        failed.push(this.#fail(claim, error));
      }
    }
    await this.#settle(failed);
    for (const batch of batchDeliveries(readable, MAX_BATCH_EVENTS)) {
      await this.#submitBatch(batch, lease);
    }
  }

  #read(claim: ClaimedDelivery) {
    if (claim.unended > MAX_UNENDED) {
      throw new UnreadableDeliveryError(
        `Processing it was begun ${MAX_UNENDED} times and never came to an end, as when the process dies of it`,
      );
    }
    return readDelivery(claim, this.#sources);
  }

  /** Gives a batch to intake as a whole. When that fails, each by itself, so that one keeps no other from being stored. */
  async #submitBatch(batch: ReadDelivery[], lease: KeptLease): Promise<void> {
    let together: DeliveryOutcome[] | undefined;
    try {
      together = await this.#submit(batch);
    } catch (error) {
      if (batch.length === 1) {
        together = [this.#fail(batch[0].claim, error)];
      }
    }
    if (together) {
      await this.#settle(together);
      return;
    }
    for (const delivery of batch) {
      if (lease.isLost()) {
        return;
      }
      await this.#submitBatch([delivery], lease);
    }
  }

  async #submit(batch: ReadDelivery[]): Promise<DeliveryOutcome[]> {
    const events = batch.flatMap(delivery => delivery.events);
    const outcomes: IntakeOutcome[] = [];
    for (let at = 0; at < events.length; at += MAX_BATCH_EVENTS) {
      outcomes.push(
        ...(await this.#intake.submit(events.slice(at, at + MAX_BATCH_EVENTS), {
          producer: `webhook:${batch[0].claim.source}`,
          now: this.#clock(),
        })),
      );
    }
    let from = 0;
    return batch.map(({ claim, events: { length } }): DeliveryOutcome => {
      const own = outcomes.slice(from, from + length);
      from += length;
      const rejected = own.filter(({ status }) => status === 'rejected');
      return rejected.length > 0
        ? this.#setAside(claim, describeRejected(rejected))
        : {
            id: claim.id,
            token: claim.token,
            state: 'processed',
            events: length,
          };
    });
  }

  #fail(claim: ClaimedDelivery, error: unknown): DeliveryOutcome {
    if (error instanceof UnreadableDeliveryError) {
      return this.#setAside(claim, error.message);
    }
    const { id, token, source, attempts } = claim;
    const reason = stringifyError(error);
    if (this.#clock() - claim.triedSince >= TRIED_FOR_MS) {
      return this.#setAside(
        claim,
        `It was tried ${attempts} times within more than a day, the last time with: ${reason}`,
      );
    }
    this.#logger.warn(
      `Delivery ${id} of ${source} failed and is tried again`,
      error as Error,
    );
    const longest = Math.min(
      LONGEST_DELAY_MS,
      FIRST_DELAY_MS * 2 ** (attempts - 1),
    );
    return {
      id,
      token,
      state: 'waiting',
      reason: describe(reason),
      // Anywhere up to the longest delay, so that what failed together does not come back together.
      nextAttemptAt: this.#clock() + Math.round(this.#random() * longest),
    };
  }

  #setAside(claim: ClaimedDelivery, reason: string): DeliveryOutcome {
    const { id, token, source } = claim;
    this.#logger.warn(`Delivery ${id} of ${source} was set aside: ${reason}`);
    return { id, token, state: 'set_aside', reason: describe(reason) };
  }

  async #settle(outcomes: DeliveryOutcome[]): Promise<void> {
    await this.#store.settle(outcomes, { now: this.#clock() });
  }
}

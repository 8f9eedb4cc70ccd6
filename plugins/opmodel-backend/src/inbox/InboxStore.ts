/** What becomes of a delivery: it waits to be processed, it was processed, or it was set aside for a person to look at. */
export type DeliveryState = 'waiting' | 'processed' | 'set_aside';

/** A delivery whose sender has proven itself. */
export interface NewDelivery {
  /** Id of the configured source. */
  source: string;
  /** What this delivery has in common with its repetitions, and with no other of the source. */
  key: string;
  type: string | undefined;
  /** Epoch milliseconds. */
  receivedAt: number;
  /** JSON, as it was sent. */
  body: string;
}

/** A delivery that somebody has taken upon himself to process. */
export interface ClaimedDelivery {
  id: string;
  source: string;
  type: string | undefined;
  /** Epoch milliseconds. */
  receivedAt: number;
  body: string;
  /** How often processing it was begun, this time included. */
  attempts: number;
  /** How often it was begun since it last came to an end, this time included: more than once when a process died at it. */
  unended: number;
  /** When the first of the attempts began, epoch milliseconds. */
  triedSince: number;
  /** Tells this claim from one that another replica makes after the lease ran out. */
  token: string;
}

/** What came of a claimed delivery. */
export type DeliveryOutcome = { id: string; token: string } & (
  | { state: 'processed'; events: number }
  | { state: 'set_aside'; reason: string }
  /** It is to be tried again; `nextAttemptAt` in epoch milliseconds. */
  | { state: 'waiting'; reason: string; nextAttemptAt: number }
);

/** A delivery without its content. Instants are epoch milliseconds. */
export interface DeliverySummary {
  id: string;
  source: string;
  type: string | null;
  state: DeliveryState;
  receivedAt: number;
  processedAt: number | null;
  attempts: number;
  /** Events that it became. */
  events: number;
  /** Why it was set aside, or why the last attempt failed. */
  reason: string | null;
  /** Null unless it waits. */
  nextAttemptAt: number | null;
}

/** How many deliveries of one source wait and were set aside. */
export interface SourceCounts {
  waiting: number;
  setAside: number;
  /** Epoch milliseconds. */
  lastReceivedAt: number | null;
}

/** How the inbox is doing. Instants are epoch milliseconds. */
export interface InboxCounts {
  waiting: number;
  setAside: number;
  /** Processed since the moment that was asked for. */
  processed: number;
  oldestWaitingAt: number | null;
  /** When the delivery arrived that was kept last. */
  lastReceivedAt: number | null;
  /** By the sources that were asked for; each of them is there. */
  sources: Map<string, SourceCounts>;
}

/**
 * The deliveries of webhooks, each kept once before its sender gets an answer, until they were processed.
 *
 * Whoever claims deliveries has them for the length of a lease, and prolongs it while at work. When the process dies, they are
 * free again as soon as the lease has run out.
 */
export interface InboxStore {
  /** Keeps a delivery, unless one with its key is there already, in whatever state. */
  insert(delivery: NewDelivery): Promise<'received' | 'duplicate'>;

  /**
   * Takes deliveries that are due, those that have been due longest first.
   *
   * @param options - `tried`: those whose processing was begun before, or those for which it was not; `maxBytes`: how large the
   *   bodies may be together, though one is always taken; `leaseMs`: how long others leave them alone; `now` in epoch
   *   milliseconds
   */
  claim(options: {
    tried: boolean;
    limit: number;
    maxBytes: number;
    leaseMs: number;
    now: number;
  }): Promise<ClaimedDelivery[]>;

  /**
   * Prolongs the leases of claims that still hold.
   *
   * @returns the number of those that do
   */
  extend(
    claims: readonly { id: string; token: string }[],
    options: { leaseMs: number; now: number },
  ): Promise<number>;

  /**
   * Notes what came of claimed deliveries and ends the claims. The body of a delivery that was processed is removed. A claim
   * that somebody else has taken over changes nothing.
   */
  settle(
    outcomes: readonly DeliveryOutcome[],
    options: { now: number },
  ): Promise<void>;

  /**
   * Lets what was set aside wait again, as if it had just arrived.
   *
   * @param options - `ids` and `source` limit what is replayed
   * @returns how many wait again
   */
  replay(options: {
    ids?: readonly string[];
    source?: string;
    now: number;
  }): Promise<number>;

  /**
   * Deliveries in one state, the newest first.
   *
   * @param options - `before`: only those older than the delivery with this id
   */
  list(options: {
    state: DeliveryState;
    source?: string;
    before?: string;
    limit: number;
  }): Promise<{ totalItems: number; items: DeliverySummary[] }>;

  /**
   * How the inbox is doing.
   *
   * @param options - `sources`: those that are counted one by one; `processedSince` in epoch milliseconds
   */
  count(options: {
    sources: readonly string[];
    processedSince: number;
  }): Promise<InboxCounts>;

  /**
   * Deletes the oldest deliveries that were processed or set aside. What waits is never deleted.
   *
   * @param options - `before`: only what was received before, epoch milliseconds
   * @returns how many were deleted
   */
  deleteBatch(options: { before: number; limit: number }): Promise<number>;
}

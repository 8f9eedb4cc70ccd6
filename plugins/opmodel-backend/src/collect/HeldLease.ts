import type { AfterRun, CollectorLeaseStore } from './CollectorLeaseStore';

/** Ends a run that another replica has taken over. */
export class LeaseLostError extends Error {
  readonly name = 'LeaseLostError';
}

/** Ends a run that took longer than its schedule allows. */
export class RunTimeoutError extends Error {
  readonly name = 'RunTimeoutError';
}

/** What a lease is held with. */
export interface HeldLeaseOptions {
  store: Pick<CollectorLeaseStore, 'release' | 'renew'>;
  collector: string;
  token: string;
  /** How long it lasts when nobody renews it. Milliseconds. */
  leaseMs: number;
  /** How long the run may take. Milliseconds. */
  timeoutMs: number;
  /** Epoch milliseconds. */
  clock: () => number;
  /** Stops the run from outside, such as when the backend stops. */
  signal: AbortSignal;
}

/**
 * A claim on a collector that is kept alive until it is released: a heartbeat renews it three times within its length. Its signal ends
 * the run when the claim is lost, when the run takes too long and when the backend stops.
 */
export class HeldLease {
  readonly #options: HeldLeaseOptions;
  readonly #controller = new AbortController();
  readonly #heartbeat: NodeJS.Timeout;
  readonly #timeout: NodeJS.Timeout;
  readonly #stop: () => void;
  #renewing: Promise<void> | undefined;
  /** By the clock of this process alone, which no correction of the time moves. Milliseconds. */
  #renewedAt = performance.now();

  constructor(options: HeldLeaseOptions) {
    this.#options = options;
    this.#heartbeat = setInterval(() => this.#beat(), options.leaseMs / 3);
    this.#timeout = setTimeout(
      () =>
        this.#controller.abort(
          new RunTimeoutError(
            `It was stopped after ${Math.round(options.timeoutMs / 1000)} s`,
          ),
        ),
      // Node's timers hold 31 bits.
      Math.min(options.timeoutMs, 2 ** 31 - 1),
    );
    this.#stop = () => this.#controller.abort(options.signal.reason);
    if (options.signal.aborted) {
      this.#stop();
    }
    options.signal.addEventListener('abort', this.#stop);
  }

  get token(): string {
    return this.#options.token;
  }

  /** Ends the run. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether another replica may be running the collector by now. */
  get isLost(): boolean {
    return this.#controller.signal.reason instanceof LeaseLostError;
  }

  /** Ends the claim and tells the next run when it may begin. */
  async release(after: AfterRun): Promise<void> {
    await this.abandon();
    const { store, collector, token } = this.#options;
    await store.release(collector, token, after);
  }

  /** Lets the claim run out. */
  async abandon(): Promise<void> {
    clearInterval(this.#heartbeat);
    clearTimeout(this.#timeout);
    this.#options.signal.removeEventListener('abort', this.#stop);
    // A database that does not answer must not keep the run from ending.
    if (!this.isLost) {
      await this.#renewing;
    }
  }

  #beat(): void {
    if (performance.now() - this.#renewedAt >= this.#options.leaseMs) {
      this.#lose('the database could not be reached for too long');
    } else if (!this.#renewing) {
      this.#renewing = this.#renew().finally(() => {
        this.#renewing = undefined;
      });
    }
  }

  async #renew(): Promise<void> {
    const { store, collector, token, leaseMs, clock } = this.#options;
    const askedAt = performance.now();
    try {
      const isOurs = await store.renew(collector, {
        token,
        leaseUntil: clock() + leaseMs,
      });
      if (isOurs) {
        this.#renewedAt = askedAt;
      } else {
        this.#lose('another replica has taken it over');
      }
    } catch {
      // The database may be back before the lease is over.
    }
  }

  #lose(why: string): void {
    this.#controller.abort(
      new LeaseLostError(`The run lost its lease: ${why}`),
    );
  }
}

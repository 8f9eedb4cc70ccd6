import { randomUUID } from 'node:crypto';
import { nextAttemptAfter } from './backOff';
import type {
  AfterRun,
  CollectorLease,
  CollectorLeaseStore,
} from './CollectorLeaseStore';
import { HeldLease } from './HeldLease';
import type { RunEnd } from './runCollector';

/** How long a lease lasts that nobody renews, where nothing else is said. Milliseconds. */
const LEASE = 15_000;

/** A collector that this replica may run. */
export interface Claim {
  lease: HeldLease;
  /** Runs that have failed since the last one that did not, those that were broken off included. */
  failures: number;
}

/** What claims are made with. */
export interface CollectorClaimsOptions {
  leases: CollectorLeaseStore;
  /** The clock that all replicas share. Epoch milliseconds. */
  clock: () => number;
  /** From 0 up to but not 1. Default: chance. */
  random?: () => number;
  /** How long a lease lasts that nobody renews. Milliseconds. */
  leaseMs?: number;
}

/** Takes collectors for this replica, and says when the next run may begin after one has ended or was broken off. */
export class CollectorClaims {
  readonly #options: CollectorClaimsOptions;

  constructor(options: CollectorClaimsOptions) {
    this.#options = options;
  }

  /**
   * Takes a collector, unless another replica was quicker.
   *
   * @param options - `signal` stops the run because the backend stops; `timeoutMs`: how long the run may take, milliseconds
   */
  async claim(
    seen: CollectorLease,
    options: { timeoutMs: number; signal: AbortSignal },
  ): Promise<Claim | undefined> {
    const { leases, clock, leaseMs = LEASE } = this.#options;
    const { collector } = seen;
    const now = clock();
    const token = randomUUID();
    // A run that was broken off may have been what broke the backend.
    const failures =
      seen.consecutiveFailures + (seen.token === undefined ? 0 : 1);
    const isClaimed = await leases.claim(seen, {
      token,
      now,
      leaseUntil: now + leaseMs,
      consecutiveFailures: failures,
      // The first break is gone on from at once; should it happen again, the pauses grow.
      nextAttemptAt:
        failures === 0
          ? undefined
          : Math.max(now + leaseMs, this.#nextAttemptAfter(failures)),
    });
    return isClaimed
      ? {
          failures,
          lease: new HeldLease({
            ...options,
            store: leases,
            collector,
            token,
            leaseMs,
            clock,
          }),
        }
      : undefined;
  }

  /** Gives a collector back after a run. */
  async release({ lease, failures }: Claim, end: RunEnd): Promise<void> {
    await lease.release(this.#afterRun(end, failures));
  }

  #afterRun(end: RunEnd, failures: number): AfterRun {
    switch (end.state) {
      case 'succeeded':
        return { consecutiveFailures: 0 };
      case 'stopped':
        return {
          consecutiveFailures: failures,
          requestedAt: this.#options.clock(),
        };
      case 'held_back':
        return { consecutiveFailures: 0, nextAttemptAt: end.retryAt };
      default:
        return {
          consecutiveFailures: failures + 1,
          nextAttemptAt: this.#nextAttemptAfter(failures + 1, end.retryAt),
        };
    }
  }

  #nextAttemptAfter(failures: number, retryAt?: number): number {
    const { clock, random = Math.random } = this.#options;
    return nextAttemptAfter({ failures, retryAt, now: clock(), random });
  }
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClaimedDelivery, InboxStore } from './InboxStore';

/** A lease that is prolonged as long as somebody is at work. */
export interface KeptLease {
  /** Whether others may have taken over, so that going on is wasted. */
  isLost(): boolean;
  /** Ends the prolonging. */
  stop(): Promise<void>;
}

/**
 * Prolongs the lease of claimed deliveries regularly until it is told to stop. Where that fails the work goes on until the lease
 * has run out: the database may be back by then.
 */
export function keepLease(options: {
  store: InboxStore;
  claims: readonly ClaimedDelivery[];
  leaseMs: number;
  heartbeatMs: number;
  /** Epoch milliseconds. */
  clock: () => number;
  logger: LoggerService;
}): KeptLease {
  const { store, claims, leaseMs, heartbeatMs, clock, logger } = options;
  let until = clock() + leaseMs;
  let beat = Promise.resolve();
  let stopped = false;

  const extend = async () => {
    const now = clock();
    try {
      // Those that are settled already hold no lease any more, so the count says nothing unless it is none.
      if ((await store.extend(claims, { leaseMs, now })) > 0) {
        until = now + leaseMs;
      }
    } catch (error) {
      logger.warn(
        'The lease of webhook deliveries could not be prolonged',
        error as Error,
      );
    }
  };
  const timer = setInterval(() => {
    // One after the other: a database that hangs must not be asked more and more.
    beat = beat.then(() => (stopped ? undefined : extend()));
  }, heartbeatMs);

  return {
    isLost: () => clock() >= until,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await beat;
    },
  };
}

import type { LoggerService } from '@backstage/backend-plugin-api';

/** Claims that are prolonged as long as somebody is at work. */
export interface KeptClaims {
  /** Whether others may have taken over, so that going on is wasted. */
  isLost(): boolean;
  /** Ends the prolonging. */
  stop(): Promise<void>;
}

/**
 * Prolongs claims three times within the length of a lease. Where that fails the work goes on until the lease has run out: the
 * database may be back by then.
 *
 * @param options - `extend` answers how many claims still hold; `clock` in epoch milliseconds
 */
export function keepClaims(options: {
  extend: (now: number) => Promise<number>;
  leaseMs: number;
  clock: () => number;
  logger: LoggerService;
}): KeptClaims {
  const { extend, leaseMs, clock, logger } = options;
  let until = clock() + leaseMs;
  let beat = Promise.resolve();
  let stopped = false;
  const prolong = async () => {
    const now = clock();
    try {
      if ((await extend(now)) > 0) {
        until = now + leaseMs;
      }
    } catch (error) {
      logger.warn(
        'The lease of measurements could not be prolonged',
        error as Error,
      );
    }
  };
  const timer = setInterval(() => {
    // One after the other: a database that hangs must not be asked more and more.
    beat = beat.then(() => (stopped ? undefined : prolong()));
  }, leaseMs / 3);
  return {
    isLost: () => clock() >= until,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await beat;
    },
  };
}

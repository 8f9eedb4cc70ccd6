import type { Board, Builds } from './DeliveryProfile';

/** Most boards: nearly every ticket has a category, and little waits. */
export const tidy: Board = {
  ticketsPerWeek: 1.5,
  cycleDays: 4,
  unclassified: 0.12,
  estimates: true,
};

/** Much is begun, and little of it is finished soon. */
export const crowded: Board = { ...tidy, cycleDays: 11 };

/** Too many tickets without a category to say where the time goes. */
export const uncategorised: Board = { ...tidy, unclassified: 0.3 };

/** Counted, not estimated. */
export const withoutEstimates: Board = {
  ...tidy,
  ticketsPerWeek: 1,
  estimates: false,
};

/** Nine runs in ten succeed. */
export const reliableBuilds: Builds = { successRate: 0.92, minutes: 9 };

/** A third of the runs fails, and each takes long. */
export const brittleBuilds: Builds = { successRate: 0.66, minutes: 24 };

import type { Board, Builds } from './DeliveryProfile';

/** Most boards: nearly every ticket has a category, little waits, and the team plans by the quarter. */
export const tidy: Board = {
  ticketsPerWeek: 1.5,
  cycleDays: 4,
  unclassified: 0.12,
  estimates: true,
  planning: 'quarters',
  blocked: 0.16,
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

/** Small tickets, planned two weeks ahead. */
export const inSprints: Board = {
  ...tidy,
  ticketsPerWeek: 1.8,
  cycleDays: 2.5,
  planning: 'sprints',
};

/** A board that flows: nobody commits to a period, and tickets are not estimated. */
export const flowing: Board = {
  ...withoutEstimates,
  cycleDays: 3,
  unclassified: 0.08,
  planning: 'none',
};

/** Tickets come in batches: nothing for weeks, then all at once. */
export const bursty: Board = {
  ...tidy,
  ticketsPerWeek: 1.3,
  planning: 'none',
  rhythm: { everyWeeks: 4, quietShare: 0.15 },
};

/** More is written than is begun: each quarter of the year waits longer than the one before. */
export const overloaded: Board = {
  ...tidy,
  ticketsPerWeek: 2.2,
  cycleDays: 6,
  queueDays: { first: 5, last: 60 },
};

/** Two tickets of five wait for somebody else. */
export const dependent: Board = { ...tidy, blocked: 0.42, cycleDays: 5 };

/** What a platform team does: above all platform work, and little that customers would call a feature. */
export const platformWork: Board = {
  ...tidy,
  categories: {
    feature: 8,
    reliability: 24,
    debt: 16,
    security: 12,
    platform: 40,
  },
};

/** Nine runs in ten succeed. */
export const reliableBuilds: Builds = { successRate: 0.92, minutes: 9 };

/** A third of the runs fails, and each takes long. */
export const brittleBuilds: Builds = { successRate: 0.66, minutes: 24 };

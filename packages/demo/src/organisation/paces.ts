import type { DeliveryProfile, Pace, ReleaseRhythm } from './DeliveryProfile';

/** Monday is 0. */
const TUESDAY = 1;
const WEDNESDAY = 2;
const THURSDAY = 3;

const CONTINUOUS: ReleaseRhythm = { kind: 'continuous' };
const TWICE_A_WEEK: ReleaseRhythm = {
  kind: 'train',
  weekdays: [TUESDAY, THURSDAY],
  everyWeeks: 1,
};
const WEEKLY: ReleaseRhythm = {
  kind: 'train',
  weekdays: [WEDNESDAY],
  everyWeeks: 1,
};
const FORTNIGHTLY: ReleaseRhythm = {
  kind: 'train',
  weekdays: [TUESDAY],
  everyWeeks: 2,
};

/** Small changes, several deployments a day. */
export const rapid: Pace = {
  changesPerWeek: 22,
  codingHours: 2,
  pickupHours: 0.6,
  reviewHours: 0.8,
  release: CONTINUOUS,
  failureRate: 0.04,
};

/** One or two deployments a day. */
export const brisk: Pace = {
  changesPerWeek: 6,
  codingHours: 5,
  pickupHours: 1.5,
  reviewHours: 2,
  release: CONTINUOUS,
  failureRate: 0.06,
};

/** Not quite one deployment a day. */
export const daily: Pace = {
  changesPerWeek: 4,
  codingHours: 8,
  pickupHours: 3,
  reviewHours: 4,
  release: CONTINUOUS,
  failureRate: 0.08,
};

/** Two trains a week. */
export const measured: Pace = {
  changesPerWeek: 4,
  codingHours: 14,
  pickupHours: 6,
  reviewHours: 7,
  release: TWICE_A_WEEK,
  failureRate: 0.1,
};

/** One train a week. */
export const weekly: Pace = {
  changesPerWeek: 3,
  codingHours: 22,
  pickupHours: 10,
  reviewHours: 14,
  release: WEEKLY,
  failureRate: 0.13,
};

/** Two trains a month. */
export const fortnightly: Pace = {
  changesPerWeek: 2.2,
  codingHours: 36,
  pickupHours: 20,
  reviewHours: 26,
  release: FORTNIGHTLY,
  failureRate: 0.17,
};

/** The same pace all year. */
export function steady(pace: Pace): DeliveryProfile['pace'] {
  return () => pace;
}

/**
 * From one pace to another. Quantities move evenly on a logarithmic scale; the rhythm of releases changes in steps, at equal
 * parts of the year.
 */
export function fromTo(
  first: Pace,
  last: Pace,
  between: Pace[] = [],
): DeliveryProfile['pace'] {
  const rhythms = [first, ...between, last].map(({ release }) => release);
  return progress => {
    const at = Math.min(1, Math.max(0, progress));
    const move = (from: number, to: number) => from * (to / from) ** at;
    const step = Math.min(rhythms.length - 1, Math.floor(at * rhythms.length));
    return {
      changesPerWeek: move(first.changesPerWeek, last.changesPerWeek),
      codingHours: move(first.codingHours, last.codingHours),
      pickupHours: move(first.pickupHours, last.pickupHours),
      reviewHours: move(first.reviewHours, last.reviewHours),
      release: rhythms[step],
      failureRate: move(first.failureRate, last.failureRate),
    };
  };
}

/** Over the year the team learns to release small changes often. */
export function improving(last: Pace): DeliveryProfile['pace'] {
  const first = { ...fortnightly, failureRate: 0.26 };
  return fromTo(first, last, [weekly, measured]);
}

/** Over the year reviews wait longer, changes grow, and releases are bundled. */
export function slipping(first: Pace): DeliveryProfile['pace'] {
  const last = {
    ...weekly,
    codingHours: 40,
    pickupHours: 30,
    reviewHours: 36,
    failureRate: 0.27,
  };
  return fromTo(first, last, [measured]);
}

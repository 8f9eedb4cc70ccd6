import { generateHistory } from '../history/generateHistory';
import { startOfDay } from '../history/workload';
import { timeline, type TimelineOptions } from '../events/timeline';
import { profiles } from '../organisation/profiles';

/** Noon of an ordinary Thursday; the tests' first start. */
export const now = Date.parse('2026-10-15T12:00:00Z');

/** The year before {@link now} with the default seed. */
export const yearOptions: TimelineOptions = {
  seed: 'marrowby',
  anchorDay: startOfDay(now),
  days: 365,
  until: now,
  profiles,
};

/** What the demo organisation sends at that start. */
export const year = timeline(yearOptions);

/** The facts behind it. */
export const history = generateHistory({
  ...yearOptions,
  throughDay: yearOptions.anchorDay,
});

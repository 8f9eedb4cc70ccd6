import type { CumulativePoint } from './cumulativeFlow';

/** What Little's law foretells, beside what was observed. */
export interface LittlesLaw {
  /** Mean of the work in progress at the ends of the days; null without days. */
  averageWip: number | null;
  /** Items completed a day. */
  throughputPerDay: number | null;
  /** Average WIP / throughput in seconds; null where nothing was completed. */
  expectedSeconds: number | null;
  /** Mean cycle time in seconds of what was completed; null where none is known. */
  observedSeconds: number | null;
  /** Items begun in the window. */
  arrivals: number;
  /** Items completed in the window. */
  departures: number;
  /** Whether as many were completed as begun, within a tenth of the larger number; only then does the law hold. Null: neither. */
  steady: boolean | null;
}

const STEADY_WITHIN = 0.1;
const DAY_SECONDS = 86_400;

/**
 * Little's law for what is in progress: average cycle time = average WIP / average throughput. It holds near a steady state and is a
 * check of the facts rather than a metric: where a steady flow does not obey it, starts or completions are missing.
 *
 * Source: Little, "A proof for the queuing formula L = λW", 1961.
 *
 * @param points - of every day of the window, as {@link cumulativeFlow} gives them
 * @param started - items begun in the window
 * @param cycleTimes - sum in seconds and number of the cycle times of what was completed
 */
export function littlesLaw(
  points: readonly CumulativePoint[],
  started: number,
  cycleTimes: { seconds: number; n: number },
): LittlesLaw {
  const days = points.length;
  const departures = days === 0 ? 0 : points[days - 1].completed;
  const wip = points.reduce(
    (sum, { inProgress, waiting }) => sum + inProgress + waiting,
    0,
  );
  const larger = Math.max(started, departures);
  return {
    averageWip: days === 0 ? null : wip / days,
    throughputPerDay: days === 0 ? null : departures / days,
    expectedSeconds: departures === 0 ? null : (wip / departures) * DAY_SECONDS,
    observedSeconds:
      cycleTimes.n === 0 ? null : cycleTimes.seconds / cycleTimes.n,
    arrivals: started,
    departures,
    steady:
      larger === 0
        ? null
        : Math.abs(started - departures) <= STEADY_WITHIN * larger,
  };
}

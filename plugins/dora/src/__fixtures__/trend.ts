import type { TrendPoint } from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';

const HOUR = 3_600;
/** The last day of the fixtures. */
export const LAST_DAY = '2026-11-22';

/** Numbers between 0 and 1 that are the same on every run. */
function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Weeks of a trend that ends on the last day of the fixtures. */
export function buildTrend(
  options: { weeks?: number; seed?: number; weeksBack?: number } = {},
): TrendPoint[] {
  const { weeks = 14, seed = 7, weeksBack = 0 } = options;
  const next = seededNumbers(seed);
  const lastMonday = DateTime.fromISO(LAST_DAY, { zone: 'utc' })
    .startOf('week')
    .minus({ weeks: weeksBack });
  return Array.from({ length: weeks }, (_, index) => {
    const progress = index / weeks;
    const median = Math.round((26 - 9 * progress + 12 * next()) * HOUR);
    const deployments = 1 + Math.floor(4 * next() + 2 * progress);
    const failed = index % 4 === 2 ? 1 : 0;
    const recovery = failed ? Math.round((0.7 + 2 * next()) * HOUR) : null;
    return {
      week: lastMonday.minus({ weeks: weeks - 1 - index }).toISODate()!,
      partial: index === 0,
      deployments,
      leadTimeMedian: median,
      leadTimeP75: Math.round(median * (1.5 + 0.6 * next())),
      leadTimeP90: Math.round(median * (2.3 + next())),
      n: deployments * 3,
      failedDeployments: failed,
      changeFailRate: failed / deployments,
      reworkDeployments: failed,
      reworkRate: failed / deployments,
      recoveryMedian: recovery,
      recoveries: failed,
      restoreMedian: recovery,
      incidents: index % 5 === 2 ? 1 : 0,
      recurrences: 0,
    };
  });
}

/** A trend in which nothing was reported. */
export function silentTrend(trend: TrendPoint[]): TrendPoint[] {
  return trend.map(({ week, partial }) => ({
    week,
    partial,
    deployments: null,
    leadTimeMedian: null,
    leadTimeP75: null,
    leadTimeP90: null,
    n: 0,
    failedDeployments: null,
    changeFailRate: null,
    reworkDeployments: null,
    reworkRate: null,
    recoveryMedian: null,
    recoveries: 0,
    restoreMedian: null,
    incidents: null,
    recurrences: null,
  }));
}

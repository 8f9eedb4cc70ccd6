import { SeededRandom } from '../history/SeededRandom';
import { DAY } from '../history/workload';
import type { ServiceLevel } from './ServiceLevel';

/** What is sent of one bucket, as intake takes it. */
export interface MeasurementItem {
  slo: string;
  objective: number;
  /** ISO instant. */
  start: string;
  seconds: 300 | 3600 | 86400;
  good: number;
  total: number;
}

/** A time in which more goes wrong than usual. Instants are epoch milliseconds. */
export interface Trouble {
  from: number;
  to: number;
  /** Share of events that it spoils. */
  badShare: number;
}

/** Fewer events than that are counted one by one. */
const FEW = 50;

/** Share of the average at each hour of the day: people order in the evening and sleep at night. */
const DAILY = [
  0.25, 0.15, 0.1, 0.1, 0.15, 0.3, 0.6, 0.9, 1.1, 1.2, 1.2, 1.25, 1.3, 1.2, 1.1,
  1.1, 1.2, 1.5, 1.8, 2, 1.9, 1.5, 1, 0.6,
];
const DAILY_MEAN = DAILY.reduce((sum, share) => sum + share) / DAILY.length;

/**
 * What was counted of an objective in a bucket. It depends on nothing but the seed, the bucket and what happened in it, so that the same
 * is sent again whenever it is sent again.
 *
 * @param options - `start` in epoch milliseconds; `anchorDay`: midnight of the first start, epoch milliseconds
 */
export function drawMeasurement(
  level: ServiceLevel,
  troubles: readonly Trouble[],
  options: {
    seed: string;
    anchorDay: number;
    start: number;
    seconds: MeasurementItem['seconds'];
  },
): MeasurementItem {
  const { seed, anchorDay, start, seconds } = options;
  const { slo, objective } = level;
  const random = new SeededRandom(
    seed,
    slo,
    String(objective),
    String(start),
    String(seconds),
  );
  const end = start + seconds * 1_000;
  const expected =
    (level.perMinute * seconds * dailyShare(start, seconds)) / 60;
  const total =
    expected < FEW
      ? random.poisson(expected)
      : Math.round(expected * random.between(0.94, 1.06));
  const spoiled = [...troubles, ...burnOf(level, anchorDay)].reduce(
    (sum, trouble) =>
      sum +
      (trouble.badShare * overlap(trouble, { start, end })) / (end - start),
    level.badShare * random.between(0.7, 1.3),
  );
  const bad = total * Math.min(1, spoiled);
  // Of a part of an event, chance decides whether it is a whole one.
  const whole = Math.floor(bad) + (random.chance(bad % 1) ? 1 : 0);
  return {
    slo,
    objective,
    start: new Date(start).toISOString(),
    seconds,
    good: total - Math.min(total, whole),
    total,
  };
}

function dailyShare(start: number, seconds: number): number {
  return seconds > 3_600
    ? 1
    : DAILY[new Date(start).getUTCHours()] / DAILY_MEAN;
}

function burnOf({ burn }: ServiceLevel, anchorDay: number): Trouble[] {
  return burn
    ? [
        {
          from: anchorDay + burn.fromDay * DAY,
          to: anchorDay + (burn.untilDay ?? Infinity) * DAY,
          badShare: burn.badShare,
        },
      ]
    : [];
}

function overlap(
  { from, to }: Trouble,
  { start, end }: { start: number; end: number },
): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, start));
}

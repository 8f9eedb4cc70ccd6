const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps at which people read durations. Seconds. */
const STEPS = [
  1,
  5,
  15,
  30,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  5 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  60 * DAY,
  90 * DAY,
  180 * DAY,
  360 * DAY,
];

/** Marks of a logarithmic duration axis, a little more than a factor of two apart. Seconds. */
const LOG_MARKS = [
  1,
  10,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  4 * HOUR,
  12 * HOUR,
  DAY,
  3 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  90 * DAY,
  365 * DAY,
  1095 * DAY,
];

/**
 * Ticks of a linear duration axis from zero to at least `highest`, on steps that
 * people read at a glance (hours, days, weeks), not on powers of ten.
 *
 * @param highest - largest value to show, seconds
 * @param most - most intervals wanted
 */
export function durationTicks(highest: number, most: number = 4): number[] {
  const top = Math.max(highest, 1);
  const step =
    STEPS.find(candidate => top / candidate <= most) ??
    Math.ceil(top / most / (360 * DAY)) * 360 * DAY;
  const intervals = Math.max(1, Math.ceil(top / step));
  return Array.from({ length: intervals + 1 }, (_, index) => index * step);
}

/**
 * Ticks of a count axis from zero to at least `highest`: whole numbers only.
 *
 * @param most - most intervals wanted
 */
export function countTicks(highest: number, most: number = 4): number[] {
  const top = Math.max(highest, 1);
  const magnitude = 10 ** Math.floor(Math.log10(top / most));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map(n => n * magnitude).find(n => top / n <= most) ?? top,
  );
  const intervals = Math.max(1, Math.ceil(top / step));
  return Array.from({ length: intervals + 1 }, (_, index) => index * step);
}

/** Steps at which people read shares. */
const SHARE_STEPS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1];

/**
 * Ticks of an axis of shares from zero to at least `highest`.
 *
 * @param highest - largest share to show, 1 for all
 * @param most - most intervals wanted
 */
export function shareTicks(highest: number, most: number = 4): number[] {
  const top = Math.max(highest, SHARE_STEPS[0]);
  const step =
    SHARE_STEPS.find(candidate => top / candidate <= most) ??
    Math.ceil(top / most);
  const intervals = Math.max(1, Math.ceil(top / step));
  return Array.from({ length: intervals + 1 }, (_, index) => index * step);
}

/**
 * Ticks of a logarithmic duration axis.
 *
 * @param from - first value of the axis, seconds, above 0
 * @param to - last value of the axis, seconds
 * @param most - most ticks that fit
 */
export function logDurationTicks(
  from: number,
  to: number,
  most: number,
): number[] {
  const inside = LOG_MARKS.filter(mark => mark >= from && mark <= to);
  const every = Math.max(1, Math.ceil(inside.length / Math.max(1, most)));
  return inside.filter((_, index) => index % every === 0);
}

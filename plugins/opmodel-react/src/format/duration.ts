/** Shown where a number is not known. */
export const NO_VALUE = '–';

/** Short names of the units of a duration. */
export interface DurationUnits {
  day: string;
  hour: string;
  minute: string;
  second: string;
}

/** The international short names. */
export const STANDARD_DURATION_UNITS: DurationUnits = {
  day: 'd',
  hour: 'h',
  minute: 'm',
  second: 's',
};

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A duration in its two largest units that matter: `45 s`, `12 m`, `2 h 15 m`,
 * `3 d 4 h`, `16 d`.
 *
 * From ten days on, hours are noise and are left out.
 *
 * @param seconds - seconds, or null when nothing is known
 */
export function formatDuration(
  seconds: number | null | undefined,
  units: DurationUnits = STANDARD_DURATION_UNITS,
  formatCount: (count: number) => string = String,
): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) {
    return NO_VALUE;
  }
  const sign = seconds < 0 ? '-' : '';
  const span = Math.abs(seconds);
  const join = (...parts: Array<[number, string]>) =>
    sign +
    parts
      .filter(([count], index) => index === 0 || count > 0)
      .map(([count, unit]) => `${formatCount(count)}\u00a0${unit}`)
      .join(' ');

  if (span > 0 && Math.round(span) === 0) {
    // Little, but not nothing.
    return `<\u00a0${join([1, units.second])}`;
  }
  if (Math.round(span) < MINUTE) {
    return join([Math.round(span), units.second]);
  }
  const minutes = Math.round(span / MINUTE);
  if (minutes < 60) {
    return join([minutes, units.minute]);
  }
  if (minutes < 24 * 60) {
    return join(
      [Math.floor(minutes / 60), units.hour],
      [minutes % 60, units.minute],
    );
  }
  const hours = Math.round(span / HOUR);
  if (hours < 10 * 24) {
    return join([Math.floor(hours / 24), units.day], [hours % 24, units.hour]);
  }
  return join([Math.round(span / DAY), units.day]);
}

/**
 * A duration in the one unit that divides it, for axes: `90 m`, `36 h`, `2 d`.
 *
 * @param seconds - whole seconds
 */
export function formatAxisDuration(
  seconds: number,
  units: DurationUnits = STANDARD_DURATION_UNITS,
  formatCount: (count: number) => string = String,
): string {
  if (seconds === 0) {
    return formatCount(0);
  }
  const [size, unit] = (
    [
      [DAY, units.day],
      [HOUR, units.hour],
      [MINUTE, units.minute],
    ] as const
  ).find(([candidate]) => seconds % candidate === 0) ?? [1, units.second];
  return `${formatCount(seconds / size)}\u00a0${unit}`;
}

/** Units of the duration shorthand. The case decides: `m` is a minute and `M` a month. */
export const openSloDurationUnits = [
  'm',
  'h',
  'd',
  'w',
  'M',
  'Q',
  'Y',
] as const;
export type OpenSloDurationUnit = (typeof openSloDurationUnits)[number];

/** A length of time such as `30d`. */
export interface OpenSloDuration {
  /** 1 or more. */
  count: number;
  unit: OpenSloDurationUnit;
}

const shorthand = /^([1-9][0-9]*)([mhdwMQY])$/;

/**
 * Reads OpenSLO's duration shorthand: a whole number of 1 or more and one letter, without a space.
 *
 * @returns null when the text is none
 */
export function parseDuration(text: string): OpenSloDuration | null {
  const [, digits, unit] = shorthand.exec(text) ?? [];
  const count = Number(digits);
  return Number.isSafeInteger(count)
    ? { count, unit: unit as OpenSloDurationUnit }
    : null;
}

/** Writes the shorthand. */
export function formatDuration({ count, unit }: OpenSloDuration): string {
  return `${count}${unit}`;
}

const secondsOfUnit: Record<OpenSloDurationUnit, number> = {
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 7 * 86_400,
  M: 30 * 86_400,
  Q: 90 * 86_400,
  Y: 365 * 86_400,
};

/**
 * The length in seconds where no calendar is at hand: a day has 24 hours, a month 30 days, a quarter 90 and a year 365, as in
 * OpenSLO's SDK.
 */
export function durationSeconds({ count, unit }: OpenSloDuration): number {
  return count * secondsOfUnit[unit];
}

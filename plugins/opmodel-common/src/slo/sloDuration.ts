import {
  type SloDuration,
  type SloDurationUnit,
  sloDurationUnits,
} from './sloDefinition';

const shorthand = /^([1-9]\d{0,6})([a-zA-Z])$/;

/** Seconds of each unit; of months, quarters and years on average over four hundred years. */
const meanSeconds: Readonly<Record<SloDurationUnit, number>> = {
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  M: 2_629_746,
  Q: 7_889_238,
  Y: 31_556_952,
};

/**
 * A length of time in OpenSLO's shorthand, such as `30d`. Its letter is case-sensitive: `m` is a minute and `M` a month.
 *
 * @returns null for what is none
 */
export function parseSloDuration(text: string): SloDuration | null {
  const [, count, letter] = shorthand.exec(text.trim()) ?? [];
  const unit = sloDurationUnits.find(known => known === letter);
  return unit === undefined ? null : { count: Number(count), unit };
}

/** The shorthand of a length of time. */
export function printSloDuration({ count, unit }: SloDuration): string {
  return `${count}${unit}`;
}

/** How long it is on average, in seconds: to compare lengths, not to reckon with the calendar. */
export function meanSecondsOf({ count, unit }: SloDuration): number {
  return count * meanSeconds[unit];
}

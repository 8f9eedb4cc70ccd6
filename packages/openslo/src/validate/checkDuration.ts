import { parseDuration } from '../duration/parseDuration';
import type { Dialect } from './dialect';
import type { Part } from './Part';

const unitsOfV2alpha = 'mhdw';
const zero = /^0[mhdwMQY]$/;

/** Checks a duration, where there is one. */
export function checkDuration(
  part: Part,
  key: string,
  dialect: Dialect,
  options: { zero?: boolean } = {},
): void {
  const written = part.get(key);
  if (typeof written === 'number') {
    const isFine =
      Number.isInteger(written) && written >= (options.zero ? 0 : 1);
    part.findAt(
      key,
      isFine ? 'duration-number' : 'duration-format',
      isFine
        ? `${key} has no unit, and is taken as minutes: ${written}m.`
        : `${key} is a whole number and a unit, such as 5m.`,
    );
    return;
  }
  const text = part.text(key);
  if (text === undefined || (options.zero && zero.test(text))) {
    return;
  }
  const duration = parseDuration(text);
  if (!duration) {
    part.findAt(
      key,
      'duration-format',
      `${key} is a whole number above 0 and one of the units m, h, d, w, M, Q, Y, such as 30d. m is a minute and M a month.`,
    );
  } else if (
    dialect.version === 'v2alpha' &&
    !unitsOfV2alpha.includes(duration.unit)
  ) {
    part.findAt(
      key,
      'duration-unit',
      `${key} is in minutes, hours, days or weeks in v2alpha.`,
    );
  }
}

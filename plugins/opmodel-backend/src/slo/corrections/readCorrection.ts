import { InputError } from '@backstage/errors';
import { DateTime } from 'luxon';
import { readText } from '../../lib/readText';

const DAY = 86_400_000;
/** No window is longer, so nothing older counts. */
const OLDEST_DAYS = 400;
/** So far ahead maintenance is planned at most. */
const FARTHEST_DAYS = 90;
/** What takes longer is no correction but another objective. */
const LONGEST_DAYS = 31;

/** A date and time that says on which clock. */
const zoned = /[Tt ]\d{2}.*(?:[Zz]|[+-]\d{2}(?::?\d{2})?)$/;

/**
 * The span that somebody wants to be left out.
 *
 * @param now - epoch milliseconds
 * @returns epoch milliseconds
 * @throws InputError that names the field
 */
export function readCorrection(
  body: { from: string; to: string },
  now: number,
): { from: number; to: number } {
  const from = readInstant('from', body.from);
  const to = readInstant('to', body.to);
  if (from < now - OLDEST_DAYS * DAY) {
    throw new InputError(
      `'from' must be within the last ${OLDEST_DAYS} days, got '${body.from}'`,
    );
  }
  if (to > now + FARTHEST_DAYS * DAY) {
    throw new InputError(
      `'to' must be within the next ${FARTHEST_DAYS} days, got '${body.to}'`,
    );
  }
  if (from >= to) {
    throw new InputError(`'to' must be after 'from', got '${body.to}'`);
  }
  if (to - from > LONGEST_DAYS * DAY) {
    throw new InputError(
      `'to' must be at most ${LONGEST_DAYS} days after 'from', got '${body.to}'`,
    );
  }
  return { from, to };
}

function readInstant(field: string, value: string): number {
  const text = readText(field, value);
  const instant = DateTime.fromISO(text.replace(' ', 'T'), { setZone: true });
  if (!instant.isValid || !zoned.test(text)) {
    throw new InputError(
      `'${field}' must be an instant with a zone such as 2026-06-29T03:00:00Z, got '${value}'`,
    );
  }
  return instant.toMillis();
}

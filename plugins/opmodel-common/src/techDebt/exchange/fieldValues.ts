import { DateTime } from 'luxon';
import {
  FIRST_PLAUSIBLE_DAY,
  refuseImplausibleDay,
} from '../../calendar/plausibleDay';
import { completeRef } from '../../operatingModel/completeRef';
import { debtTextLimits } from './debtLimits';

/** One value that is being read: tells what is wrong with it. */
export interface ValueReading {
  /** Epoch milliseconds: what days are plausible follows from it. */
  now: number;
  /** @param place - within the field: `[2].ref`; empty: the field itself */
  refuse(message: string, place?: string): undefined;
}

const DAY = 86_400_000;

/** Characters that part refs in a cell, so that none may contain them. */
const REF_SEPARATOR = /[,;|]/;

/** Line breaks, also those that only Unicode knows. */
const LINE_BREAK = /[\n\u0085\u2028\u2029]/;

/**
 * A text without spaces around it, in which every line ends with a line feed.
 *
 * @param most - characters
 * @returns undefined for what is no text, is empty or too long, or no database keeps
 */
export function readTextValue(
  value: unknown,
  most: number,
  reading: ValueReading,
  place = '',
): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') {
    return reading.refuse('must be a text that is not empty', place);
  }
  if (value.includes('\0') || /\p{Surrogate}/u.test(value)) {
    return reading.refuse(
      'must be well-formed text without NUL characters',
      place,
    );
  }
  // A spreadsheet or a form may break lines in its own way, which changes nothing of what is said.
  const text = value.replace(/\r\n?/g, '\n').trim();
  return text.length > most
    ? reading.refuse(`must have at most ${most} characters`, place)
    : text;
}

/** The same for a text of one line. */
export function readLineValue(
  value: unknown,
  most: number,
  reading: ValueReading,
  place = '',
): string | undefined {
  const text = readTextValue(value, most, reading, place);
  return text !== undefined && LINE_BREAK.test(text)
    ? reading.refuse('must be one line', place)
    : text;
}

/** A number within bounds, both included. */
export function readNumberValue(
  value: unknown,
  {
    least,
    most,
    isWhole = false,
  }: {
    least: number;
    most: number;
    isWhole?: boolean;
  },
  reading: ValueReading,
): number | undefined {
  const isRight =
    typeof value === 'number' &&
    value >= least &&
    value <= most &&
    (!isWhole || Number.isInteger(value));
  // There is one zero only, as a text knows no other.
  return isRight
    ? value || 0
    : reading.refuse(
        `must be a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}`,
      );
}

/** One of several words or numbers, exactly as they are written. */
export function readChoiceValue<Choice extends string | number>(
  value: unknown,
  choices: readonly Choice[],
  reading: ValueReading,
  place = '',
): Choice | undefined {
  return choices.includes(value as Choice)
    ? (value as Choice)
    : reading.refuse(`must be one of ${choices.join(', ')}`, place);
}

/** An ISO day that somebody can mean. */
export function readDayValue(
  value: unknown,
  reading: ValueReading,
): string | undefined {
  if (typeof value !== 'string' || !isDay(value)) {
    return reading.refuse('must be an ISO day such as 2026-11-30');
  }
  try {
    refuseImplausibleDay('', value, reading.now);
    return value;
  } catch (error) {
    return reading.refuse((error as Error).message.trim());
  }
}

/**
 * An instant in ISO 8601 with its zone, or an ISO day, which begins in UTC.
 *
 * @returns epoch milliseconds
 */
export function readInstantValue(
  value: unknown,
  reading: ValueReading,
): number | undefined {
  const instant = typeof value === 'string' ? instantOf(value) : null;
  if (instant === null) {
    return reading.refuse(
      'must be an instant with its zone such as 2026-11-30T12:00:00Z, or an ISO day',
    );
  }
  // Where the day begins earlier than in UTC, today may still lie ahead.
  return instant < Date.parse(FIRST_PLAUSIBLE_DAY) ||
    instant > reading.now + DAY
    ? reading.refuse(
        `must not lie before ${FIRST_PLAUSIBLE_DAY} or in the future`,
      )
    : instant;
}

/** The full ref of an entity, in lower case. */
export function readRefValue(
  value: unknown,
  defaultKind: string,
  reading: ValueReading,
  place = '',
): string | undefined {
  const text = readTextValue(value, debtTextLimits.entityRef, reading, place);
  if (text === undefined) {
    return undefined;
  }
  const ref = REF_SEPARATOR.test(text) ? null : completeRef(text, defaultKind);
  if (ref === null) {
    return reading.refuse(
      `must be the ref of an entity such as ${defaultKind}:default/payments`,
      place,
    );
  }
  return ref.length > debtTextLimits.entityRef
    ? reading.refuse(
        `must have at most ${debtTextLimits.entityRef} characters`,
        place,
      )
    : ref;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const instant = Date.parse(`${text}T00:00:00Z`);
  // The 30th of February is taken for a day of March.
  return (
    !Number.isNaN(instant) &&
    new Date(instant).toISOString().slice(0, 10) === text
  );
}

function instantOf(text: string): number | null {
  const isInstant =
    isDay(text) || /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text);
  const instant = DateTime.fromISO(text, { zone: 'utc' });
  return isInstant && instant.isValid ? instant.toMillis() : null;
}

/** Longest time that an outside system is believed to ask for. Milliseconds. */
const LONGEST_WAIT = 24 * 60 * 60 * 1000;

/** What an answer tells, with how far its clock is from ours. */
export interface AnswerClock {
  /** When the answer came, epoch milliseconds by our clock. */
  now: number;
  /** How far the outside system's clock is ahead of ours, milliseconds; 0 where the answer has no usable `Date`. */
  ahead: number;
}

/** Compares the clock of whoever answered with ours. */
export function readAnswerClock(headers: Headers, now: number): AnswerClock {
  const date = parseDate(headers.get('date'));
  // The header has whole seconds, so less than that is no difference.
  const ahead = date === undefined ? 0 : date - now;
  return { now, ahead: Math.abs(ahead) < 2_000 ? 0 : ahead };
}

/** A whole or decimal number that is not negative, or undefined for anything else. */
export function parseCount(text: string | null): number | undefined {
  if (text === null || !/^\s*\d{1,15}(\.\d{1,9})?\s*$/.test(text)) {
    return undefined;
  }
  return Number(text);
}

/**
 * The instant at which a window ends: seconds from now (`30`), seconds or milliseconds since 1970 (`1790000000`), or a date in
 * ISO 8601 or of HTTP. Which it is shows by its size: no window is longer than thirty years.
 *
 * @returns epoch milliseconds by our clock, from now to a day after it; undefined for anything else
 */
export function parseReset(
  text: string | null,
  { now, ahead }: AnswerClock,
): number | undefined {
  const number = parseCount(text);
  if (number === undefined) {
    const date = parseDate(text);
    return date === undefined ? undefined : within(date - ahead, now);
  }
  if (number > 1e11) {
    return within(number - ahead, now);
  }
  return number > 1e9
    ? within(number * 1000 - ahead, now)
    : within(now + number * 1000, now);
}

/**
 * How long to wait by `Retry-After`: seconds or a date.
 *
 * @returns milliseconds, from 0 to a day; undefined for anything else
 */
export function parseRetryAfter(
  text: string | null,
  clock: AnswerClock,
): number | undefined {
  const at = parseReset(text, clock);
  return at === undefined ? undefined : at - clock.now;
}

function within(instant: number, now: number): number {
  return Math.round(Math.min(Math.max(instant, now), now + LONGEST_WAIT));
}

function parseDate(text: string | null): number | undefined {
  // Anything that starts with a weekday's or a year's shape; a bare word must not be taken for a date.
  if (text === null || !/^\s*([A-Z][a-z]{2,8},? |\d{4}-\d\d-\d\d)/.test(text)) {
    return undefined;
  }
  const instant = Date.parse(text);
  return Number.isFinite(instant) ? instant : undefined;
}

import { DateTime, IANAZone } from 'luxon';
import { SLI_BUCKET_SECONDS } from './sliBucket';
import type { SloDuration, SloDurationUnit, SloWindow } from './sloDefinition';
import type { SloSpan } from './sloSpan';

const BUCKET = SLI_BUCKET_SECONDS * 1_000;

/** What a unit is in the calendar; a quarter is three months. */
const calendarUnits: Record<
  SloDurationUnit,
  {
    unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';
    of: number;
    /** How many of it a window may have: ten years. */
    most: number;
  }
> = {
  m: { unit: 'minutes', of: 1, most: 5_256_000 },
  h: { unit: 'hours', of: 1, most: 87_600 },
  d: { unit: 'days', of: 1, most: 3_650 },
  w: { unit: 'weeks', of: 1, most: 520 },
  M: { unit: 'months', of: 1, most: 120 },
  Q: { unit: 'months', of: 3, most: 40 },
  Y: { unit: 'years', of: 1, most: 10 },
};

/** Why a window cannot be reckoned with. */
export type SloWindowProblem =
  /** No whole number of units, shorter than a bucket, or longer than ten years. */
  | 'bad_duration'
  /** No date and time such as `2026-01-01 00:00:00`. */
  | 'bad_start'
  /** No IANA zone. */
  | 'bad_zone';

/** Whether a window can be reckoned with; null where it can. */
export function checkSloWindow(window: SloWindow): SloWindowProblem | null {
  const { count, unit } = window.duration;
  const least = unit === 'm' ? SLI_BUCKET_SECONDS / 60 : 1;
  if (
    !Number.isInteger(count) ||
    count < least ||
    count > calendarUnits[unit].most
  ) {
    return 'bad_duration';
  }
  if (window.type === 'rolling') {
    return null;
  }
  if (!IANAZone.isValidZone(window.zone)) {
    return 'bad_zone';
  }
  return anchorOf(window).isValid ? null : 'bad_start';
}

/**
 * The window that holds an instant.
 *
 * A rolling window ends at the last border of a bucket, and reaches back by its duration; months, quarters and years are those of
 * the calendar in UTC. A calendar window begins at its start time, or a whole number of its durations after it, on the clock of its
 * zone: a day in which the clocks change has 23 or 25 hours, and a month that begins on the 31st begins on the last day of
 * shorter months. Borders lie on the border of a bucket at or before them.
 *
 * @param now - epoch milliseconds
 * @returns null before the first calendar window begins, and for a window that {@link checkSloWindow} finds a problem with
 */
export function sloWindowAt(window: SloWindow, now: number): SloSpan | null {
  if (checkSloWindow(window) !== null) {
    return null;
  }
  if (window.type === 'rolling') {
    return rollingWindow(window.duration, now);
  }
  const place = placeOf(window, now);
  return place < 0 ? null : calendarWindow(window, place);
}

/**
 * The windows before the one that holds an instant, oldest first: of a calendar window those that have ended, of a rolling one those
 * that follow each other without a gap.
 *
 * @param count - how many at most; before the first calendar window there are none
 */
export function previousSloWindows(
  window: SloWindow,
  now: number,
  count: number,
): SloSpan[] {
  const spans: SloSpan[] = [];
  let span = sloWindowAt(window, now);
  while (span !== null && spans.length < count) {
    span =
      window.type === 'rolling'
        ? rollingWindow(window.duration, span.from)
        : sloWindowAt(window, span.from - 1);
    if (span !== null) {
      spans.push(span);
    }
  }
  return spans.reverse();
}

/** Length of the window that holds an instant, in seconds; null as of {@link sloWindowAt}. */
export function sloPeriodSeconds(
  window: SloWindow,
  now: number,
): number | null {
  const span = sloWindowAt(window, now);
  return span && (span.to - span.from) / 1_000;
}

type CalendarWindow = Extract<SloWindow, { type: 'calendar' }>;

function rollingWindow(duration: SloDuration, now: number): SloSpan {
  const to = onBorder(now);
  const { unit, of } = calendarUnits[duration.unit];
  const from = DateTime.fromMillis(to, { zone: 'utc' })
    .minus({ [unit]: duration.count * of })
    .toMillis();
  return { from, to };
}

function calendarWindow(window: CalendarWindow, place: number): SloSpan {
  return { from: startOf(window, place), to: startOf(window, place + 1) };
}

/** Always reckoned from the anchor, so that a window that begins on the 31st does so again after February. */
function startOf(window: CalendarWindow, place: number): number {
  const { unit, of } = calendarUnits[window.duration.unit];
  return onBorder(
    anchorOf(window)
      .plus({ [unit]: place * window.duration.count * of })
      .toMillis(),
  );
}

/** Which window holds an instant: 0 is the first one. */
function placeOf(window: CalendarWindow, now: number): number {
  const { unit, of } = calendarUnits[window.duration.unit];
  const anchor = anchorOf(window);
  const passed = DateTime.fromMillis(now, { zone: window.zone })
    .diff(anchor, unit)
    .as(unit);
  let place = Math.floor(passed / (window.duration.count * of));
  // Parts of months are no exact measure, so the borders themselves decide.
  while (startOf(window, place) > now) {
    place -= 1;
  }
  while (startOf(window, place + 1) <= now) {
    place += 1;
  }
  return place;
}

function anchorOf({ startTime, zone }: CalendarWindow): DateTime {
  return DateTime.fromISO(startTime.trim().replace(' ', 'T'), { zone });
}

function onBorder(instant: number): number {
  return Math.floor(instant / BUCKET) * BUCKET;
}

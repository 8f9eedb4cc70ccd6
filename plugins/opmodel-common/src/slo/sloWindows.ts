import { DateTime } from 'luxon';
import { CalendarWindows, calendarUnits, onBorder } from './CalendarWindows';
import { SLI_BUCKET_SECONDS } from './sliBucket';
import type { SloDuration, SloWindow } from './sloDefinition';
import { meanSecondsOf } from './sloDuration';
import type { SloSpan } from './sloSpan';

const TEN_YEARS: SloDuration = { count: 10, unit: 'Y' };

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
  const seconds = meanSecondsOf(window.duration);
  if (
    !Number.isInteger(window.duration.count) ||
    !(seconds >= SLI_BUCKET_SECONDS && seconds <= meanSecondsOf(TEN_YEARS))
  ) {
    return 'bad_duration';
  }
  if (window.type === 'rolling') {
    return null;
  }
  const calendar = CalendarWindows.of(window);
  if (!calendar.hasZone) {
    return 'bad_zone';
  }
  return calendar.hasStart ? null : 'bad_start';
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
  return window.type === 'rolling'
    ? rollingWindow(window.duration, now)
    : CalendarWindows.of(window).at(now);
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

function rollingWindow(duration: SloDuration, now: number): SloSpan {
  const to = onBorder(now);
  const { unit, of } = calendarUnits[duration.unit];
  const from = DateTime.fromMillis(to, { zone: 'utc' })
    .minus({ [unit]: duration.count * of })
    .toMillis();
  return { from, to };
}

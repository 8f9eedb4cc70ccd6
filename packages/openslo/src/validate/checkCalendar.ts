import { readStartTime } from '../duration/readStartTime';
import type { Part } from './Part';

/** Checks where and on which clock calendar windows begin. */
export function checkCalendar(calendar: Part): void {
  calendar.knows('startTime', 'timeZone');
  const startTime = calendar.text('startTime', 'required');
  if (startTime !== undefined) {
    const read = readStartTime(startTime);
    if (read === null) {
      calendar.findAt(
        'startTime',
        'date-time',
        'startTime is a date and a time of day: 2026-01-31 12:30:00.',
      );
    } else if (read !== startTime) {
      calendar.findAt(
        'startTime',
        'date-time-format',
        `startTime is written without a zone: ${read}.`,
      );
    }
  }
  const timeZone = calendar.text('timeZone', 'required');
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    calendar.findAt(
      'timeZone',
      'time-zone',
      'timeZone is the IANA name of a zone, such as Europe/Berlin.',
    );
  }
}

function isTimeZone(name: string): boolean {
  // Offsets such as +01:00 are known to newer runtimes, and are no names.
  if (!/^[A-Za-z]/.test(name)) {
    return false;
  }
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

import { checkCalendar } from './checkCalendar';
import { checkDuration } from './checkDuration';
import type { Dialect } from './dialect';
import type { Part } from './Part';

/** Checks the one window of an SLO. */
export function checkTimeWindows(spec: Part, dialect: Dialect): void {
  const windows = spec.list('timeWindow');
  if (!windows || windows.length === 0) {
    if (windows || !spec.has('timeWindow')) {
      spec.findAt(
        'timeWindow',
        'time-window-missing',
        'timeWindow is required: a list of one window, such as duration 30d with isRolling true.',
      );
    }
    return;
  }
  if (windows.length > 1) {
    windows.find('time-window-count', 'timeWindow has one window.');
  }
  for (const window of windows.maps()) {
    window.knows('duration', 'isRolling', 'calendar');
    // Minutes without a unit are no window of an SLO: here a duration is text.
    if (window.text('duration', 'required') !== undefined) {
      checkDuration(window, 'duration', dialect);
    }
    checkAlignment(window);
  }
}

/** Checks that a window is either rolling or aligned to a calendar. */
export function checkAlignment(window: Part): void {
  const isRolling = window.flag('isRolling');
  const calendar = window.map('calendar');
  if (isRolling && window.has('calendar')) {
    window.findAt(
      'calendar',
      'time-window-calendar',
      'A rolling window has no calendar.',
    );
  } else if (isRolling === false && !window.has('calendar')) {
    window.find(
      'time-window-calendar',
      'A window that is not rolling has a calendar with startTime and timeZone.',
    );
  } else if (!window.has('isRolling') && !window.has('calendar')) {
    window.findAt(
      'isRolling',
      'time-window-rolling',
      'A window without a calendar says isRolling: true.',
    );
  }
  if (calendar) {
    checkCalendar(calendar);
  }
}

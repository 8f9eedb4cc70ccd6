import { listOf, mapOf, textOf } from '../document/readPlain';
import { parseDuration } from '../duration/parseDuration';
import { readStartTime } from '../duration/readStartTime';
import { below, type Place, type Resolution } from './Resolution';
import type { ResolvedWindow } from './ResolvedSlo';

/** What stands in for a window that is missing, which the specification allows: the length that most tools take. */
const windowUnlessGiven: ResolvedWindow = {
  type: 'rolling',
  duration: { count: 30, unit: 'd' },
};

/** Resolves the window of an SLO. */
export function resolveWindow(
  windows: unknown,
  place: Place,
  resolution: Resolution,
): ResolvedWindow {
  const [first] = listOf(windows);
  const window = mapOf(first);
  const duration = parseDuration(textOf(window.duration) ?? '');
  if (!duration) {
    resolution.add(
      first === undefined ? 'warning' : 'error',
      'window-assumed',
      place,
      'Without a usable time window, 30 rolling days are assumed.',
    );
    return windowUnlessGiven;
  }
  const calendar = mapOf(window.calendar);
  const startTime = readStartTime(textOf(calendar.startTime) ?? '');
  const zone = textOf(calendar.timeZone);
  if (startTime !== null && zone !== null && window.isRolling !== true) {
    return { type: 'calendar', duration, startTime, zone };
  }
  if (window.isRolling === false || 'calendar' in window) {
    resolution.add(
      'error',
      'window-assumed',
      below(place, 0),
      'The window is neither rolling nor has a usable calendar; it is taken as rolling.',
    );
  }
  return { type: 'rolling', duration };
}

import type { OpenSloPath } from '../document/OpenSloPath';
import { isMap } from '../document/isMap';
import type { Conversion } from './Conversion';

const unitLetters: Record<string, string> = {
  day: 'd',
  week: 'w',
  month: 'M',
  quarter: 'Q',
};

/** Converts a time window of `openslo/v1alpha`, which has a count and a unit in words. */
export function convertWindow(
  window: unknown,
  path: OpenSloPath,
  conversion: Conversion,
): unknown {
  if (!isMap(window)) {
    return window;
  }
  const { unit, count, ...rest } = window;
  const isAligned = 'isRolling' in rest || 'calendar' in rest;
  return {
    duration: convertDuration(unit, count, path, conversion),
    // Generators that read v1alpha take a window as rolling unless it says otherwise.
    ...(!isAligned && { isRolling: true }),
    ...rest,
  };
}

function convertDuration(
  unit: unknown,
  count: unknown,
  path: OpenSloPath,
  conversion: Conversion,
): string {
  const name = String(unit).toLowerCase();
  if (name === 'second' && typeof count === 'number') {
    const minutes = Math.max(1, Math.round(count / 60));
    if (minutes * 60 !== count) {
      conversion.keep(
        [...path, 'count'],
        count,
        `Durations of v1 are no shorter than a minute; ${count} seconds become ${minutes}m.`,
      );
    }
    return `${minutes}m`;
  }
  return `${count}${
    Object.hasOwn(unitLetters, name) ? unitLetters[name] : unit
  }`;
}

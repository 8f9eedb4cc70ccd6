import { DateTime, IANAZone } from 'luxon';
import { SLI_BUCKET_SECONDS } from './sliBucket';
import type { SloDurationUnit, SloWindow } from './sloDefinition';
import { meanSecondsOf } from './sloDuration';
import type { SloSpan } from './sloSpan';

const BUCKET = SLI_BUCKET_SECONDS * 1_000;

/** More calendars, or more windows of one, than anybody asks for; past it what is remembered begins anew. */
const REMEMBERED = 5_000;

/** What a unit is in the calendar; a quarter is three months. */
export const calendarUnits: Readonly<
  Record<
    SloDurationUnit,
    {
      unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';
      of: number;
    }
  >
> = {
  m: { unit: 'minutes', of: 1 },
  h: { unit: 'hours', of: 1 },
  d: { unit: 'days', of: 1 },
  w: { unit: 'weeks', of: 1 },
  M: { unit: 'months', of: 1 },
  Q: { unit: 'months', of: 3 },
  Y: { unit: 'years', of: 1 },
};

/** A window that follows a calendar. */
export type CalendarWindow = Extract<SloWindow, { type: 'calendar' }>;

const known = new Map<string, CalendarWindows>();

/**
 * The windows of one calendar. To ask a zone takes long, and thousands of SLOs share a few calendars: each border is reckoned once in a
 * process.
 */
export class CalendarWindows {
  readonly #window: CalendarWindow;
  readonly #anchor: DateTime;
  readonly #hasZone: boolean;
  /** Epoch milliseconds by place; 0 is the first window. */
  readonly #starts = new Map<number, number>();

  private constructor(window: CalendarWindow) {
    const { startTime, zone } = window;
    this.#window = window;
    this.#hasZone = IANAZone.isValidZone(zone);
    this.#anchor = DateTime.fromISO(startTime.trim().replace(' ', 'T'), {
      zone,
    });
  }

  /** Those of a window, which are the same for all who ask. */
  static of(window: CalendarWindow): CalendarWindows {
    const { duration, startTime, zone } = window;
    const key = JSON.stringify([
      duration.count,
      duration.unit,
      startTime,
      zone,
    ]);
    return remember(known, key, () => new CalendarWindows(window));
  }

  /** Whether there is such a zone. */
  get hasZone(): boolean {
    return this.#hasZone;
  }

  /** Whether the first window begins at a moment that there is. */
  get hasStart(): boolean {
    return this.#anchor.isValid;
  }

  /**
   * The window that holds an instant.
   *
   * @param now - epoch milliseconds
   * @returns null before the first one
   */
  at(now: number): SloSpan | null {
    const length = meanSecondsOf(this.#window.duration) * 1_000;
    let place = Math.floor((now - this.#startOf(0)) / length);
    // Months have no one length, so the borders themselves decide.
    while (this.#startOf(place) > now) {
      place -= 1;
    }
    while (this.#startOf(place + 1) <= now) {
      place += 1;
    }
    return place < 0
      ? null
      : { from: this.#startOf(place), to: this.#startOf(place + 1) };
  }

  /** Always reckoned from the anchor, so that a window that begins on the 31st does so again after February. */
  #startOf(place: number): number {
    return remember(this.#starts, place, () => {
      const { count, unit: letter } = this.#window.duration;
      const { unit, of } = calendarUnits[letter];
      return onBorder(
        this.#anchor.plus({ [unit]: place * count * of }).toMillis(),
      );
    });
  }
}

/** The border of a bucket at an instant or before it. Epoch milliseconds. */
export function onBorder(instant: number): number {
  return Math.floor(instant / BUCKET) * BUCKET;
}

function remember<Key, Value>(
  values: Map<Key, Value>,
  key: Key,
  find: () => Value,
): Value {
  let value = values.get(key);
  if (value === undefined) {
    if (values.size >= REMEMBERED) {
      values.clear();
    }
    value = find();
    values.set(key, value);
  }
  return value;
}

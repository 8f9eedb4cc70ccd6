import { IANAZone } from 'luxon';

/** A day in UTC. Milliseconds. */
const DAY = 86_400_000;

/** Further than that no zone is from UTC. Milliseconds. */
const FURTHEST_ZONE = 15 * 3_600_000;

const known = new Map<string, ZoneMidnights>();

/**
 * Knows when the days of a zone begin, from the last one of 1969 on. To ask a zone takes long, so that each day is asked for once
 * in a process: it learns as far as it is asked for.
 */
export class ZoneMidnights {
  /** The day before 1970-01-01, by the days since then: west of Greenwich 1970 began later. */
  static readonly firstDay = -1;

  readonly #zone: IANAZone;
  /** Epoch milliseconds, from the first day on. */
  readonly #starts: number[] = [];
  /** Milliseconds ahead of UTC at the beginning of the day in UTC before the last one that is known, of that one and of the next. */
  #offsets: number[];

  private constructor(zone: string) {
    this.#zone = IANAZone.create(zone);
    this.#offsets = [-1, 0, 1].map(days =>
      this.#offsetAt((ZoneMidnights.firstDay + days) * DAY),
    );
  }

  /** Those of a zone, which are the same for all who ask. */
  static of(zone: string): ZoneMidnights {
    let midnights = known.get(zone);
    if (midnights === undefined) {
      midnights = new ZoneMidnights(zone);
      known.set(zone, midnights);
    }
    return midnights;
  }

  /**
   * The first instant of a day, epoch milliseconds; of a day that a zone skipped, that of the next one.
   *
   * @param place - of the day: 0 is the first one
   */
  startOf(place: number): number {
    while (this.#starts.length <= place) {
      this.#learnNext();
    }
    return this.#starts[place];
  }

  #learnNext(): void {
    const midnight = (this.#starts.length + ZoneMidnights.firstDay) * DAY;
    const [before, offset, after] = this.#offsets;
    this.#starts.push(
      offset === before && offset === after
        ? midnight - offset
        : this.#find(midnight),
    );
    this.#offsets = [offset, after, this.#offsetAt(midnight + 2 * DAY)];
  }

  /** Where the clocks change nearby, midnight may come at another time, or not at all. */
  #find(midnight: number): number {
    let low = midnight - FURTHEST_ZONE;
    let high = midnight + FURTHEST_ZONE;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (middle + this.#offsetAt(middle) < midnight) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  #offsetAt(instant: number): number {
    return this.#zone.offset(instant) * 60_000;
  }
}

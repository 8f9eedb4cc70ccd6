import { DateTime } from 'luxon';
import { dayOf } from './days';

/** A day in UTC. Milliseconds. */
const DAY = 86_400_000;

/** More days than any history has; past it what is remembered begins anew. */
const REMEMBERED_DAYS = 50_000;

/**
 * Finds the days of many instants in one zone. To ask a zone for its offset takes longer than everything else that is done with
 * a deployment, and the offset is the same for months: it is asked once for each day in UTC. Where it is not the same at
 * both ends of that day, the instant itself is asked.
 *
 * The answers are those of {@link dayOf}.
 */
export class ZoneDays {
  readonly #zone: string;
  /** Milliseconds ahead of UTC at the beginning of a day in UTC, by the days since 1970. */
  readonly #offsets = new Map<number, number>();
  /** ISO days by the days since 1970. */
  readonly #names = new Map<number, string>();

  /**
   * @param zone - IANA zone, such as `Europe/Berlin`
   */
  constructor(zone: string) {
    this.#zone = zone;
  }

  /**
   * @param instant - epoch milliseconds
   * @returns ISO day
   */
  dayOf(instant: number): string {
    const utcDay = Math.floor(instant / DAY);
    const offset = this.#offsetAt(utcDay);
    return offset === this.#offsetAt(utcDay + 1)
      ? this.#nameOf(Math.floor((instant + offset) / DAY))
      : dayOf(instant, this.#zone);
  }

  #offsetAt(utcDay: number): number {
    return remember(this.#offsets, utcDay, () => {
      const { offset } = DateTime.fromMillis(utcDay * DAY, {
        zone: this.#zone,
      });
      return offset * 60_000;
    });
  }

  #nameOf(day: number): string {
    return remember(this.#names, day, () => dayOf(day * DAY, 'UTC'));
  }
}

function remember<T>(known: Map<number, T>, key: number, find: () => T): T {
  let value = known.get(key);
  if (value === undefined) {
    if (known.size >= REMEMBERED_DAYS) {
      known.clear();
    }
    value = find();
    known.set(key, value);
  }
  return value;
}

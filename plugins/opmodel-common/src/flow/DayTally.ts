import { weekOf } from '../calendar/days';

/** How often something happened on one day, or how much of it. */
export interface TallyRow<Metric extends string> {
  day: string;
  /** Monday of the ISO week of the day. */
  week: string;
  metric: Metric;
  /** Of a duration, its bin; else 0. */
  bin: number;
  /** A whole number. Sums of seconds go beyond 32 bits. */
  count: number;
}

/** Adds up counts by day, metric and bin. */
export class DayTally<Metric extends string> {
  readonly #rows = new Map<string, TallyRow<Metric>>();

  add(day: string, metric: Metric, count = 1, bin = 0): void {
    const key = `${day} ${bin} ${metric}`;
    const known = this.#rows.get(key);
    if (known) {
      known.count += count;
    } else {
      this.#rows.set(key, { day, week: weekOf(day), metric, bin, count });
    }
  }

  /** The sums, ordered by day, metric and bin; those of zero are left out. */
  toRows(): TallyRow<Metric>[] {
    return [...this.#rows.values()]
      .filter(({ count }) => count !== 0)
      .sort(
        (a, b) =>
          compare(a.day, b.day) || compare(a.metric, b.metric) || a.bin - b.bin,
      );
  }
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

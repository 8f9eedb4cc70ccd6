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
  // Nested, so that adding needs no name made of day, metric and bin.
  readonly #days = new Map<string, Map<Metric, Map<number, number>>>();

  add(day: string, metric: Metric, count = 1, bin = 0): void {
    const metrics =
      this.#days.get(day) ?? new Map<Metric, Map<number, number>>();
    const bins = metrics.get(metric) ?? new Map<number, number>();
    bins.set(bin, (bins.get(bin) ?? 0) + count);
    metrics.set(metric, bins);
    this.#days.set(day, metrics);
  }

  /** The sums, ordered by day, metric and bin; those of zero are left out. */
  toRows(): TallyRow<Metric>[] {
    const rows: TallyRow<Metric>[] = [];
    for (const [day, metrics] of this.#days) {
      const week = weekOf(day);
      for (const [metric, bins] of metrics) {
        for (const [bin, count] of bins) {
          if (count !== 0) {
            rows.push({ day, week, metric, bin, count });
          }
        }
      }
    }
    return rows.sort(
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

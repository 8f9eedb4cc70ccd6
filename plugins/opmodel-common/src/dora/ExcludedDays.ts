import { addDays, countDays } from '../calendar/days';
import type { DeliveryCorrection, ExcludedPeriod } from './facts';

/** The days that count for nothing, of the calendar and of what people decided. */
export class ExcludedDays {
  readonly #periods: readonly ExcludedPeriod[];

  constructor(
    calendar: readonly ExcludedPeriod[],
    corrections: readonly DeliveryCorrection[],
  ) {
    this.#periods = [
      ...calendar,
      ...corrections.filter(isExcludedPeriod),
    ].filter(({ from, to }) => from <= to);
  }

  /** Whether there is any, so that nobody reckons days in vain. */
  get isEmpty(): boolean {
    return this.#periods.length === 0;
  }

  has(day: string): boolean {
    return this.#periods.some(({ from, to }) => from <= day && day <= to);
  }

  /** All of them, ascending. */
  list(): string[] {
    const days = new Set<string>();
    for (const { from, to } of this.#periods) {
      // By number, so that it ends whatever the days are.
      const length = countDays(from, to);
      for (let offset = 0; offset < length; offset += 1) {
        days.add(addDays(from, offset));
      }
    }
    return [...days].sort();
  }
}

function isExcludedPeriod(
  correction: DeliveryCorrection,
): correction is DeliveryCorrection & { kind: 'excluded_period' } {
  return correction.kind === 'excluded_period';
}

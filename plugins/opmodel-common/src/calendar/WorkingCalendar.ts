import { listHolidays, weekdays, type WorkingDays } from './workingDays';
import { ZoneMidnights } from './ZoneMidnights';

/** A day in UTC. Milliseconds. */
const DAY = 86_400_000;

const { firstDay } = ZoneMidnights;

/** The place of 2100-01-01 among the days that are told apart: no fact lies later. */
const END = Date.UTC(2100, 0, 1) / DAY - firstDay;

/**
 * Measures spans in working time: the part of a span that lies on working days of a zone. A working day counts from midnight to
 * midnight, so it has 24 hours, and 23 or 25 where the clocks change: nobody has to agree on office hours.
 *
 * How much was worked until the beginning of each day is summed up once, so that a span costs two look-ups, however long it is.
 * Before 1970 and from 2100 on all time counts.
 */
export class WorkingCalendar {
  readonly days: WorkingDays;
  readonly #midnights: ZoneMidnights;
  /** The working days of the week, Monday first. */
  readonly #isWorking: readonly boolean[];
  /** Holidays by the days since 1970. */
  readonly #holidays: ReadonlySet<number>;
  /** Working milliseconds from the first day that is told apart to the beginning of each. */
  readonly #worked: number[] = [0];

  /**
   * @param zone - IANA zone in which days begin
   */
  constructor(zone: string, days: WorkingDays) {
    this.days = days;
    this.#midnights = ZoneMidnights.of(zone);
    this.#isWorking = weekdays.map(day => days.weekdays.includes(day));
    this.#holidays = new Set(
      listHolidays(days).map(day => Date.parse(`${day}T00:00:00Z`) / DAY),
    );
  }

  /**
   * The seconds of a span that lie on working days; 0 for one that lies wholly on days off.
   *
   * @param from - epoch milliseconds
   * @param to - epoch milliseconds
   * @returns seconds with their fraction; below zero for a span that ends before it begins
   */
  workingSeconds(from: number, to: number): number {
    return (this.#workedUntil(to) - this.#workedUntil(from)) / 1000;
  }

  /**
   * The earliest instant from which on no more than so many working seconds pass until another: whatever began before it took longer.
   *
   * @param to - epoch milliseconds
   * @returns epoch milliseconds
   */
  earliestStart(to: number, seconds: number): number {
    const target = this.#workedUntil(to) - seconds * 1000;
    // The last day before which less was worked than that.
    let low = 0;
    let high = this.#worked.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#worked[middle] < target) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const day = Math.max(0, low - 1);
    return this.#midnights.startOf(day) + (target - this.#worked[day]);
  }

  /** Milliseconds from the first day to an instant, without days off. */
  #workedUntil(instant: number): number {
    const midnights = this.#midnights;
    let day = Math.min(Math.floor(instant / DAY) - firstDay, END);
    if (day < 1) {
      return instant - midnights.startOf(0);
    }
    // In a zone, a day begins up to a day before or after the one in UTC.
    while (midnights.startOf(day) > instant) {
      day -= 1;
    }
    while (day < END && midnights.startOf(day + 1) <= instant) {
      day += 1;
    }
    this.#sumUntil(day);
    const counts = day === END || this.#counts(day);
    return this.#worked[day] + (counts ? instant - midnights.startOf(day) : 0);
  }

  #sumUntil(last: number): void {
    for (let day = this.#worked.length; day <= last; day += 1) {
      const start = this.#midnights.startOf(day - 1);
      this.#worked.push(
        this.#worked[day - 1] +
          (this.#counts(day - 1) ? this.#midnights.startOf(day) - start : 0),
      );
    }
  }

  /** Whether a day counts, by its place among those that are told apart. */
  #counts(place: number): boolean {
    const day = place + firstDay;
    // 1970 began on a Thursday.
    const weekday = (((day + 3) % 7) + 7) % 7;
    return this.#isWorking[weekday] && !this.#holidays.has(day);
  }
}

import {
  addDays,
  countDays,
  type FlowDefinition,
  type Forecast,
  forecastHowManyInPortions,
  forecastRules,
  forecastWhenInPortions,
} from '@opmodel/backstage-plugin-opmodel-common';
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ComponentSelection } from '../../catalog/ComponentSelection';
import type { FlowStore } from '../FlowStore';

/** Facts of a day still arrive on the day after it. */
export const SCORED_AFTER_DAYS = 2;

/** What a forecast is drawn from: the days before the one on which it is made. */
export interface ForecastHistory {
  from: string;
  to: string;
  /** Items completed on each day, the days without any included. */
  dailyThroughput: number[];
  completed: number;
  zeroDays: number;
}

/** A number from 0 to 2^32 − 1 that everybody gets for the same scope on the same day. */
export function seedOf(scopeRef: string, day: string): number {
  return createHash('sha256')
    .update(`${scopeRef} ${day}`)
    .digest()
    .readUInt32BE();
}

/**
 * Reads the history that a forecast of a day draws from. A component that is younger than the history has a shorter one: before its
 * first item nothing could be completed.
 *
 * @param firstItemDay - of the selection; null where there is none
 */
export async function readForecastHistory(
  store: Pick<FlowStore, 'countCompletedByDay'>,
  request: {
    calculation: string;
    selection: ComponentSelection;
    /** ISO day on which the forecast is made. */
    day: string;
    firstItemDay: string | null;
  },
): Promise<ForecastHistory> {
  const to = addDays(request.day, -1);
  const longest = addDays(request.day, -forecastRules.historyDays);
  const { firstItemDay } = request;
  const from =
    firstItemDay !== null && firstItemDay > longest && firstItemDay <= to
      ? firstItemDay
      : longest;
  const byDay = await store.countCompletedByDay(
    request.calculation,
    request.selection,
    { from, to },
  );
  const dailyThroughput = Array.from(
    { length: countDays(from, to) },
    (_, index) => byDay.get(addDays(from, index)) ?? 0,
  );
  return {
    from,
    to,
    dailyThroughput,
    completed: dailyThroughput.reduce((sum, count) => sum + count, 0),
    zeroDays: dailyThroughput.filter(count => count === 0).length,
  };
}

/** Whether so much is known that a forecast can be made and trusted. */
export function forecastState(
  { completed }: ForecastHistory,
  { minimumForecastItems }: FlowDefinition,
): Forecast['state'] {
  if (completed === 0) {
    return 'no_data';
  }
  return completed < minimumForecastItems ? 'thin' : 'ok';
}

/**
 * When so many items will be done.
 *
 * @param startDay - ISO day, the first on which something may be done
 */
export async function tellWhen(
  { dailyThroughput }: Pick<ForecastHistory, 'dailyThroughput'>,
  options: { items: number; startDay: string; seed: number },
): Promise<NonNullable<Forecast['when']>> {
  const bounds = await inTurns(
    forecastWhenInPortions({ dailyThroughput, ...options }),
  );
  return { items: options.items, percentiles: bounds ?? [] };
}

/**
 * How many items will be done from a day on, by another one, both included.
 *
 * @param startDay - ISO day, the first on which something may be done
 */
export async function tellHowMany(
  { dailyThroughput }: Pick<ForecastHistory, 'dailyThroughput'>,
  options: { by: string; startDay: string; seed: number },
): Promise<NonNullable<Forecast['howMany']>> {
  const { by, startDay, seed } = options;
  const days = countDays(startDay, by);
  const bounds = await inTurns(
    forecastHowManyInPortions({ dailyThroughput, days, seed }),
  );
  return { by, days, percentiles: bounds ?? [] };
}

/** Lets other requests have their turn between the portions: together they take up to a second. */
export async function inTurns<T>(portions: Generator<void, T>): Promise<T> {
  let portion = portions.next();
  while (!portion.done) {
    await setImmediate();
    portion = portions.next();
  }
  return portion.value;
}

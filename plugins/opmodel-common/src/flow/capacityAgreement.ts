import { addDays, countDays } from '../calendar/days';
import type { CapacitySplit } from './flowDefinition';
import { workCategories } from './flowFacts';

/** How capacity is to be split from a day on, with spans of days for which something else was agreed. */
export interface CapacityAgreement {
  /** Scope that agreed, an entity ref. */
  scopeRef: string;
  /** First ISO day. It lasts until the next agreement of the scope. */
  from: string;
  split: CapacitySplit;
  note: string | null;
  exceptions: readonly CapacityException[];
}

/** Days for which another split was agreed. */
export interface CapacityException {
  /** First and last ISO day, both included. */
  from: string;
  to: string;
  split: CapacitySplit;
  reason: string;
}

/** The split that holds over a window. */
export interface SplitInForce {
  split: CapacitySplit;
  /** The agreement that holds on the last day; null: none, and the split is the default one. */
  agreement: CapacityAgreement | null;
  /** The exception that holds on a day of the window, the latest of several. */
  exception: CapacityException | null;
}

/**
 * The split that was agreed for a window: the mean of the splits of its days, so that an exception of ten days moves the target of
 * ninety by a ninth. A day follows the latest exception that holds on it, else the latest agreement, else the default; a split
 * that says nothing of a category asks nothing for it on that day.
 *
 * An exception holds on all of its days, also when a new agreement begins within them: what was agreed for a move of the data centre
 * is not over because the next quarter begins. To end it, its last day is changed.
 *
 * @param agreements - of one scope, in any order
 * @param window - first and last ISO day, both included
 */
export function splitInForce(
  agreements: readonly CapacityAgreement[],
  window: { from: string; to: string },
  defaultSplit: CapacitySplit,
): SplitInForce {
  const ordered = [...agreements].sort((a, b) => (a.from < b.from ? -1 : 1));
  const days = countDays(window.from, window.to);
  const daysOf = new Map<CapacitySplit, number>();
  let exception: CapacityException | null = null;
  let agreement: CapacityAgreement | null = null;

  for (let offset = 0; offset < days; offset += 1) {
    const day = addDays(window.from, offset);
    const begun = ordered.filter(({ from }) => from <= day);
    agreement = begun.at(-1) ?? null;
    const excepted = latestException(begun, day);
    exception = excepted ?? exception;
    const split = excepted?.split ?? agreement?.split ?? defaultSplit;
    daysOf.set(split, (daysOf.get(split) ?? 0) + 1);
  }
  return { split: meanSplit(daysOf, days), agreement, exception };
}

/** A split that holds on all days comes out as it is, to the last digit. */
function meanSplit(
  daysOf: ReadonlyMap<CapacitySplit, number>,
  days: number,
): CapacitySplit {
  const mean: CapacitySplit = {};
  for (const [split, count] of daysOf) {
    for (const category of workCategories) {
      if (category !== 'unclassified' && split[category] !== undefined) {
        mean[category] =
          (mean[category] ?? 0) + split[category] * (count / days);
      }
    }
  }
  return mean;
}

/** Of several that begin on one day, the one of the latest agreement. */
function latestException(
  agreements: readonly CapacityAgreement[],
  day: string,
): CapacityException | null {
  return agreements
    .flatMap(({ exceptions }) => exceptions)
    .filter(({ from, to }) => from <= day && day <= to)
    .reduce<CapacityException | null>(
      (latest, exception) =>
        latest === null || exception.from >= latest.from ? exception : latest,
      null,
    );
}

import type { KeptForecast } from '@opmodel/backstage-plugin-opmodel-common';

/** A forecast as it is kept when it is made. */
export interface NewForecast {
  scopeRef: string;
  /** ISO day; it was made from what was known at its beginning. */
  madeOn: string;
  /** ISO day at the end of which it is known what came. */
  dueOn: string;
  kind: KeptForecast['kind'];
  /** `how_many`: days that it looks ahead. `when`: 0. */
  horizon: number;
  /** `when`: the items that were open. */
  items: number | null;
  percentiles: KeptForecast['percentiles'];
  /** With it, the same history gives the same forecast. */
  seed: number;
  /** The calculation whose rows it was made from. */
  calculation: string;
}

/** A forecast with what came true. */
export interface ForecastRecord extends NewForecast {
  id: string;
  /** Epoch milliseconds. */
  madeAt: number;
  /** A number of items, or a day; null while it is not scored, and where the items were not done by the day on which it was due. */
  outcome: string | number | null;
  /** Nothing of the scope was left to count when it was due, so that nobody knows whether it came true. */
  uncounted: boolean;
  /** The lowest confidence whose bound held; null where none did. */
  metConfidence: number | null;
  /** Epoch milliseconds; null while it is not due. */
  scoredAt: number | null;
}

/** What came of a forecast. */
export type ForecastOutcome = Pick<
  ForecastRecord,
  'outcome' | 'uncounted' | 'metConfidence'
>;

/** Position in the list of forecasts, newest first. */
export interface ForecastPosition {
  madeOn: string;
  id: string;
}

/**
 * Keeps forecasts as they were made, so that they can be held against what came. What is kept is never written again, except
 * for its outcome, once.
 *
 * A kept forecast stands for all members of its scope, so it is for those who see all of them; the reader of the store has to
 * know that.
 */
export interface ForecastStore {
  /**
   * Keeps forecasts that nobody has kept yet: of one scope, day, kind and horizon the first one stays.
   *
   * @param options - `now` in epoch milliseconds
   */
  keep(
    forecasts: readonly NewForecast[],
    options: { now: number },
  ): Promise<void>;

  /** The scopes for which a forecast of a day is kept. */
  listScopesMadeOn(day: string): Promise<Set<string>>;

  /** Forecasts that are due by the end of a day and have no score, those due first at the front. */
  listDue(day: string, limit: number): Promise<ForecastRecord[]>;

  /**
   * Writes what came of a forecast; one that is scored stays as it is.
   *
   * @param options - `now` in epoch milliseconds
   */
  score(
    id: string,
    score: ForecastOutcome,
    options: { now: number },
  ): Promise<void>;

  /** One page of the forecasts of a scope, newest first. */
  list(
    scopeRef: string,
    page: { limit: number; after?: ForecastPosition },
  ): Promise<{ items: ForecastRecord[]; total: number }>;

  /** The scored forecasts of a scope that were made from a day on. */
  listScored(scopeRef: string, since: string): Promise<ForecastRecord[]>;

  /**
   * Forgets scored forecasts that were made before a day, the oldest first. What is not scored stays, however old.
   *
   * @returns how many
   */
  deleteMadeBefore(day: string, limit: number): Promise<number>;
}

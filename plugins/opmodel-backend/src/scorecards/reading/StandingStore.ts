import type { StoredScorecard } from '../definitions/ScorecardStore';
import type { ScorecardResult } from '../evaluation/ResultStore';

/** A scorecard that holds, with where an entity stands on it. */
export interface HeldStanding {
  scorecard: StoredScorecard;
  /** Null: it was not evaluated for the entity. */
  result: ScorecardResult | null;
}

/** Reads where one entity stands, with one question. */
export interface StandingStore {
  /**
   * All scorecards that hold, ordered by ref, whoever asks.
   *
   * @returns `waiting`: something is known of the entity that is not evaluated yet
   */
  read(
    entityRef: string,
  ): Promise<{ scorecards: HeldStanding[]; waiting: boolean }>;
}

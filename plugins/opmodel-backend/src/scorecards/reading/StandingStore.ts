import type { StoredScorecard } from '../definitions/ScorecardStore';
import type { ScorecardResult } from '../evaluation/ResultStore';
import type { KnownFacts } from '../facts/FactStore';

/** A scorecard that holds, with where an entity stands on it. */
export interface HeldStanding {
  scorecard: StoredScorecard;
  /** Null: it was not evaluated for the entity. */
  result: ScorecardResult | null;
}

/** Everything that is stored of where one entity stands. */
export interface EntityStandings {
  /** All that hold, ordered by ref. */
  scorecards: HeldStanding[];
  /** What registered providers tell of it, in order of the provider. */
  facts: KnownFacts[];
  /** Something is known of the entity that is not evaluated yet. */
  waiting: boolean;
  /** Something of it is excused from a check, or asked to be; whether that may be seen, and still holds, is another question. */
  isExcused: boolean;
}

/** Reads where one entity stands, with one question. */
export interface StandingStore {
  /** Whoever asks: what of it may be seen is found out by the caller. */
  read(entityRef: string): Promise<EntityStandings>;
}

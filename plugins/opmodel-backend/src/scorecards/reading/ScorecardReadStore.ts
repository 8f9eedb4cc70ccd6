import type {
  ReplayedResult,
  VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ComponentFilter } from '../../catalog/ComponentSelection';
import type { Visibility } from '../../catalog/Visibility';
import type { ResultChange } from '../evaluation/ResultStore';

/** Which entities are looked at, each once. Those of a kind that nothing is asked of are none of them. */
export interface ScorecardSelection {
  filter?: ComponentFilter;
  /** Lower case; absent: all that can be scored. */
  kind?: string;
  visibility: Visibility;
}

/** What a row of a heat map is. */
export type ScorecardGrouping =
  | { by: 'owner' | 'system' | 'domain' | 'tier' }
  /** These scopes, each with all that counts in it today; an entity may count in several. */
  | { by: 'scope'; scopeRefs: readonly string[] }
  /** One row of what counts in none of these scopes, and is owned by none of these owners themselves. */
  | {
      by: 'rest';
      scopeRefs: readonly string[];
      ownerRefs: readonly string[];
    };

/** Results of a scorecard at one level. */
export interface StateGroup {
  scorecardRef: string;
  /** 0: the empty level. */
  rank: number;
  entities: number;
  /** The short texts of their states, one behind the other with a comma between. */
  states: string;
  /** When the oldest of them was evaluated first, epoch milliseconds. */
  firstAt: number;
  /** When the newest of them changed, epoch milliseconds. */
  changedAt: number;
}

/** A level of a scorecard that an entity may be at. */
export interface LevelOfScorecard {
  scorecardRef: string;
  /** 0: the empty level. */
  rank: number;
}

/** What a list of entities is ordered by. */
export const scoredEntityOrders = [
  'name',
  'level',
  'passing',
  'failed',
  'since',
  'tier',
] as const;
export type ScoredEntityOrder = (typeof scoredEntityOrders)[number];

/** What of a scorecard matters to where it comes in a list. */
export interface ListedScorecard {
  ref: string;
  /** Of its highest level; 0: it has none. */
  highestRank: number;
  countsToOverall: boolean;
}

/** Position in a list of entities. */
export interface ScoredPosition {
  /** What is not known comes last. */
  value: string | number | null;
  ref: string;
}

/** One page of entities. */
export interface ScoredListRequest {
  /** Of several, each entity is listed with the one that holds it back: the one at the lowest share of its levels, of those that count. */
  scorecards: readonly ListedScorecard[];
  rank?: number;
  /** Only entities that are asked this check; with a state, only those of that state. */
  check?: { slot: number; state?: VerdictState };
  order: ScoredEntityOrder;
  descending: boolean;
  limit: number;
  after?: ScoredPosition;
}

/** An entity as the snapshot has it. */
export interface NamedEntity {
  entityRef: string;
  title: string;
  kind: string;
  ownerRef: string | null;
  tier: string | null;
}

/** An entity with where it stands. */
export interface ScoredRow extends NamedEntity {
  scorecardRef: string;
  rank: number;
  /** Epoch milliseconds. */
  levelSince: number;
  /** One letter for each slot. */
  states: string;
  position: ScoredPosition;
}

/** A row of a matrix. */
export interface StatesRow extends NamedEntity {
  rank: number;
  states: string;
  position: { name: string; ref: string };
}

/** A result of the past that is to be found again, with when the catalog lost its entity. */
export interface PastRow extends ReplayedResult {
  /** Epoch milliseconds; null: it has it still. */
  goneAt: number | null;
}

/** Where a change stands among those of an entity. */
export interface ChangePosition {
  at: number;
  id: number;
}

/** A change with its place. */
export interface ListedChange extends ResultChange {
  position: ChangePosition;
}

/** An entity whose level on a scorecard fell and is not back. */
export interface LostLevel extends Omit<NamedEntity, 'kind' | 'tier'> {
  scorecardRef: string;
  /** The highest that it had in the time that is looked at. */
  rankBefore: number;
  rank: number;
  /** When it fell last, epoch milliseconds. */
  lostAt: number;
}

/**
 * Reads results for people. Every read is limited to entities that the selection's visibility lets through and to the scorecards that
 * are named, which are those that the caller may see. An entity that the catalog no longer has is in none of them, but where a
 * method says so.
 */
export interface ScorecardReadStore {
  /** Entities of a selection. */
  countEntities(selection: ScorecardSelection): Promise<number>;

  /** Those of which any of the scorecards asks something. */
  countScored(
    selection: ScorecardSelection,
    scorecardRefs: readonly string[],
  ): Promise<number>;

  /** The states of a selection by scorecard and level, ordered by both. */
  listStates(
    selection: ScorecardSelection,
    scorecardRefs: readonly string[],
  ): Promise<StateGroup[]>;

  /** The states of a selection on one scorecard by what the entities belong to, and by level. `key` null: to none. */
  listStatesBy(
    selection: ScorecardSelection,
    scorecardRef: string,
    grouping: ScorecardGrouping,
  ): Promise<(StateGroup & { key: string | null })[]>;

  /**
   * How many entities have each of these levels as their weakest: each entity counts once, with the first of those that it is at.
   *
   * @param levels - the weakest first, each once
   * @returns in the order of the levels
   */
  countWeakest(
    selection: ScorecardSelection,
    levels: readonly LevelOfScorecard[],
  ): Promise<number[]>;

  list(
    selection: ScorecardSelection,
    request: ScoredListRequest,
  ): Promise<{ items: ScoredRow[]; total: number }>;

  /** Entities of one scorecard with all their states, by name. */
  listMatrix(
    selection: ScorecardSelection,
    request: {
      scorecardRef: string;
      limit: number;
      after?: StatesRow['position'];
    },
  ): Promise<{ items: StatesRow[]; total: number }>;

  /**
   * Results of a selection on one scorecard that are new or changed after an instant, also those of which nothing is asked any more,
   * ordered by entity.
   *
   * @param options - `since`: epoch milliseconds; `withGone`: also of entities that the catalog lost since, as they were then
   */
  listTouched(
    selection: ScorecardSelection,
    scorecardRef: string,
    options: { since: number; withGone: boolean },
  ): Promise<PastRow[]>;

  /** How they changed after an instant, epoch milliseconds, the oldest first. */
  listChanges(
    selection: ScorecardSelection,
    scorecardRef: string,
    options: { since: number; withGone: boolean },
  ): Promise<ResultChange[]>;

  /** How the results of an entity that was found visible changed, the latest first. */
  listEntityChanges(
    entityRef: string,
    scorecardRefs: readonly string[],
    page: { limit: number; after?: ChangePosition },
  ): Promise<ListedChange[]>;

  /** Entities whose level fell after an instant, epoch milliseconds, and is not back; ordered by entity, then by scorecard. */
  listLostLevels(
    selection: ScorecardSelection,
    scorecardRefs: readonly string[],
    options: { since: number },
  ): Promise<LostLevel[]>;

  /** A text that differs whenever the levels or the states of any result do. */
  revision(): Promise<string>;
}

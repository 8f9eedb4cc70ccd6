import type {
  DebtCategory,
  DebtSeverity,
  DebtSuggestion,
  FoundSuggestion,
  SuggestionSource,
  SuggestionState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { SuggestionPart } from '@opmodel/backstage-plugin-opmodel-node';
import type { Visibility } from '../../catalog/Visibility';

/** Where a suggestion stands for people: `gone` is what nobody decided and is not found any more. */
export const suggestionStandings = [
  'open',
  'dismissed',
  'promoted',
  'gone',
] as const;

/** Where a suggestion stands for people. */
export type SuggestionStanding = (typeof suggestionStandings)[number];

/** A suggestion with the id by which people speak of it. */
export interface KeptSuggestion extends DebtSuggestion {
  id: string;
}

/** What a source found of entities. */
export interface SuggestionLook {
  source: SuggestionSource;
  /** Epoch milliseconds. */
  at: number;
  /** Refs of the entities of which all there is was found. */
  lookedAt: readonly string[];
  found: readonly FoundSuggestion[];
  /** Fingerprints of what is there and was not told. */
  leftOut: readonly string[];
  /** What it speaks for: of others nothing is gone, and others may have looked later. Absent: all that the source suggests. */
  part?: SuggestionPart;
}

/**
 * Which suggestions are looked at. One is seen by whoever may see its entity and the document that its words speak of: the scorecard of
 * a check, an SLO.
 */
export interface SuggestionSelection {
  visibility: Visibility;
  standings?: readonly SuggestionStanding[];
  sources?: readonly SuggestionSource[];
  entityRef?: string;
  /** Those whose entity counts in this scope today: a system, a domain or a group, itself included. `org`: all. */
  scopeRef?: string;
  /** Those whose entity is owned by exactly one of these. */
  ownerRefs?: readonly string[];
  categories?: readonly DebtCategory[];
  severities?: readonly DebtSeverity[];
  /** Words that the title or the description holds, each of them, in any case, also as parts of words. */
  text?: string;
  /** Those that were promoted to this item. */
  itemId?: string;
}

/**
 * What suggestions are ordered by. Those without a value come last, whatever the direction; those that are equal are in the order of their
 * ids, which goes in the direction of the order.
 */
export type SuggestionOrder =
  | 'severity'
  | 'since'
  | 'firstSeen'
  | 'title'
  | 'entity';

/** Where a page begins. */
export interface SuggestionPosition {
  value: string | number | null;
  id: string;
}

/** Keeps what sources found and what people made of it. Instants are epoch milliseconds. */
export interface SuggestionStore {
  /**
   * Takes in what was found, as `mergeSuggestions` says, in one transaction. The same look twice changes nothing the second time, and
   * what is older than the last complete look at an entity changes nothing of that entity. What people decide meanwhile stays.
   *
   * @returns how many are new
   */
  merge(look: SuggestionLook): Promise<{ added: number }>;

  /** Marks as gone what is suggested of entities that the catalog has lost. */
  endOfRemoved(options: { now: number }): Promise<void>;

  /** Undefined: there is none, or it may not be seen. */
  get(id: string, visibility: Visibility): Promise<KeptSuggestion | undefined>;

  /**
   * Keeps what somebody made of a suggestion, unless somebody was faster.
   *
   * @param from - what is made of it until now
   * @returns whether that was still so
   */
  decide(
    id: string,
    change: { from: SuggestionState; to: SuggestionState },
  ): Promise<boolean>;

  /** @throws InputError when the position cannot be one of the order */
  list(
    selection: SuggestionSelection,
    page: {
      order: SuggestionOrder;
      descending: boolean;
      limit: number;
      after?: SuggestionPosition;
    },
  ): Promise<{
    items: { suggestion: KeptSuggestion; position: SuggestionPosition }[];
    total: number;
  }>;

  /** How many of a selection there are of each source that has any. */
  countBySource(
    selection: SuggestionSelection,
  ): Promise<ReadonlyMap<SuggestionSource, number>>;

  /** Deletes what nobody decided and has been gone since before an instant, and looks at entities that are gone; at most so many. */
  deleteGone(options: { before: number; limit: number }): Promise<number>;
}

/** Where a suggestion stands. */
export function standingOf({
  state,
  staleSince,
}: Pick<DebtSuggestion, 'state' | 'staleSince'>): SuggestionStanding {
  if (state.type !== 'new') {
    return state.type;
  }
  return staleSince === null ? 'open' : 'gone';
}

import type {
  CampaignScope,
  PairHistory,
  PairStanding,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { NamedEntity } from '../reading/ScorecardReadStore';

/** Pairs of entity and check that a campaign asks for. */
export interface PairSelection {
  scorecardRef: string;
  /** With the place of each among the states of results. */
  checks: readonly { id: string; slot: number }[];
  /** Values of one list are alternatives; lists are combined by AND. */
  scope: CampaignScope;
  /** Only of what these own, with the groups below them or without. */
  owners?: { refs: string[]; descendants: boolean };
  visibility: Visibility;
}

/** Where the checks of a selection stand, in their order; null: it is not asked. */
export type Standings = readonly (PairStanding | null)[];

/** Entities of one owner that stand alike. */
export interface StandingGroup {
  /** Null: nobody owns them. */
  ownerRef: string | null;
  standings: Standings;
  entities: number;
}

/** Place in the list of entities: those with most open come first, then by name. */
export interface PairPosition {
  open: number;
  name: string;
  ref: string;
}

/** An entity of which a campaign asks something. */
export interface PairEntity extends NamedEntity {
  standings: Standings;
  position: PairPosition;
}

/** How the pairs of an entity came to stand as they do. */
export interface PairEntityHistory {
  entityRef: string;
  ownerRef: string | null;
  /** Of each check of the selection. */
  histories: readonly PairHistory[];
}

/** Reads where pairs of entity and check stand, of what may be seen alone. Entities of which nothing is asked are left out. */
export interface CampaignPairStore {
  /** How many entities stand how, ordered by owner and standings. */
  countStandings(selection: PairSelection): Promise<StandingGroup[]>;

  /**
   * @param page - `standing`: only entities of which any check stands so
   */
  list(
    selection: PairSelection,
    page: { standing?: PairStanding; limit: number; after?: PairPosition },
  ): Promise<{ items: PairEntity[]; total: number }>;

  /**
   * Ordered by entity; also of entities of which nothing is asked any more.
   *
   * @param since - from when on all changes are told, epoch milliseconds; of earlier ones, those that say what stood then
   */
  listHistories(
    selection: PairSelection,
    since: number,
  ): Promise<PairEntityHistory[]>;
}

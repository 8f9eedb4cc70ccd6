import type {
  CampaignDates,
  CampaignEmphasis,
  CampaignScope,
} from '@opmodel/backstage-plugin-opmodel-common';

/** What somebody says of a campaign. Instants are epoch milliseconds. */
export interface CampaignContents {
  title: string;
  /** Markdown: why, and for whom. */
  description: string | null;
  ownerRef: string;
  scorecardRef: string;
  emphasis: CampaignEmphasis;
  scope: CampaignScope;
  isDraft: boolean;
  /** When its first day begins. */
  startsAt: number;
  /** When its last day is over. */
  targetAt: number;
  /** How often owners of what is open hear of it; 0: never. */
  remindEveryDays: number;
}

/** A campaign as it is kept. */
export interface CampaignRecord extends CampaignContents, CampaignDates {
  id: string;
  /** Why it was ended or put away; null: nobody said. */
  endedNote: string | null;
  /** Grows with each change, from 1. */
  revision: number;
  createdBy: string;
  createdAt: number;
  updatedBy: string;
  updatedAt: number;
}

/** Keeps campaigns. Who may read which is decided by whoever asks for them: it depends on all that a campaign names. */
export interface CampaignStore {
  create(campaign: CampaignRecord): Promise<void>;

  get(id: string): Promise<CampaignRecord | undefined>;

  /**
   * Campaigns, ordered by their target dates, then by id.
   *
   * @param filter - `ownerRefs`: exactly these owners; `isRunning`: neither a draft, nor ended, nor put away, and begun at that moment
   */
  list(filter: {
    ownerRefs?: readonly string[];
    scorecardRef?: string;
    isRunning?: { now: number };
  }): Promise<CampaignRecord[]>;

  /**
   * Replaces a campaign by its next revision.
   *
   * @returns whether the revision before was still the one that holds
   */
  replace(campaign: CampaignRecord): Promise<boolean>;
}

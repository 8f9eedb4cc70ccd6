import type { JsonObject } from '@backstage/types';

/** What somebody is working on. Instants are epoch milliseconds. */
export interface ScorecardDraftRecord {
  id: string;
  /** Ref of the scorecard that it becomes. */
  scorecardRef: string;
  /** The `spec`, as it was written. */
  spec: JsonObject;
  /** Who is to answer for the scorecard; null: it does not say. */
  ownerRef: string | null;
  /** The version that it was begun from; null: a new scorecard. */
  basedOn: number | null;
  /** Grows with each save, from 1. */
  revision: number;
  createdBy: string;
  createdAt: number;
  updatedBy: string;
  updatedAt: number;
}

/** Keeps drafts of scorecards. There is at most one for each scorecard, so that nobody's work is overwritten when it is published. */
export interface ScorecardDraftStore {
  /** @throws ConflictError when there is a draft of that scorecard already */
  add(draft: ScorecardDraftRecord): Promise<void>;

  /** Ordered by the scorecard's ref. */
  list(): Promise<ScorecardDraftRecord[]>;

  get(id: string): Promise<ScorecardDraftRecord | undefined>;

  /**
   * Keeps a draft.
   *
   * @param change - `revision`: that was read
   * @returns undefined where there is none of that revision any more
   */
  save(
    id: string,
    change: {
      revision: number;
      spec: JsonObject;
      ownerRef: string | null;
      updatedBy: string;
      updatedAt: number;
    },
  ): Promise<ScorecardDraftRecord | undefined>;

  /** Throws a draft away. One that is gone already does no harm. */
  delete(id: string): Promise<void>;
}

/** What is said where somebody begins a second draft. */
export function alreadyDrafted(scorecardRef: string): string {
  return `There is a draft of ${scorecardRef} already, which somebody is working on`;
}

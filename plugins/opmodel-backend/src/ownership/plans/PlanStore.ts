import type { PlanChange } from '@opmodel/backstage-plugin-opmodel-common';

/** What somebody saves of a plan. */
export interface PlanContents {
  name: string;
  /** As they were read, with refs in full and numbers of people. */
  changes: readonly PlanChange[];
  /** Refs of the users who may read it beside whoever saved it, in lower case and in order. */
  readerRefs: readonly string[];
  /** The last ISO day on which it is there, in the configured zone. */
  expiresOn: string;
}

/** A plan as it is kept. Instants are epoch milliseconds. */
export interface PlanRecord extends PlanContents {
  id: string;
  /** Ref of a user. */
  createdBy: string;
  createdAt: number;
  updatedBy: string;
  updatedAt: number;
  /** 1 at first. */
  version: number;
}

/** Who asks for plans, and on which ISO day: what expired before it is not there any more. */
export interface PlanReader {
  /** Ref of a user, in lower case. */
  person: string;
  today: string;
}

/**
 * Keeps plans. Whoever did not save a plan and is not named in it as a reader is answered as if it were not there, by the same
 * statement.
 */
export interface PlanStore {
  create(plan: PlanRecord): Promise<void>;

  get(id: string, reader: PlanReader): Promise<PlanRecord | undefined>;

  /**
   * The plans that somebody may read, newest change first.
   *
   * @param page - `after`: position of the last plan of the page before
   */
  list(
    reader: PlanReader,
    page: { limit: number; after?: { updatedAt: number; id: string } },
  ): Promise<{ items: PlanRecord[]; total: number }>;

  /** How many plans of somebody are there. */
  countOf(reader: PlanReader): Promise<number>;

  /**
   * Replaces a plan that whoever asks has saved.
   *
   * @param change - `version`: which is to be replaced
   * @returns whether there was such a version
   */
  update(
    id: string,
    contents: PlanContents,
    change: PlanReader & { version: number; now: number },
  ): Promise<boolean>;

  /** Deletes a plan that whoever asks has saved. */
  delete(id: string, reader: PlanReader): Promise<boolean>;

  /**
   * Deletes plans that expired before a day.
   *
   * @returns how many
   */
  deleteExpired(today: string): Promise<number>;
}

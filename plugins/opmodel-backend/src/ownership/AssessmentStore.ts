import type {
  AssessedRung,
  OwnershipDefinition,
  OwnershipGap,
} from '@opmodel/backstage-plugin-opmodel-common';

/** How well one entity is owned, as it is kept. Instants are epoch milliseconds. */
export interface AssessedState {
  entityRef: string;
  /** The primary owner; null: none. */
  ownerRef: string | null;
  tier: string | null;
  /** Rungs reached, 0 to 7. */
  reached: number;
  /** The gravest first. */
  gaps: readonly OwnershipGap[];
  rungs: readonly AssessedRung[];
  /** When the present owner last confirmed it. */
  verifiedAt: number | null;
  /** Until when that holds. */
  expiresAt: number | null;
}

/** How far the assessment has come. */
export interface AssessmentProgress {
  /** Grows with every assessment. */
  revision: number;
  /** When everything was last assessed, epoch milliseconds; null: never. */
  assessedAt: number | null;
  /** The ISO day on which that was. */
  day: string | null;
  /** Of the definition that it followed. */
  hash: string | null;
}

/** One assessment, of some entities or of all. */
export interface Assessment {
  states: readonly AssessedState[];
  /** What was to be assessed; absent: everything. What is here and not in `states` is not to be owned any more. */
  refs?: readonly string[];
  /** The revision before which the facts were read. */
  basis: number;
  definition: OwnershipDefinition;
  hash: string;
  /** ISO day in the configured zone. */
  day: string;
  /** Epoch milliseconds. */
  now: number;
}

/** What the assessor reads and writes. */
export interface AssessmentStore {
  progress(): Promise<AssessmentProgress>;

  /**
   * When the present owner of entities last confirmed them, since he owns them. Epoch milliseconds, by entity ref.
   *
   * @param refs - absent: of all entities
   */
  listConfirmations(
    refs?: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;

  /**
   * Entities that their present owner confirmed in the portal after what is known of them, since the assessment that followed
   * failed; ordered by ref.
   */
  listUnassessed(): Promise<string[]>;

  /** How entities are owned now; those that are not to be owned are missing. */
  listStates(refs: readonly string[]): Promise<AssessedState[]>;

  /**
   * Keeps what differs from what is known: a span ends and another begins where the ladder, the owner or the tier differ; new
   * evidence alone replaces the evidence. A gap that is closed takes its date with it.
   *
   * @returns how many entities differ; undefined where another assessment came in between, in which case nothing was written
   */
  keep(assessment: Assessment): Promise<number | undefined>;

  /**
   * Deletes spans that ended before a day.
   *
   * @param limit - at most so many rows
   * @returns how many rows were deleted
   */
  deleteEndedBefore(day: string, limit: number): Promise<number>;
}

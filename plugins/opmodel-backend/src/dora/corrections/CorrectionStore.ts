import type { RecordKey } from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';

/** What a person decides about the facts of a component. Fields that its kind does not have are null. */
export interface Decision {
  id: string;
  entityRef: string;
  kind:
    | 'failure_link'
    | 'deployment_failed'
    | 'deployment_planned'
    | 'excluded_period';
  /** Of a failure link. */
  incident: RecordKey | null;
  /** What a verdict is about; null in a failure link: no deployment caused the incident. */
  deployment: RecordKey | null;
  failed: boolean | null;
  planned: boolean | null;
  /** First and last ISO day of a period, both included. */
  from: string | null;
  to: string | null;
  cause: 'freeze' | 'migration' | 'other' | null;
  reason: string;
  /** Entity ref of a user. */
  decidedBy: string;
}

/** A decision on record. Instants are epoch milliseconds. */
export interface Correction extends Decision {
  /** Differs among the corrections of an entity; of two about the same thing, the later one wins. */
  recordedAt: number;
  undone: { at: number; by: string; reason: string } | null;
}

/**
 * Whether a correction counts: it does while nobody has taken it back and no later one, which nobody has taken back either, is
 * about the same thing.
 */
export type CorrectionState = 'active' | 'superseded' | 'undone';

/** A correction as it stands now. */
export interface StatedCorrection extends Correction {
  state: CorrectionState;
}

/** How many corrections an entity may have that nobody has taken back. */
export const MAXIMUM_CORRECTIONS = 1_000;

/** The corrections that count, for whoever shows the rows they are about. */
export interface CorrectionReader {
  /** Active corrections of entities, oldest first, by entity ref; an entity without any is not there. */
  listActive(
    entityRefs: Iterable<string>,
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, StatedCorrection[]>>;
}

/**
 * Keeps what people decided about facts. Nothing is ever overwritten: which corrections count follows from what is on record.
 *
 * Whoever adds or takes back has already made sure that the person may correct the entity.
 */
export interface CorrectionStore extends CorrectionReader {
  /**
   * Records a decision and asks for the numbers of its entity to be computed again, both or neither.
   *
   * @param options - `now` in epoch milliseconds
   * @throws ConflictError when the entity has too many
   */
  add(decision: Decision, options: { now: number }): Promise<StatedCorrection>;

  /**
   * Takes a correction back and asks for the numbers of its entity to be computed again, both or neither. What it had superseded
   * holds again.
   *
   * @param options - `by`: entity ref of a user; `now` in epoch milliseconds
   * @returns undefined where the entity has no such correction
   * @throws ConflictError when it was taken back before
   */
  undo(
    key: { entityRef: string; id: string },
    options: { by: string; reason: string; now: number },
  ): Promise<StatedCorrection | undefined>;

  /**
   * The corrections of an entity, latest first.
   *
   * @param page - `before`: only those recorded before, epoch milliseconds
   */
  list(
    entityRef: string,
    visibility: Visibility,
    page: { limit: number; before?: number },
  ): Promise<{ items: StatedCorrection[]; total: number }>;

  /** Whether an entity has a record that its sender has not withdrawn. */
  hasRecord(
    entityRef: string,
    kind: 'incident' | 'deployment',
    key: RecordKey,
    visibility: Visibility,
  ): Promise<boolean>;
}

/** What is wrong with one field of an event. */
export interface ContractError {
  /** Where in the event: `data.subject.content.environment.id`. Empty for the event as a whole. */
  path: string;
  /** What was expected there: `required string`. */
  message: string;
}

/** What became of one event. */
export interface IntakeOutcome {
  /** Null where the event does not say. */
  source: string | null;
  /** Null where the event does not say. */
  id: string | null;
  /**
   * - `accepted`: stored and tied to entities.
   * - `duplicate`: stored before; nothing changed.
   * - `unmapped`: stored; applied by itself once the catalog tells whose it is.
   * - `rejected`: not stored.
   */
  status: 'accepted' | 'duplicate' | 'unmapped' | 'rejected';
  /** Why it is unmapped or rejected. */
  reason?: string;
  /** What is wrong with a rejected event. */
  errors?: ContractError[];
}

/** The most events that one batch may hold. */
export const MAX_BATCH_EVENTS = 1000;

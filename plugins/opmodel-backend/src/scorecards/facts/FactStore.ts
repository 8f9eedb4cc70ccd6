import type {
  FactName,
  FactSchema,
  FactValue,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Who tells facts, as it is registered. */
export interface RegisteredProvider {
  id: string;
  title: string;
  schema: FactSchema;
  /** Null: it is told by somebody outside, not asked. Milliseconds. */
  cadenceMs: number | null;
  freshnessMs: number;
}

/** How a provider stands. Instants are epoch milliseconds. */
export interface FactProviderState extends RegisteredProvider {
  /** When it is asked next; null: it is not. */
  nextAt: number | null;
  /** Of the last run; null: there was none. */
  startedAt: number | null;
  finishedAt: number | null;
  /** When the last run that went well began, or it was last told something; null: never. */
  reportedAt: number | null;
  /** Of that run. */
  entities: number | null;
  /** Entities of which it could not tell, in that run. */
  problems: number | null;
  /** Why the last run failed; null: it did not. */
  error: string | null;
  /** Null: it is registered. */
  removedAt: number | null;
}

/** Facts by their names. */
export type FactValues = Readonly<Record<string, FactValue>>;

/** What is told of one entity: its facts, or why there are none to tell now, which leaves those that were told before. */
export type FactStatement =
  | { entityRef: string; facts: FactValues; problem: null }
  | { entityRef: string; facts: null; problem: string };

/** What somebody outside tells of one entity. */
export interface PushedStatement {
  entityRef: string;
  facts: FactValues;
  /** Epoch milliseconds. */
  toldAt: number;
}

/** What is known of one entity from one provider. */
export interface KnownFacts {
  entityRef: string;
  provider: string;
  facts: FactValues;
  /** When each fact was last told, epoch milliseconds. */
  reportedAt: Readonly<Record<string, number>>;
  /** Why nothing can be told of it now; null: it can. */
  problem: string | null;
}

/** What was changed of one entity. */
export interface ChangedFacts {
  entityRef: string;
  names: readonly FactName[];
}

/** What an entity was known by before a change. */
export interface FactChange {
  entityRef: string;
  provider: string;
  /** Epoch milliseconds. */
  changedAt: number;
  /** Values before, by name; of names that are told now or no more. */
  before: FactValues;
  /** Names that were not told before. */
  added: readonly string[];
}

/**
 * Keeps facts: what is known now, and what was known before each change. What is told again unchanged writes nothing but the run of its
 * provider.
 *
 * Every change leaves work for the evaluation in the same transaction, so that a process that ends between them loses nothing.
 */
export interface FactStore {
  /** Makes known who tells facts. One that is missing is marked as removed, and its facts are withdrawn. */
  register(
    providers: readonly RegisteredProvider[],
    options: { now: number },
  ): Promise<void>;

  /** Those that are registered, ordered by id. */
  listProviders(): Promise<FactProviderState[]>;

  /**
   * Takes the lease of a run that is due, so that two replicas never ask the same provider at a time.
   *
   * @returns whether the run is the caller's
   */
  startRun(
    provider: string,
    options: { owner: string; now: number; leaseMs: number; force?: boolean },
  ): Promise<boolean>;

  /**
   * Keeps the lease of a run for longer.
   *
   * @returns whether the run is still the caller's
   */
  renewRun(
    provider: string,
    lease: { owner: string; leaseUntil: number },
  ): Promise<boolean>;

  /** Has providers asked as soon as they can be, and again where a run is under way, which may have looked already. */
  requestRuns(
    providers: readonly string[],
    options: { now: number },
  ): Promise<void>;

  /**
   * Keeps what one batch of a run told, all or nothing. Facts that differ, that are new or that are not told any more change. What
   * changed after the run began was told by a later one and stays.
   *
   * @param options - `of`: what was asked about; what is known of those without a statement is withdrawn; `now`: beginning of the run
   * @returns what changed, or can be told again, or not any more
   */
  tell(
    provider: string,
    statements: readonly FactStatement[],
    options: { of: readonly string[]; now: number },
  ): Promise<ChangedFacts[]>;

  /**
   * Keeps facts that somebody outside told of entities, each with its own instant; names that are not among them stay as they are, and
   * one that was told later already is left as it is.
   *
   * @param statements - several of one entity count in the order of their instants
   * @returns for each statement, whether anything in it was new: a value, or a later instant
   */
  push(
    provider: string,
    statements: readonly PushedStatement[],
    options: { now: number },
  ): Promise<boolean[]>;

  /**
   * Ends a run and its lease, unless somebody else has it by now. `error` null: it went well, and everything that it told is as fresh
   * as its beginning.
   */
  finishRun(
    provider: string,
    outcome: {
      owner: string;
      startedAt: number;
      finishedAt: number;
      nextAt: number;
      entities: number;
      problems: number;
      error: string | null;
    },
  ): Promise<void>;

  /** What registered providers tell of entities, in order of the entity, then of the provider. */
  read(
    entityRefs: readonly string[],
    providers?: readonly string[],
  ): Promise<KnownFacts[]>;

  /**
   * What an entity was known by before each change, the latest first. Facts that are told of an entity for the first time are no change.
   */
  listChanges(
    entityRef: string,
    page: { limit: number },
  ): Promise<FactChange[]>;

  /**
   * Withdraws facts of entities that the catalog has not had since before an instant, and of providers that have been gone for as long.
   *
   * @param options - `before` in epoch milliseconds; `limit`: at most so many rows
   * @returns how many rows were deleted
   */
  deleteOrphans(options: { before: number; limit: number }): Promise<number>;

  /**
   * Forgets old changes, the oldest first.
   *
   * @param options - `before`: those of before, epoch milliseconds; `limit`: at most so many rows
   * @returns how many rows were deleted
   */
  deleteChanges(options: { before: number; limit: number }): Promise<number>;
}

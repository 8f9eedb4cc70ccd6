import type { SuggestionSource } from '@opmodel/backstage-plugin-opmodel-common';

/** A source that this engine asks, or that others send. */
export interface RegisteredSource {
  source: SuggestionSource;
  /** How often it is asked, milliseconds; null: others send it. */
  cadenceMs: number | null;
}

/** How a source fares. Instants are epoch milliseconds. */
export interface SuggestionSourceState extends RegisteredSource {
  /** When it is asked next; null: it is not. */
  nextAt: number | null;
  /** When somebody began to ask it last; null: nobody has. */
  startedAt: number | null;
  /** When the last whole run ended; null: none has. */
  succeededAt: number | null;
  /** Until when somebody asks it; null: nobody does. */
  leaseUntil: number | null;
  /** Whether a run stopped on its way, and goes on. */
  isUnderWay: boolean;
  /** Entities that the last whole run looked at; null: none has ended. */
  entities: number | null;
  /** Entities among them that could not be looked at, or not all of them. */
  problems: number | null;
  /** Why it failed last; null: it did not. */
  error: string | null;
}

/** How far a run has come. */
export interface RunProgress {
  /** Last entity that was looked at, in the order of refs; null: none. */
  cursor: string | null;
  entities: number;
  problems: number;
}

/** A run that somebody has taken. */
export interface TakenRun extends RunProgress {
  /** When the run began, epoch milliseconds; the same after an interruption. */
  runAt: number;
  /** Whether it failed at this very place before. */
  hasFailedHere: boolean;
}

/** Keeps how the sources of suggestions fare and how far their runs have come, so that another replica can go on. */
export interface SuggestionRunStore {
  /** Says which sources there are. One that is new is due at once; one that is not named is not asked any more. */
  register(
    sources: readonly RegisteredSource[],
    options: { now: number },
  ): Promise<void>;

  /** All that ever were, in the order of their names. */
  list(): Promise<SuggestionSourceState[]>;

  /** @returns undefined where it is not due, or somebody else asks it */
  start(
    source: SuggestionSource,
    options: { owner: string; now: number; leaseMs: number },
  ): Promise<TakenRun | undefined>;

  /** @returns whether it is still the owner's */
  renew(
    source: SuggestionSource,
    options: { owner: string; leaseUntil: number },
  ): Promise<boolean>;

  /**
   * Keeps how far the owner's run has come.
   *
   * @returns whether it is still the owner's
   */
  advance(
    source: SuggestionSource,
    options: RunProgress & { owner: string },
  ): Promise<boolean>;

  /** Ends the owner's run as a whole. */
  finish(
    source: SuggestionSource,
    options: { owner: string; finishedAt: number; nextAt: number },
  ): Promise<void>;

  /**
   * Leaves the owner's run where it is, to go on later.
   *
   * @param options - `error`: why; null: nothing is wrong, it only has to wait
   */
  interrupt(
    source: SuggestionSource,
    options: { owner: string; nextAt: number; error: string | null },
  ): Promise<void>;

  /** Asks again at once those whose last run found nothing to look at, as before the first scan of the catalog. */
  requestIdle(options: { now: number }): Promise<void>;

  /** Notes when something was sent. */
  noteSent(source: SuggestionSource, options: { now: number }): Promise<void>;
}

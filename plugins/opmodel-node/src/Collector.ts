import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { HumanDuration, JsonValue } from '@backstage/types';
import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import type { z } from 'zod';
import type { RepositoryOwnershipPort } from './RepositoryOwnership';

/** What a collector sees of a catalog entity. */
export interface CollectorEntity {
  entityRef: string;
  kind: string;
  annotations: Record<string, string>;
}

/** Something that a collector could not read, which does not end its run. */
export interface ReportedProblem {
  /** What it is about, and what tells it from others: an entity, a repository, a record. */
  subject: string;
  message: string;
  /**
   * Whether it lasts although later runs do not report it, because they do not look at the subject again. It then stays until
   * {@link CollectorContext.reportResolved}. Default: false, so that the next run that succeeds without reporting it ends it.
   */
  stays?: boolean;
}

/** What the outside system allows within one window, and how much of it is left. */
export interface SourceBudget {
  /** Requests that one window allows, or null where the system does not tell. */
  limit: number | null;
  /** Requests that are left in this window. */
  remaining: number;
  /** When the next window begins, epoch milliseconds, or null where the system does not tell. */
  resetAt: number | null;
}

/** How a run is coming along. What is left out stays as it was reported last. */
export interface CollectorProgress {
  /**
   * The instant up to which everything that the outside system knows has been read, epoch milliseconds. Report it only where
   * that is certain: the age of it is shown as the collector's lag.
   */
  completeUntil?: number;
  /** Requests that this run has made so far. */
  requests?: number;
  budget?: SourceBudget;
}

/** What the engine hands to one run of a collector. */
export interface CollectorContext {
  /** The newest watermark that was saved, by a run of whatever end, or undefined on the first run. */
  since: JsonValue | undefined;
  /**
   * Ends the run: at its timeout, when the backend stops, or when another replica has taken over. The collector passes it on to
   * whatever it waits for.
   */
  signal: AbortSignal;
  /** The collector's `overlap`, or what is configured in its place. Milliseconds; see `withOverlap`. */
  overlapMs: number;
  /** Share of what the outside system allows that this collector may use, above 0 and at most 1. `SourceClient` keeps to it. */
  budgetShare: number;
  /** The entities of the catalog snapshot that carry one of the collector's `annotations`. */
  entities(): AsyncIterable<CollectorEntity[]>;
  /**
   * Gives events to intake, in batches of at most 1,000. Resolves once they are stored, so awaiting it is the back-pressure.
   * Giving an event twice is harmless. One that intake rejects becomes a problem that stays until intake takes it, and does
   * not end the run.
   *
   * Once giving has failed, the run can only fail: nothing more is taken, and no watermark is kept.
   *
   * The `source` of every event starts with the collector's id and a colon, `git:github.com/acme/shop`: nobody else may use such
   * a source.
   *
   * @throws TypeError for the source of somebody else; what storing throws
   */
  emit(events: IntakeEvent[]): Promise<void>;
  /**
   * Keeps the watermark of what has been emitted so far, after all of it is stored. A run that ends without an error keeps the
   * last one; a run that throws keeps what was saved before.
   *
   * @throws what an `emit` of this run threw, TypeError for a watermark that breaks the contract or lies before the one that is
   *   kept, and when the run has been taken over by another replica
   */
  saveWatermark(watermark: JsonValue): Promise<void>;
  /** Reports a problem with one entity or repository that does not end the run. It appears in the collector's health. */
  reportProblem(problem: ReportedProblem): void;
  /** Says that whatever was wrong with a subject is over. */
  reportResolved(subject: string): void;
  /** Tells how the run is coming along, for the collector's health. */
  reportProgress(progress: CollectorProgress): void;
  /** Takes what repositories say of who owns what; absent where nobody wants to know. */
  ownership?: RepositoryOwnershipPort;
}

/** Reads one outside system and emits what it says as events. */
export interface Collector {
  /** Unique, kebab-case, starting with the outside system: `git`, `github-deployments`. The sources of its events start with it. */
  id: string;
  /** What it reads, for the operator's page. */
  title: string;
  /** An entity that carries one of these annotations concerns this collector. */
  annotations: string[];
  /** Default schedule; configuration may replace it under `opmodel.collectors.<id>.schedule`. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Contract on the watermark; one that no longer parses (an upgrade) makes the next run start afresh. */
  watermark: z.ZodType<JsonValue>;
  /**
   * The collector's own order of watermarks: below zero where `a` lies before `b`. With it the engine refuses a watermark that
   * goes back. Leave it out where watermarks have no order.
   */
  compareWatermarks?(a: JsonValue, b: JsonValue): number;
  /**
   * How long the outside system may take to show what has happened. A collector that asks for what was updated since an instant
   * asks from this much before it, and emits some events twice. Configuration may replace it under
   * `opmodel.collectors.<id>.overlap`. Default: none.
   */
  overlap?: HumanDuration;
  /**
   * @throws BudgetExhaustedError when the run must wait for the outside system's next window, which is no failure; anything else
   *   when the run as a whole failed: the engine records it, keeps the watermark and tries again, later after each failure
   */
  collect(context: CollectorContext): Promise<void>;
}

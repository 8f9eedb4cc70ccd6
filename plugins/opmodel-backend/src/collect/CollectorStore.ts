import type { JsonValue } from '@backstage/types';
import type { SourceBudget } from '@opmodel/backstage-plugin-opmodel-node';

/** Something that a collector could not read, which did not end its run. */
export interface CollectorProblem {
  /** The entity, repository or event concerned. */
  subject: string;
  message: string;
}

/** One run of a collector. Instants are epoch milliseconds. */
export interface CollectorRun {
  id: string;
  collector: string;
  startedAt: number;
  finishedAt?: number;
  /** `held_back`: it stopped to keep within its budget, which is no failure. */
  state: 'running' | 'succeeded' | 'failed' | 'held_back';
  /** Events that it gave to intake. */
  events: number;
  /** What it reported, up to a limit. */
  problems: CollectorProblem[];
  /** Why it failed or is held back. */
  error?: string;
  /** Requests that it made to the outside system; missing where nobody counts. */
  requests?: number;
  /** What the outside system allowed at the end of the run. */
  budget?: SourceBudget;
  /** Up to when it had read all that the outside system knows. */
  completeUntil?: number;
}

/** What a run came to. */
export type CollectorRunResult = Omit<
  CollectorRun,
  'id' | 'collector' | 'startedAt' | 'finishedAt'
>;

/** How the runs of one collector went. */
export interface CollectorHistory {
  /** The newest run. */
  latest: CollectorRun;
  /** End of the newest run that succeeded. */
  lastSuccessAt?: number;
  /** Up to when any run had read all that the outside system knows. */
  completeUntil?: number;
}

/** What the engine remembers of collectors: how their runs went, and how far they have come. */
export interface CollectorStore {
  /** Begins a run. A run of the same collector that never ended was broken off, and is noted as failed. */
  startRun(run: { id: string; collector: string; now: number }): Promise<void>;

  /** Ends a run, unless somebody has noted it as broken off. */
  finishRun(
    id: string,
    result: CollectorRunResult & { now: number },
  ): Promise<void>;

  /** How the runs of the collectors went, by collector; one that never ran is missing. */
  listHistories(collectors: string[]): Promise<Map<string, CollectorHistory>>;

  /** The newest runs of one collector, newest first. */
  listRuns(
    collector: string,
    options: { limit: number },
  ): Promise<CollectorRun[]>;

  /** How far a collector has come, or undefined before its first watermark. */
  getWatermark(collector: string): Promise<JsonValue | undefined>;

  /**
   * Keeps how far a collector has come, if it is still run by whoever holds the lease with this token.
   *
   * @returns whether it was kept
   */
  saveWatermark(
    collector: string,
    watermark: JsonValue,
    options: { token: string; now: number },
  ): Promise<boolean>;

  /**
   * Forgets the oldest runs that began before an instant; the newest run and the newest success of each collector stay, and so does
   * the run that tells up to when a collector is complete.
   *
   * @returns how many were forgotten, at most `limit`
   */
  deleteRuns(options: { before: number; limit: number }): Promise<number>;
}

/** What is noted of a run whose end nobody recorded. */
export const BROKEN_OFF = 'The backend stopped before the run was complete';

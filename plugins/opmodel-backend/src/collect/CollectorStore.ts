import type { JsonValue } from '@backstage/types';

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
  state: 'running' | 'succeeded' | 'failed';
  /** Events that it gave to intake. */
  events: number;
  problems: CollectorProblem[];
  /** Why it failed. */
  error?: string;
}

/** How the runs of one collector went. */
export interface CollectorHistory {
  /** The newest run. */
  latest: CollectorRun;
  /** End of the newest run that succeeded. */
  lastSuccessAt?: number;
}

/** What the engine remembers of collectors: how their runs went, and how far they have come. */
export interface CollectorStore {
  /** Begins a run. A run of the same collector that never ended was broken off, and is noted as failed. */
  startRun(run: { id: string; collector: string; now: number }): Promise<void>;

  /** Ends a run. */
  finishRun(
    id: string,
    result: Pick<CollectorRun, 'state' | 'events' | 'problems' | 'error'> & {
      now: number;
    },
  ): Promise<void>;

  /** How the runs of the collectors went, by collector; one that never ran is missing. */
  listHistories(collectors: string[]): Promise<Map<string, CollectorHistory>>;

  /** How far a collector has come, or undefined before its first watermark. */
  getWatermark(collector: string): Promise<JsonValue | undefined>;

  /** Keeps how far a collector has come. */
  saveWatermark(
    collector: string,
    watermark: JsonValue,
    options: { now: number },
  ): Promise<void>;

  /** Forgets runs that began before an instant; the newest success of each collector stays. */
  prune(options: { before: number }): Promise<void>;
}

/** What is noted of a run whose end nobody recorded. */
export const BROKEN_OFF = 'The backend stopped before the run was complete';

import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import type { z } from 'zod';

/** What a collector sees of a catalog entity. */
export interface CollectorEntity {
  entityRef: string;
  kind: string;
  annotations: Record<string, string>;
}

/** What the engine hands to one run of a collector. */
export interface CollectorContext {
  /** The watermark that the last successful run left, or undefined on the first run. */
  since: JsonValue | undefined;
  /** Ends the run; the collector passes it on to whatever it waits for. */
  signal: AbortSignal;
  /** The entities of the catalog snapshot that carry one of the collector's `annotations`. */
  entities(): AsyncIterable<CollectorEntity[]>;
  /**
   * Gives events to intake, in batches of at most 1,000. Resolves once they are stored, so awaiting it is the back-pressure.
   * Giving an event twice is harmless. One that intake rejects becomes a problem of its source and does not end the run.
   *
   * The `source` of every event starts with the collector's id and a colon, `git:github.com/acme/shop`: nobody else may use such
   * a source.
   *
   * @throws TypeError for the source of somebody else
   */
  emit(events: IntakeEvent[]): Promise<void>;
  /**
   * Keeps the watermark of what has been emitted so far. A run that ends without an error keeps the last one; a run that
   * throws keeps what was saved before.
   */
  saveWatermark(watermark: JsonValue): Promise<void>;
  /**
   * Reports a problem with one entity or repository that does not end the run. It appears in the collector's health.
   */
  reportProblem(problem: { subject: string; message: string }): void;
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
   * @throws when the run as a whole failed; the engine records it, keeps the watermark and tries again by schedule
   */
  collect(context: CollectorContext): Promise<void>;
}

import type {
  PipelineRunFact,
  WorkItemFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { FlowResult } from './FlowResult';

/** The records of one entity that its flow is computed from. */
export interface FlowFacts {
  items: WorkItemFact[];
  runs: PipelineRunFact[];
  /** When the newest of them was recorded, epoch milliseconds; null where there is none. */
  latestRecordedAt: number | null;
}

/**
 * Takes the facts of entities to the rows that every report reads. It works for the engine alone, on one entity at a time
 * and for whoever may see it later, so it takes no visibility; nothing of it is an answer to a person.
 */
export interface FlowCalculationStore {
  /**
   * Computes an entity from its present facts and puts the result in place of the former one, all or nothing; only what
   * differs is written. Nobody else computes the entity meanwhile, so that a result never gives way to one of older facts.
   *
   * @param compute - must neither wait nor take long: others wait for it
   * @param options - `now` in epoch milliseconds
   */
  writeFlow(
    calculation: string,
    entityRef: string,
    compute: (facts: FlowFacts) => FlowResult,
    options: { now: number },
  ): Promise<void>;

  /**
   * Entities of which days before one are kept, ordered by ref, with the number of their day rows before it.
   *
   * @param options - `after`: only refs after it
   */
  listWithDaysBefore(
    calculation: string,
    options: { day: string; after: string; limit: number },
  ): Promise<{ entityRef: string; rows: number }[]>;

  /** Entities that have records and no result under this calculation, or an older one than under another. */
  listUncalculated(calculation: string): Promise<string[]>;

  /**
   * Removes the results of other calculations that nobody has written since an instant. Replicas of two versions work side
   * by side while one replaces the other, so the results of the other are not simply old.
   *
   * @param unusedSince - epoch milliseconds
   */
  dropOtherCalculations(
    calculation: string,
    unusedSince: number,
  ): Promise<void>;
}

import type {
  DayCount,
  Delivery,
  DeliveryRows,
} from '@opmodel/backstage-plugin-opmodel-common';

/** The records of one entity that its delivery is computed from, and what people decided about them. */
export interface DeliveryFacts extends DeliveryRows {
  /** When the newest record was recorded, epoch milliseconds; null where there is none. */
  latestRecordedAt: number | null;
}

/** What a calculation found for one entity. */
export interface DeliveryResult {
  delivery: Delivery;
  days: DayCount[];
  /** ISO day; what happened before it is not kept. Absent: everything is. */
  keptSince?: string;
}

/** One way from facts to a result, under the name that its rows carry. */
export interface DeliveryCalculation {
  calculation: string;
  /** Must neither wait nor take long: others wait for it. */
  compute(facts: DeliveryFacts): DeliveryResult;
}

/**
 * Takes the facts of entities to the rows that every report reads. It works for the engine alone, on one entity at a time
 * and for whoever may see it later, so it takes no visibility; nothing of it is an answer to a person.
 */
export interface DeliveryStore {
  /**
   * Computes an entity from its present facts, read once, and puts the results in place of the former ones, all or nothing;
   * only what differs is written. Nobody else computes the entity meanwhile, so that a result never gives way to one of older
   * facts.
   *
   * @param options - `now` in epoch milliseconds
   */
  writeDelivery(
    entityRef: string,
    calculations: readonly DeliveryCalculation[],
    options: { now: number },
  ): Promise<void>;

  /**
   * Entities of which days before one are kept, ordered by ref, with the number of their day rows before it.
   *
   * @param options - `after`: only refs after it
   */
  listWithDaysBefore(
    calculations: readonly string[],
    options: { day: string; after: string; limit: number },
  ): Promise<{ entityRef: string; rows: number }[]>;

  /** Entities that have records and no result under one of these calculations, or an older one than under another. */
  listUncalculated(calculations: readonly string[]): Promise<string[]>;

  /**
   * Removes the results of other calculations that nobody has written since an instant. Replicas of two versions work side
   * by side while one replaces the other, so the results of the other are not simply old.
   *
   * @param unusedSince - epoch milliseconds
   */
  dropOtherCalculations(
    calculations: readonly string[],
    unusedSince: number,
  ): Promise<void>;
}

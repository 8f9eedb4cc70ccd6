import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  computeDelivery,
  countDeliveryDays,
  dayOf,
  type ExcludedPeriod,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { RecalculationStore } from '../intake/RecalculationStore';
import type { Measure } from '../lib/Measure';
import type { DeliveryListener } from './DeliveryListener';
import type { DeliveryStore } from './DeliveryStore';
import type { EnabledDefinitions } from './EnabledDefinitions';

/** Entities that one replica takes at once. */
const ENTITIES_PER_CLAIM = 5;
/** How long a crashed replica keeps others from its entities. */
const LEASE_MILLISECONDS = 20_000;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** A calculation that no replica has written for a day belongs to a version that is gone. */
const UNUSED_AFTER_MILLISECONDS = DAY_MILLISECONDS;

/**
 * Keeps the delivery rows true to the records: whatever intake changes, the entities concerned are computed again from their
 * records, under each definition. Doing it twice, or on two replicas, gives the same rows.
 */
export class DoraCalculator {
  readonly #store: DeliveryStore;
  readonly #recalculations: RecalculationStore;
  readonly #definitions: EnabledDefinitions;
  readonly #zone: string;
  readonly #excludedPeriods: readonly ExcludedPeriod[];
  readonly #clock: () => number;
  readonly #logger: LoggerService;
  readonly #measure: Measure;
  readonly #keepDays: number | null;
  readonly #listeners: readonly DeliveryListener[];

  constructor(options: {
    store: DeliveryStore;
    recalculations: RecalculationStore;
    definitions: EnabledDefinitions;
    zone: string;
    /** Days of the organisation's calendar that count for nothing. */
    excludedPeriods?: readonly ExcludedPeriod[];
    clock: () => number;
    logger: LoggerService;
    /** Takes note of each calculation of an entity. */
    measure?: Measure;
    /** Days that are kept; null or absent: all. */
    keepDays?: number | null;
    /** Are told of what was computed, one after the other. */
    listeners?: readonly DeliveryListener[];
  }) {
    this.#store = options.store;
    this.#recalculations = options.recalculations;
    this.#definitions = options.definitions;
    this.#zone = options.zone;
    this.#excludedPeriods = options.excludedPeriods ?? [];
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#keepDays = options.keepDays ?? null;
    this.#measure = options.measure ?? (work => work());
    this.#listeners = options.listeners ?? [];
  }

  /**
   * Computes every entity that waits.
   *
   * @returns the number of entities computed
   * @throws after all have been tried, when some could not be computed; they wait for the next run
   */
  async calculateWaiting(signal?: AbortSignal): Promise<number> {
    const failures: Error[] = [];
    let computed = 0;
    while (!signal?.aborted) {
      const claims = await this.#recalculations.claim({
        subject: 'dora',
        limit: ENTITIES_PER_CLAIM,
        leaseMs: LEASE_MILLISECONDS,
        now: this.#clock(),
      });
      if (claims.length === 0) {
        break;
      }
      const done: typeof claims = [];
      for (const claim of claims) {
        try {
          await this.#measure(() => this.calculate(claim.entityRef));
          done.push(claim);
        } catch (error) {
          failures.push(
            new Error(`DORA of ${claim.entityRef} failed`, { cause: error }),
          );
        }
      }
      try {
        await this.#tell(done.map(({ entityRef }) => entityRef));
      } catch (error) {
        // They stay claimed, so that they are computed and told of again.
        failures.push(
          ...done.map(
            ({ entityRef }) =>
              new Error(`Others could not be told of ${entityRef}`, {
                cause: error,
              }),
          ),
        );
        continue;
      }
      await this.#recalculations.complete(done);
      computed += done.length;
    }
    if (computed > 0) {
      this.#logger.debug(`Computed DORA of ${computed} entities`);
    }
    if (failures.length > 0) {
      throw new AggregateError(
        failures,
        `DORA of ${failures.length} entities could not be computed: ${failures[0].message}`,
      );
    }
    return computed;
  }

  async #tell(entityRefs: readonly string[]): Promise<void> {
    if (entityRefs.length > 0) {
      for (const listener of this.#listeners) {
        await listener(entityRefs);
      }
    }
  }

  /** Computes one entity from its records. */
  async calculate(entityRef: string): Promise<void> {
    const now = this.#clock();
    const keptSince =
      this.#keepDays === null
        ? undefined
        : dayOf(now - this.#keepDays * DAY_MILLISECONDS, this.#zone);
    await this.#store.writeDelivery(
      entityRef,
      this.#definitions.list.map(({ profile, calculation, workingTime }) => ({
        calculation,
        compute: facts => {
          const delivery = computeDelivery(facts, profile, this.#zone, {
            excludedPeriods: this.#excludedPeriods,
            workingTime,
          });
          return { delivery, days: countDeliveryDays(delivery), keptSince };
        },
      })),
      { now },
    );
  }

  /** After a change of a definition, of those that are enabled, or of the zone: asks for everything to be computed again. */
  async adoptDefinitions(): Promise<void> {
    const { calculations } = this.#definitions;
    const uncalculated = await this.#store.listUncalculated(calculations);
    if (uncalculated.length > 0) {
      this.#logger.info(
        `Computing DORA of ${
          uncalculated.length
        } entities under ${calculations.join(', ')}`,
      );
      await this.#recalculations.request(uncalculated, { now: this.#clock() });
    }
    await this.#store.dropOtherCalculations(
      calculations,
      this.#clock() - UNUSED_AFTER_MILLISECONDS,
    );
  }
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import { dayOf } from '@opmodel/backstage-plugin-opmodel-common';
import type { RecalculationStore } from '../intake/RecalculationStore';
import { workOffRecalculations } from '../intake/workOffRecalculations';
import type { FigureListener } from '../lib/FigureListener';
import type { Measure } from '../lib/Measure';
import type { FlowCalculationStore } from './FlowCalculationStore';
import { computeFlow, type FlowRules } from './FlowResult';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** A calculation that no replica has written for a day belongs to a version that is gone. */
const UNUSED_AFTER_MILLISECONDS = DAY_MILLISECONDS;

/**
 * Keeps the rows of flow true to the records: whatever intake changes, the entities concerned are computed again from their
 * records. Doing it twice, or on two replicas, gives the same rows.
 */
export class FlowCalculator {
  readonly #store: FlowCalculationStore;
  readonly #recalculations: RecalculationStore;
  readonly #rules: FlowRules;
  readonly #calculation: string;
  readonly #clock: () => number;
  readonly #logger: LoggerService;
  readonly #measure: Measure;
  readonly #keepDays: number | null;
  readonly #onFigures: FigureListener | undefined;

  constructor(options: {
    store: FlowCalculationStore;
    recalculations: RecalculationStore;
    rules: FlowRules;
    calculation: string;
    clock: () => number;
    logger: LoggerService;
    /** Takes note of each calculation of an entity. */
    measure?: Measure;
    /** Days that are kept; null or absent: all. */
    keepDays?: number | null;
    /** Is told of entities whose flow was computed anew. */
    onFigures?: FigureListener;
  }) {
    this.#store = options.store;
    this.#recalculations = options.recalculations;
    this.#rules = options.rules;
    this.#calculation = options.calculation;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#measure = options.measure ?? (work => work());
    this.#keepDays = options.keepDays ?? null;
    this.#onFigures = options.onFigures;
  }

  /**
   * Computes every entity that waits.
   *
   * @returns the number of entities computed
   * @throws after all have been tried, when some could not be computed; they wait for the next run
   */
  async calculateWaiting(signal?: AbortSignal): Promise<number> {
    return workOffRecalculations(
      {
        subject: 'flow',
        name: 'flow',
        recalculations: this.#recalculations,
        calculate: entityRef => this.#measure(() => this.calculate(entityRef)),
        onComputed: this.#onFigures,
        logger: this.#logger,
        clock: this.#clock,
      },
      signal,
    );
  }

  /** Computes one entity from its records. */
  async calculate(entityRef: string): Promise<void> {
    const now = this.#clock();
    const keptSince =
      this.#keepDays === null
        ? undefined
        : dayOf(now - this.#keepDays * DAY_MILLISECONDS, this.#rules.zone);
    await this.#store.writeFlow(
      this.#calculation,
      entityRef,
      facts => computeFlow(facts, this.#rules, { now, keptSince }),
      { now },
    );
  }

  /** After a change of the definition, the zone or the iterations: asks for everything to be computed again. */
  async adoptDefinition(): Promise<void> {
    const uncalculated = await this.#store.listUncalculated(this.#calculation);
    if (uncalculated.length > 0) {
      this.#logger.info(
        `Computing flow of ${uncalculated.length} entities under ${
          this.#calculation
        }`,
      );
      await this.#recalculations.request(uncalculated, { now: this.#clock() });
    }
    await this.#store.dropOtherCalculations(
      this.#calculation,
      this.#clock() - UNUSED_AFTER_MILLISECONDS,
    );
  }
}

import {
  addDays,
  backTestForecastsInPortions,
  backTestRules,
  countDays,
  dayOf,
  type FlowDefinition,
  type ForecastBackTest,
  forecastRules,
} from '@opmodel/backstage-plugin-opmodel-common';
import { createHash } from 'node:crypto';
import type { ComponentSelection } from '../../catalog/ComponentSelection';
import { RevisionMemory } from '../../lib/RevisionMemory';
import type { FlowStore } from '../FlowStore';
import { inTurns, SCORED_AFTER_DAYS, seedOf } from './Forecasting';

/** Some 50 kB each. */
const LIMITS = { answers: 200, size: 10_000_000 };

/** The days that all cut-offs together draw from and are held against. */
const LONGEST_DAYS =
  forecastRules.historyDays +
  backTestRules.cutOffs * 7 +
  Math.max(...backTestRules.horizons);

/** A back-test with the days that it stands on. */
export interface BackTestAnswer extends ForecastBackTest {
  /** ISO days; null where there was never an item. */
  history: { from: string; to: string } | null;
  components: number;
  activeComponents: number;
}

/**
 * Tests forecasts on what a caller may see of the past. One read finds all of it, and what was made of it is remembered by it: nobody
 * is told what was drawn from more.
 */
export class ForecastBackTests {
  readonly #store: Pick<FlowStore, 'countCompletedByDay' | 'describe'>;
  readonly #definition: FlowDefinition;
  readonly #calculation: string;
  readonly #zone: string;
  readonly #clock: () => number;
  readonly #memory = new RevisionMemory(LIMITS);

  constructor(options: {
    store: Pick<FlowStore, 'countCompletedByDay' | 'describe'>;
    definition: FlowDefinition;
    calculation: string;
    zone: string;
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#definition = options.definition;
    this.#calculation = options.calculation;
    this.#zone = options.zone;
    this.#clock = options.clock;
  }

  /** @param selection - of the scope that is named */
  async tell(
    scopeRef: string,
    selection: ComponentSelection,
  ): Promise<BackTestAnswer> {
    const to = addDays(dayOf(this.#clock(), this.#zone), -SCORED_AFTER_DAYS);
    const longest = addDays(to, 1 - LONGEST_DAYS);
    const { components, active, firstItemDay } = await this.#store.describe(
      this.#calculation,
      selection,
      { from: longest, to },
    );
    const from =
      firstItemDay !== null && firstItemDay > longest ? firstItemDay : longest;
    const isKnown = firstItemDay !== null && from <= to;
    const dailyThroughput = isKnown
      ? await this.#readDays(selection, { from, to })
      : [];
    return {
      ...(await this.#recall(scopeRef, from, dailyThroughput)),
      history: isKnown ? { from, to } : null,
      components,
      activeComponents: active,
    };
  }

  async #readDays(
    selection: ComponentSelection,
    span: { from: string; to: string },
  ): Promise<number[]> {
    const byDay = await this.#store.countCompletedByDay(
      this.#calculation,
      selection,
      span,
    );
    return Array.from(
      { length: countDays(span.from, span.to) },
      (_, index) => byDay.get(addDays(span.from, index)) ?? 0,
    );
  }

  #recall(
    scopeRef: string,
    from: string,
    dailyThroughput: readonly number[],
  ): Promise<ForecastBackTest> {
    const key = createHash('sha256')
      .update(JSON.stringify([scopeRef, from, dailyThroughput]))
      .digest('base64url');
    // Everything that could change is part of the question.
    return this.#memory.recall(
      key,
      async () => '',
      () =>
        inTurns(
          backTestForecastsInPortions(
            { from, dailyThroughput, seedOf: day => seedOf(scopeRef, day) },
            this.#definition,
          ),
        ),
    );
  }
}

import type { Forecast } from '@opmodel/backstage-plugin-opmodel-common';
import { createHash } from 'node:crypto';
import { RevisionMemory } from '../../lib/RevisionMemory';
import { type ForecastHistory, tellHowMany, tellWhen } from './Forecasting';

/** Some hundred bytes each. */
const LIMITS = { answers: 1_000, size: 2_000_000 };

/**
 * Remembers forecasts by all that they are drawn from: the history, the seed and the question. The history is the one that the caller
 * may see, so nobody is told what was drawn from more, and one that has changed is drawn from anew.
 */
export class ForecastMemory {
  readonly #memory = new RevisionMemory(LIMITS);
  readonly #draw: { when: typeof tellWhen; howMany: typeof tellHowMany };

  constructor(draw = { when: tellWhen, howMany: tellHowMany }) {
    this.#draw = draw;
  }

  /** As {@link tellWhen} tells it. */
  tellWhen(
    { dailyThroughput }: Pick<ForecastHistory, 'dailyThroughput'>,
    options: Parameters<typeof tellWhen>[1],
  ): Promise<NonNullable<Forecast['when']>> {
    const { items, startDay, seed } = options;
    return this.#recall(['when', items, startDay, seed, dailyThroughput], () =>
      this.#draw.when({ dailyThroughput }, options),
    );
  }

  /** As {@link tellHowMany} tells it. */
  tellHowMany(
    { dailyThroughput }: Pick<ForecastHistory, 'dailyThroughput'>,
    options: Parameters<typeof tellHowMany>[1],
  ): Promise<NonNullable<Forecast['howMany']>> {
    const { by, startDay, seed } = options;
    return this.#recall(['howMany', by, startDay, seed, dailyThroughput], () =>
      this.#draw.howMany({ dailyThroughput }, options),
    );
  }

  #recall<T>(question: unknown[], draw: () => Promise<T>): Promise<T> {
    const key = createHash('sha256')
      .update(JSON.stringify(question))
      .digest('base64url');
    // Everything that could change is part of the question.
    return this.#memory.recall(key, async () => '', draw);
  }
}

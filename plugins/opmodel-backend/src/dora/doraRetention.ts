import { dayOf } from '@opmodel/backstage-plugin-opmodel-common';
import type { RetentionRule } from '../retention/RetentionRule';
import type { DeliveryStore } from './DeliveryStore';
import type { DoraCalculator } from './DoraCalculator';

/** How long the days of DORA are kept, by its name in the configuration. The least lets a quarter be compared with the one before. */
export const doraDaysLimit = {
  id: 'dora-days',
  defaultKeepDays: null,
  minimumKeepDays: 180,
};

/** Entities that one portion computes. */
const ENTITIES_PER_BATCH = 10;

/**
 * Forgets the days of DORA that are older than the limit, with their bins, samples and verdicts. An entity is computed again
 * without them, so that its rows, the sums of its scopes and the day from which it is known change together.
 */
export function createDoraRetention(options: {
  store: Pick<DeliveryStore, 'listWithDaysBefore'>;
  calculator: Pick<DoraCalculator, 'calculate'>;
  calculations: readonly string[];
  zone: string;
}): RetentionRule {
  const { store, calculator, calculations, zone } = options;
  let after = '';
  return {
    ...doraDaysLimit,
    title: 'Days of DORA with their bins and samples',
    async deleteBatch({ before }) {
      const entities = await store.listWithDaysBefore(calculations, {
        day: dayOf(before, zone),
        after,
        limit: ENTITIES_PER_BATCH,
      });
      for (const { entityRef } of entities) {
        await calculator.calculate(entityRef);
      }
      after = entities.at(-1)?.entityRef ?? '';
      return entities.reduce((rows, entity) => rows + entity.rows, 0);
    },
  };
}

import { dayOf } from '@opmodel/backstage-plugin-opmodel-common';
import type { RetentionRule } from '../retention/RetentionRule';
import type { FlowCalculationStore } from './FlowCalculationStore';
import type { FlowCalculator } from './FlowCalculator';
import type { ForecastStore } from './forecasts/ForecastStore';

/**
 * How long the days of flow are kept, by its name in the configuration. The least lets a quarter be compared with the one before,
 * and what is expected be observed in the year before.
 */
export const flowDaysLimit = {
  id: 'flow-days',
  defaultKeepDays: null,
  minimumKeepDays: 180,
};

/**
 * How long kept forecasts stay, by their name in the configuration. Calibration is told of those of a year, so that year is the
 * least.
 */
export const flowForecastsLimit = {
  id: 'flow-forecasts',
  defaultKeepDays: 2 * 365,
  minimumKeepDays: 366,
};

/** Entities that one portion computes. */
const ENTITIES_PER_BATCH = 10;

/**
 * Forgets the days of flow that are older than the limit, with the items and runs that ended on them. An entity is computed again
 * without them, so that all of its rows change together; what is in progress stays, however old it is.
 */
export function createFlowRetention(options: {
  store: Pick<FlowCalculationStore, 'listWithDaysBefore'>;
  calculator: Pick<FlowCalculator, 'calculate'>;
  calculation: string;
  zone: string;
}): RetentionRule {
  const { store, calculator, calculation, zone } = options;
  let after = '';
  return {
    ...flowDaysLimit,
    title: 'Days of flow with what ended on them',
    async deleteBatch({ before }) {
      const entities = await store.listWithDaysBefore(calculation, {
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

/** Forgets forecasts that came true or did not long ago. Those that are not due yet stay, however far they look ahead. */
export function createForecastRetention(options: {
  forecasts: Pick<ForecastStore, 'deleteMadeBefore'>;
  zone: string;
}): RetentionRule {
  const { forecasts, zone } = options;
  return {
    ...flowForecastsLimit,
    title: 'Kept forecasts with what came of them',
    deleteBatch: ({ before, limit }) =>
      forecasts.deleteMadeBefore(dayOf(before, zone), limit),
  };
}

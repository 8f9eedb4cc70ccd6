import { readOpenSloMode } from '@opmodel/backstage-plugin-opmodel-common';
import { readMeasurementSettings } from '../measurement/measurementSettings';
import type { SloGround, SloPart } from '../SloPart';
import { SloDefinitionKeeper } from './SloDefinitionKeeper';

/** Puts together what keeps definitions. */
export function createDefinitions(ground: SloGround): SloPart {
  const { config, scheduler, store } = ground;
  const keeper = new SloDefinitionKeeper({
    ...ground,
    store: store.definitions,
    mode: readOpenSloMode(config),
    backfillMs: readMeasurementSettings(config).backfillMs,
  });
  return {
    onScanned: news => keeper.takeIn(news),
    tasks: [
      {
        id: 'opmodel-slo-definitions',
        // At the start, since there may be other sources than before, and now and then, since what was changed grows old.
        runner: scheduler.createScheduledTaskRunner({
          scope: 'global',
          frequency: { hours: 1 },
          timeout: { minutes: 10 },
        }),
        async run() {
          await keeper.keep();
        },
      },
    ],
  };
}

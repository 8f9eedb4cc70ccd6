import type { DeliveryHistory } from '../../dora/DeliveryHistory';
import { readMeasurementSettings } from '../measurement/measurementSettings';
import type { CreateSloPart } from '../SloPart';
import { AdoptedDefinition } from './AdoptedDefinition';

/** What own data add to the subject beside their source: a change of the definition is taken over. */
export function createOwnDataPart({
  delivery,
}: {
  delivery: Pick<DeliveryHistory, 'profile'>;
}): CreateSloPart {
  return ({ clock, config, logger, scheduler, store }) => {
    const adopted = new AdoptedDefinition({
      store,
      profile: delivery.profile,
      settings: readMeasurementSettings(config),
      clock,
    });
    return {
      tasks: [
        {
          id: 'opmodel-slo-own-definition',
          // At the start, since the configuration may be another one than before.
          runner: scheduler.createScheduledTaskRunner({
            scope: 'global',
            frequency: { hours: 1 },
            timeout: { minutes: 10 },
          }),
          async run() {
            const refs = await adopted.adopt();
            if (refs.length > 0) {
              logger.info(
                `Measuring ${refs.length} SLOs anew by ${delivery.profile}`,
              );
            }
          },
        },
      ],
    };
  };
}

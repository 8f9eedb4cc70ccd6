import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { guestEntries } from './guest/guestEntries';
import { GuestWriter } from './guest/GuestWriter';
import { HttpGuestPortal } from './guest/HttpGuestPortal';
import { isoDay } from './history/workload';
import { profiles } from './organisation/profiles';
import { readDemoConfig } from './readDemoConfig';
import { DatabaseProgressStore } from './sending/DatabaseProgressStore';
import { HistorySender } from './sending/HistorySender';
import { HttpIntake } from './sending/HttpIntake';

/**
 * Sends the events of the demo organisation to the intake of the `opmodel` plugin, as long as `demo.enabled` is set: a year of
 * them at the first start, and then what has happened since. What only a person may enter it enters as the guest of the portal,
 * where there is one.
 */
export const demoPlugin = createBackendPlugin({
  pluginId: 'demo',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, database, discovery, logger, scheduler }) {
        const { enabled, seed, days } = readDemoConfig(config);
        if (!enabled) {
          return;
        }
        const sender = new HistorySender({
          store: await DatabaseProgressStore.create(database),
          intake: new HttpIntake({ auth, discovery, logger }),
          logger,
          profiles,
          seed,
          days,
          now: Date.now,
        });
        const guest = new GuestWriter({
          portal: new HttpGuestPortal({ discovery }),
          logger,
          entries: () => guestEntries(isoDay(Date.now())),
        });
        await scheduler.scheduleTask({
          id: 'send-history',
          frequency: { hours: 1 },
          timeout: { minutes: 10 },
          // A global task would stay locked after a crash, and the history is there to be seen soon after a start.
          scope: 'local',
          async fn(signal) {
            try {
              await sender.send(signal);
              await guest.write(signal);
            } catch (error) {
              if (signal.aborted) {
                logger.info(
                  'Sending the demo organisation was stopped; the next run goes on from there',
                );
              } else {
                logger.error(
                  `The demo organisation could not be sent: ${stringifyError(
                    error,
                  )}`,
                );
              }
              throw error;
            }
          },
        });
      },
    });
  },
});

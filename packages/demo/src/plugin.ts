import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import { drawDebt } from './debt/drawDebt';
import { DebtWriter } from './guest/DebtWriter';
import { guestEntries } from './guest/guestEntries';
import { GuestWriter } from './guest/GuestWriter';
import { HttpGuestPortal } from './guest/HttpGuestPortal';
import { isoDay } from './history/workload';
import { profiles } from './organisation/profiles';
import { readDemoConfig } from './readDemoConfig';
import { DatabaseProgressStore } from './sending/DatabaseProgressStore';
import { HistorySender } from './sending/HistorySender';
import { HttpIntake } from './sending/HttpIntake';
import { MeasurementSender } from './sending/MeasurementSender';
import { PipelineFactSender } from './sending/PipelineFactSender';

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
        const options = {
          store: await DatabaseProgressStore.create(database),
          intake: new HttpIntake({ auth, discovery, logger }),
          logger,
          profiles,
          seed,
          days,
          now: Date.now,
        };
        const sender = new HistorySender(options);
        const measurements = new MeasurementSender(options);
        const pipelineFacts = new PipelineFactSender(options);
        let isHistorySent = false;
        const portal = new HttpGuestPortal({ discovery });
        const guest = new GuestWriter({
          portal,
          logger,
          entries: () => guestEntries(isoDay(Date.now())),
        });
        const debt = new DebtWriter({
          portal,
          logger,
          async entries() {
            const until = Date.now();
            const start = { seed, days, anchorDay: isoDay(until) };
            const { anchorDay, ...began } = await options.store.begin(start);
            return drawDebt(profiles, {
              seed: began.seed,
              anchorDay: Date.parse(anchorDay),
              until,
            });
          },
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
              isHistorySent = true;
              await pipelineFacts.send(signal);
              await guest.write(signal);
              await debt.write(signal);
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
        await scheduler.scheduleTask({
          id: 'send-measurements',
          frequency: { minutes: 5 },
          timeout: { minutes: 10 },
          scope: 'local',
          async fn(signal) {
            // The history goes first, because everything else in the portal is made of it.
            while (!isHistorySent) {
              await sleep(1_000, undefined, { signal });
            }
            try {
              await measurements.send(signal);
            } catch (error) {
              if (!signal.aborted) {
                logger.error(
                  `What was counted of the demo organisation's objectives could not be sent: ${stringifyError(
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

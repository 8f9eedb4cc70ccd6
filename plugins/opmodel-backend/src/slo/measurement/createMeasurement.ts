import type { SloGround, SloPart } from '../SloPart';
import { createBucketRetention } from './bucketRetention';
import { readMeasurementSettings } from './measurementSettings';
import { SloMeasurer } from './SloMeasurer';

/** Puts together what measures. Without any source, nothing is measured. */
export function createMeasurement(ground: SloGround): SloPart {
  const { config, logger, scheduler, sources, store } = ground;
  const settings = readMeasurementSettings(config);
  const measurer = new SloMeasurer({ ...ground, ...store, settings });
  return {
    retentionRules: createBucketRetention(store.buckets),
    tasks:
      sources.types.length === 0
        ? []
        : [
            {
              id: 'opmodel-slo-measurement',
              // Every replica works: what one has claimed, the others leave alone.
              runner: scheduler.createScheduledTaskRunner({
                scope: 'local',
                frequency: { milliseconds: settings.frequencyMs },
                timeout: { minutes: 30 },
              }),
              async run(signal) {
                try {
                  await measurer.measureDue(signal);
                } catch (error) {
                  // The platform does not log why a task of one replica failed.
                  logger.error(
                    'Service levels are not measured',
                    error as Error,
                  );
                  throw error;
                }
              },
            },
          ],
  };
}

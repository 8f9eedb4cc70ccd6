import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import type { RetentionService } from './RetentionService';

/** Prepares the nightly run of retention. It takes place on one replica; `opmodel.retention.schedule` moves it. */
export function createRetentionTask(options: {
  retention: Pick<RetentionService, 'run'>;
  scheduler: SchedulerService;
  config: RootConfigService;
}): { start(): Promise<void> } {
  const { retention, scheduler, config } = options;
  const configured = config.getOptionalConfig('opmodel.retention.schedule');
  return {
    async start() {
      await scheduler.scheduleTask({
        ...(configured
          ? readSchedulerServiceTaskScheduleDefinitionFromConfig(configured)
          : { frequency: { cron: '23 2 * * *' }, timeout: { hours: 3 } }),
        id: 'opmodel-retention',
        scope: 'global',
        fn: signal => retention.run(signal as AbortSignal),
      });
    },
  };
}

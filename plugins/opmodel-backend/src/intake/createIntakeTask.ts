import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { IntakeService } from './IntakeService';

/**
 * Prepares the scheduled review of what intake has kept. It runs once after the start, when the rules for environments may
 * have changed, and then every hour: an event that was stored in the very moment in which the catalog changed would
 * otherwise wait for the next change.
 */
export function createIntakeTask(options: {
  intake: Pick<IntakeService, 'reclassifyEnvironments' | 'reapplyUnmapped'>;
  scheduler: SchedulerService;
  /** Epoch milliseconds. */
  clock: () => number;
}): { start(): Promise<void> } {
  const { intake, scheduler, clock } = options;
  return {
    async start() {
      await scheduler.scheduleTask({
        id: 'opmodel-intake-review',
        scope: 'global',
        frequency: { hours: 1 },
        timeout: { minutes: 30 },
        fn: async signal => {
          await intake.reclassifyEnvironments({ now: clock(), signal });
          await intake.reapplyUnmapped({ now: clock(), signal });
        },
      });
    },
  };
}

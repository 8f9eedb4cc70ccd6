import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { DigestSettings } from './digestSettings';
import type { WeeklyDigest } from './WeeklyDigest';

/** Prepares the weekly digest. It looks every few minutes whether it is time, on one replica. */
export function createDigestTask(options: {
  digest: Pick<WeeklyDigest, 'send'>;
  settings: Pick<DigestSettings, 'enabled'>;
  scheduler: SchedulerService;
}): { start(): Promise<void> } {
  const { digest, settings, scheduler } = options;
  return {
    async start() {
      if (settings.enabled) {
        await scheduler.scheduleTask({
          id: 'opmodel-attention-digest',
          frequency: { minutes: 5 },
          timeout: { minutes: 30 },
          scope: 'global',
          fn: signal => digest.send(signal as AbortSignal),
        });
      }
    },
  };
}

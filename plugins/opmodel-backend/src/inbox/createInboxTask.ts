import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { InboxProcessor } from './InboxProcessor';

const TASK_ID = 'opmodel-inbox';

/** Work on the inbox, on every replica. */
export interface InboxTask {
  start(): Promise<void>;
  /** Begins at once with what has just arrived, instead of with the next turn. Nobody waits for it. */
  wake(): void;
}

/** Prepares the task that processes deliveries every two seconds, and whenever one has arrived. */
export function createInboxTask(options: {
  processor: InboxProcessor;
  scheduler: SchedulerService;
  logger: LoggerService;
}): InboxTask {
  const { processor, scheduler, logger } = options;
  return {
    async start() {
      await scheduler.scheduleTask({
        id: TASK_ID,
        // Every replica works: what one has claimed, the others leave alone.
        scope: 'local',
        frequency: { seconds: 2 },
        timeout: { minutes: 10 },
        fn: async signal => {
          try {
            await processor.processWaiting(signal as AbortSignal);
          } catch (error) {
            // The platform does not log why a task of one replica failed.
            logger.error('Webhook deliveries wait', error as Error);
            throw error;
          }
        },
      });
    },
    wake() {
      scheduler.triggerTask(TASK_ID).catch(error => {
        // It runs already, or does not run yet. Either way it will find what has arrived.
        const expected = ['ConflictError', 'NotFoundError'];
        if (!isError(error) || !expected.includes(error.name)) {
          logger.error('Webhook deliveries wait for the next turn', error);
        }
      });
    },
  };
}

import type { LoggerService } from '@backstage/backend-plugin-api';

/**
 * Logs why a task failed and lets it fail. Tasks of the scope `local` need it: the platform shows that such a task failed, and
 * logs nowhere why.
 *
 * @param consequence - what is wrong as long as the task fails: "DORA metrics are out of date"
 * @throws what the task throws
 */
export function logFailure<Args extends unknown[]>(
  logger: LoggerService,
  consequence: string,
  task: (...args: Args) => Promise<void>,
): (...args: Args) => Promise<void> {
  return async (...args) => {
    try {
      await task(...args);
    } catch (error) {
      logger.error(consequence, error as Error);
      throw error;
    }
  };
}

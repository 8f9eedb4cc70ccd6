import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { logFailure } from '../lib/logFailure';
import type { ScopeDayKeeper } from '../lib/ScopeDayKeeper';
import { createScopeDayTasks } from '../lib/scopeDayTasks';
import type { SubjectTask } from '../subjects';
import type { DoraCalculator } from './DoraCalculator';

/** What DORA does by itself: it computes what waits, and keeps the sums of large scopes. */
export function createDoraTasks(options: {
  calculator: DoraCalculator;
  scopeDays: ScopeDayKeeper;
  scheduler: SchedulerService;
  logger: LoggerService;
}): SubjectTask[] {
  const { calculator, scopeDays, scheduler, logger } = options;
  return [
    {
      id: 'opmodel-dora-definition',
      // Every replica asks for its own version, and as soon as it starts: a turn that all share would come within the hour, and
      // might be taken by a replica of the version before.
      runner: scheduler.createScheduledTaskRunner({
        scope: 'local',
        frequency: { hours: 1 },
        timeout: { minutes: 10 },
      }),
      run: () => calculator.adoptDefinitions(),
    },
    ...createScopeDayTasks('dora', { keeper: scopeDays, scheduler }),
    {
      id: 'opmodel-dora-calculation',
      // Every replica works: what one has claimed, the others leave alone.
      runner: scheduler.createScheduledTaskRunner({
        scope: 'local',
        frequency: { seconds: 2 },
        timeout: { minutes: 10 },
      }),
      run: logFailure(
        logger,
        'DORA metrics are out of date',
        async (signal: AbortSignal) => {
          await calculator.calculateWaiting(signal);
        },
      ),
    },
  ];
}

import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { SubjectTask } from '../subjects';
import type { ScopeDayKeeper } from './ScopeDayKeeper';

/** What keeps the sums of a subject's large scopes at their present members. One replica at a time does it. */
export function createScopeDayTasks(
  subjectId: string,
  {
    keeper,
    scheduler,
  }: { keeper: ScopeDayKeeper; scheduler: SchedulerService },
): SubjectTask[] {
  return [
    {
      id: `opmodel-${subjectId}-scopes`,
      runner: scheduler.createScheduledTaskRunner({
        scope: 'global',
        frequency: { seconds: 10 },
        timeout: { minutes: 30 },
      }),
      run: signal => keeper.follow(signal),
    },
    {
      id: `opmodel-${subjectId}-scope-review`,
      runner: scheduler.createScheduledTaskRunner({
        scope: 'global',
        frequency: { minutes: 5 },
        timeout: { minutes: 5 },
      }),
      run: () => keeper.review(),
    },
  ];
}

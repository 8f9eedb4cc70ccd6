import { mockServices } from '@backstage/backend-test-utils';
import { createIntakeTask } from './createIntakeTask';

describe('createIntakeTask', () => {
  it('reviews environments first, then what waits', async () => {
    const scheduler = mockServices.scheduler.mock();
    const calls: unknown[] = [];
    const intake = {
      reclassifyEnvironments: async (options: object) => {
        calls.push(['environments', options]);
      },
      reapplyUnmapped: async (options: object) => {
        calls.push(['unmapped', options]);
        return { applied: 0, unmapped: 0 };
      },
    };
    await createIntakeTask({ intake, scheduler, clock: () => 5 }).start();

    const [[task]] = scheduler.scheduleTask.mock.calls;
    expect(task).toMatchObject({
      id: 'opmodel-intake-review',
      scope: 'global',
      frequency: { hours: 1 },
    });
    const { signal } = new AbortController();
    await task.fn(signal as any);
    expect(calls).toEqual([
      ['environments', { now: 5, signal }],
      ['unmapped', { now: 5, signal }],
    ]);
  });
});

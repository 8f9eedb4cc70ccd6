import { mockServices } from '@backstage/backend-test-utils';
import { createRetentionTask } from './createRetentionTask';

describe('createRetentionTask', () => {
  const start = async (retention: object = {}) => {
    const scheduler = mockServices.scheduler.mock();
    const run = jest.fn(async () => {});
    await createRetentionTask({
      retention: { run },
      scheduler,
      config: mockServices.rootConfig({
        data: { opmodel: { retention } } as any,
      }),
    }).start();
    return { run, task: scheduler.scheduleTask.mock.calls[0][0] };
  };

  it('runs each night on one replica, and can be stopped', async () => {
    const { run, task } = await start();
    expect(task).toMatchObject({
      id: 'opmodel-retention',
      scope: 'global',
      frequency: { cron: '23 2 * * *' },
    });
    const { signal } = new AbortController();
    await task.fn(signal);
    expect(run).toHaveBeenCalledWith(signal);
  });

  it('follows the configured schedule', async () => {
    const { task } = await start({
      schedule: { frequency: { hours: 6 }, timeout: { hours: 1 } },
    });
    expect(task).toMatchObject({
      frequency: { hours: 6 },
      timeout: { hours: 1 },
    });
  });
});

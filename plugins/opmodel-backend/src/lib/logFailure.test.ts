import { mockServices } from '@backstage/backend-test-utils';
import { logFailure } from './logFailure';

describe('logFailure', () => {
  it('logs why a task failed and lets it fail', async () => {
    const logger = mockServices.logger.mock();
    const error = new Error('the database is away');
    const task = logFailure(logger, 'Numbers are out of date', async () => {
      throw error;
    });

    await expect(task()).rejects.toBe(error);

    expect(logger.error).toHaveBeenCalledWith('Numbers are out of date', error);
  });

  it('passes on what the task is given, and is quiet when all is well', async () => {
    const logger = mockServices.logger.mock();
    const task = jest.fn(async (_signal: AbortSignal) => {});
    const { signal } = new AbortController();

    await logFailure(logger, 'Numbers are out of date', task)(signal);

    expect(task).toHaveBeenCalledWith(signal);
    expect(logger.error).not.toHaveBeenCalled();
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import { RefusalLog } from './RefusalLog';

describe('RefusalLog', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  function startLog() {
    const fail = jest.fn(async (_options: object) => {});
    const auditor = mockServices.auditor.mock({
      createEvent: async () => ({ success: async () => {}, fail }),
    });
    const logger = mockServices.logger.mock();
    return {
      log: new RefusalLog({ auditor, logger }),
      auditor,
      logger,
      fail,
      told: () =>
        auditor.createEvent.mock.calls.map(([{ meta }]) => meta as object),
    };
  }

  it('tells the rest of an attack that ended within the minute', async () => {
    const { log, told, fail } = startLog();
    for (let count = 0; count < 5_000; count += 1) {
      await log.note('hub', 'signature-wrong');
      await jest.advanceTimersByTimeAsync(10);
    }
    await log.note('hub', 'timestamp-missing');
    expect(told()).toEqual([
      { source: 'hub', refusals: { 'signature-wrong': 1 } },
    ]);

    await jest.advanceTimersByTimeAsync(10_000);
    expect(told().slice(1)).toEqual([
      {
        source: 'hub',
        refusals: { 'signature-wrong': 4_999, 'timestamp-missing': 1 },
      },
    ]);
    expect(fail.mock.calls.map(([{ error }]: any) => error.message)).toEqual([
      'signature-wrong',
      'signature-wrong, timestamp-missing',
    ]);

    await jest.advanceTimersByTimeAsync(24 * 60 * 60_000);
    expect(told()).toHaveLength(2);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('tells of one source at most once a minute, and at once after a quiet one', async () => {
    const { log, told } = startLog();
    for (let second = 0; second < 300; second += 1) {
      await log.note('hub', 'signature-wrong');
      await log.note(second < 2 ? 'lab' : 'hub', 'signature-wrong');
      await jest.advanceTimersByTimeAsync(1_000);
    }
    const of = (source: string) =>
      told().filter(meta => 'source' in meta && meta.source === source);
    expect(of('hub')).toHaveLength(6);
    expect(of('lab')).toHaveLength(2);
    await log.note('lab', 'signature-wrong');
    expect(of('lab')).toHaveLength(3);
  });

  it('counts sources that do not exist together', async () => {
    const { log, told } = startLog();
    await log.note(undefined, 'source-unknown');
    expect(told()).toEqual([
      { source: 'unknown', refusals: { 'source-unknown': 1 } },
    ]);
  });

  it('tells what waits before the process ends, and keeps it from ending by no timer', async () => {
    const { log, told } = startLog();
    const setTimeout = jest.spyOn(globalThis, 'setTimeout');
    await log.note('hub', 'signature-wrong');
    await log.note('lab', 'signature-wrong');
    await log.note('hub', 'signature-wrong');
    expect(setTimeout.mock.results.map(({ value }) => value.hasRef())).toEqual([
      false,
      false,
    ]);
    await log.flush();
    expect(told().slice(2)).toEqual([
      { source: 'hub', refusals: { 'signature-wrong': 1 } },
    ]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('logs that the auditor could not be told when nobody waits for it', async () => {
    const { log, auditor, logger } = startLog();
    await log.note('hub', 'signature-wrong');
    await log.note('hub', 'signature-wrong');
    const error = new Error('the auditor is away');
    auditor.createEvent.mockRejectedValueOnce(error);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(logger.error).toHaveBeenCalledWith(
      'The auditor was not told of refused deliveries of hub',
      error,
    );
  });
});

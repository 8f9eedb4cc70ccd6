import { ConfigReader } from '@backstage/config';
import { Duration } from 'luxon';
import { collectorOf } from '../testing/collectors';
import { neverRun } from './CollectorLeaseStore';
import { isCollectorDue } from './collectorSchedule';
import { readCollectorSettings } from './collectorSettings';

const minute = 60_000;
const started = Date.UTC(2026, 2, 2, 10, 0, 30);

function settingsOf(
  configured: object,
  override: Parameters<typeof collectorOf>[1] = {},
) {
  return readCollectorSettings(
    collectorOf(async () => {}, override),
    new ConfigReader({ opmodel: { collectors: { git: configured } } } as any),
  );
}

function isDue(
  schedule: object | undefined,
  lease: object,
  after: number,
  override: Parameters<typeof collectorOf>[1] = {},
) {
  return isCollectorDue(
    { ...neverRun('git'), ...lease },
    settingsOf(schedule ? { schedule } : {}, override).schedule,
    { startedHereAt: started, now: started + after },
  );
}

describe('readCollectorSettings', () => {
  it('takes what the collector says where nothing is configured', () => {
    expect(settingsOf({}, { overlap: { minutes: 5 } })).toMatchObject({
      schedule: { timeoutMs: 5 * minute, initialDelayMs: 0 },
      overlapMs: 5 * minute,
      budgetShare: 0.5,
    });
    expect(settingsOf({}).overlapMs).toBe(0);
    const { schedule } = settingsOf(
      {},
      {
        schedule: {
          frequency: Duration.fromObject({ hours: 1 }),
          timeout: Duration.fromObject({ minutes: 2 }),
          initialDelay: { seconds: 20 },
        },
      },
    );
    expect(schedule).toMatchObject({
      timeoutMs: 2 * minute,
      initialDelayMs: 20_000,
    });
    expect(schedule.nextAfter(7, { hasRun: true })).toBe(7 + 60 * minute);
  });

  it('takes what is configured', () => {
    expect(
      settingsOf(
        {
          schedule: { frequency: 'PT6H', timeout: { minutes: 30 } },
          overlap: '10m',
          budget: 0.2,
        },
        { overlap: { minutes: 5 } },
      ),
    ).toMatchObject({
      schedule: { timeoutMs: 30 * minute },
      overlapMs: 10 * minute,
      budgetShare: 0.2,
    });
  });

  it.each([
    [{ schedule: { frequency: { cron: 'noon' }, timeout: '1m' } }, 'schedule'],
    [{ schedule: { frequency: '1m' } }, 'schedule'],
    [{ schedule: { frequency: '-1m', timeout: '1m' } }, 'schedule'],
    [{ overlap: { minutes: -1 } }, 'overlap'],
    [{ budget: 0 }, 'budget'],
    [{ budget: 50 }, 'budget'],
  ])('refuses %j and names the key', (configured, key) => {
    expect(() => settingsOf(configured)).toThrow(
      `opmodel.collectors.git.${key}`,
    );
  });
});

describe('isCollectorDue', () => {
  it('follows a frequency from the begin of the last run', () => {
    const startedAt = started - 4 * minute;
    expect(isDue(undefined, {}, 0)).toBe(true);
    expect(isDue(undefined, { startedAt }, 6 * minute - 1)).toBe(false);
    expect(isDue(undefined, { startedAt }, 6 * minute)).toBe(true);
  });

  it('follows a cron text, and makes up for one turn that it missed', () => {
    const hourly = { frequency: { cron: '0 * * * *' }, timeout: '1m' };
    const next = 59.5 * minute;
    expect(isDue(hourly, {}, next - 1)).toBe(false);
    expect(isDue(hourly, {}, next)).toBe(true);
    expect(isDue(hourly, { startedAt: started + next }, next + minute)).toBe(
      false,
    );
    expect(isDue(hourly, { startedAt: started - 60 * minute }, 0)).toBe(true);
  });

  it('waits for a request where runs are asked for', () => {
    const manual = { frequency: { trigger: 'manual' }, timeout: '1m' };
    expect(isDue(manual, {}, 1e9)).toBe(false);
    expect(isDue(manual, { startedAt: 1 }, 1e9)).toBe(false);
    expect(isDue(manual, { requestedAt: started }, 0)).toBe(true);
  });

  it('leaves a replica that has just started its initial delay, unless somebody waits', () => {
    const delayed = {
      frequency: '10m',
      timeout: '1m',
      initialDelay: { seconds: 20 },
    };
    expect(isDue(delayed, {}, 19_999)).toBe(false);
    expect(isDue(delayed, {}, 20_000)).toBe(true);
    expect(isDue(delayed, { startedAt: 1 }, 19_999)).toBe(false);
    expect(isDue(delayed, { requestedAt: 1 }, 0)).toBe(true);
    expect(isDue(delayed, { token: 'a', leaseUntil: started }, 0)).toBe(true);
  });

  it('leaves alone what is being run, and goes on at once from what was broken off', () => {
    const lease = { startedAt: started - 1, token: 'a', leaseUntil: started };
    expect(isDue(undefined, { ...lease, requestedAt: started }, -1)).toBe(
      false,
    );
    expect(isDue(undefined, lease, 0)).toBe(true);
    expect(isDue(undefined, { ...lease, nextAttemptAt: started + 9 }, 8)).toBe(
      false,
    );
  });

  it('pauses after failures, whatever the schedule and whoever asks', () => {
    const paused = {
      startedAt: started - 60 * minute,
      requestedAt: started,
      nextAttemptAt: started + 100,
    };
    expect(isDue(undefined, paused, 99)).toBe(false);
    expect(isDue(undefined, paused, 100)).toBe(true);
    // A nightly run does not wait for the next night.
    expect(
      isDue(
        { frequency: '24h', timeout: '1m' },
        { ...paused, startedAt: started },
        100,
      ),
    ).toBe(true);
  });
});

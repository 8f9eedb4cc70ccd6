import { mockServices } from '@backstage/backend-test-utils';
import { DAY, HOUR, MINUTE } from '../history/workload';
import { profiles } from '../organisation/profiles';
import { FakeIntake } from './FakeIntake';
import { FakeProgressStore } from './FakeProgressStore';
import { MeasurementSender } from './MeasurementSender';

const first = Date.parse('2026-10-15T12:03:00Z');
const { signal } = new AbortController();

function begin() {
  const intake = new FakeIntake();
  const store = new FakeProgressStore();
  let now = first;
  const start = (seed = 'marrowby') =>
    new MeasurementSender({
      store,
      intake,
      logger: mockServices.logger.mock(),
      profiles,
      seed,
      days: 90,
      now: () => now,
    });
  return {
    intake,
    start,
    passes: (ms: number) => {
      now += ms;
    },
  };
}

/** Share of good events of an objective between two instants. */
function attained(
  intake: FakeIntake,
  slo: string,
  { from, to }: { from: number; to: number },
): number {
  const items = [...intake.measured.values()].filter(
    item =>
      item.slo === slo &&
      Date.parse(item.start) >= from &&
      Date.parse(item.start) < to,
  );
  const sum = (field: 'good' | 'total') =>
    items.reduce((total, item) => total + item[field], 0);
  return sum('good') / sum('total');
}

describe('MeasurementSender', () => {
  it('sends the newest first, and the past in longer buckets', async () => {
    const { intake, start } = begin();
    const report = await start().send(signal);
    expect(report).toMatchObject({ duplicate: 0, unmapped: 0, rejected: 0 });
    expect(report.accepted).toBeLessThan(45_000);
    const [newest] = intake.measurements;
    const oldest = intake.measurements.at(-1)!;
    expect(newest[0].seconds).toBe(300);
    expect(
      newest.some(({ start: at }) => at === '2026-10-15T11:55:00.000Z'),
    ).toBe(true);
    expect(oldest[0]).toMatchObject({
      start: '2026-07-17T00:00:00.000Z',
      seconds: 86_400,
    });
    for (const {
      good,
      total,
      start: at,
      seconds,
    } of intake.measured.values()) {
      expect(good >= 0 && good <= total).toBe(true);
      expect(Date.parse(at) % (seconds * 1_000)).toBe(0);
    }
  });

  it('sends what is new when time goes on, and nothing twice', async () => {
    const { intake, start, passes } = begin();
    const sender = start();
    await sender.send(signal);
    const whole = intake.measured.size;
    expect(await sender.send(signal)).toMatchObject({ accepted: 0 });
    passes(5 * MINUTE);
    const report = await sender.send(signal);
    expect(report.accepted).toBe(21);
    expect(intake.measured.size).toBe(whole + 21);
  });

  it('makes up for what a run that broke off did not send', async () => {
    const { intake, start } = begin();
    intake.failAfter = 8;
    await expect(start().send(signal)).rejects.toThrow('the intake is gone');
    intake.failAfter = Infinity;
    await start().send(signal);
    const other = begin();
    await other.start().send(signal);
    expect(
      [...other.intake.measured.keys()].filter(
        key => !intake.measured.has(key),
      ),
    ).toEqual([]);
  });

  it('is another year with another seed', async () => {
    const one = begin();
    const other = begin();
    await one.start().send(signal);
    await other.start('other').send(signal);
    const [oneFirst] = one.intake.measurements;
    const [otherFirst] = other.intake.measurements;
    expect(oneFirst).not.toEqual(otherFirst);
  });

  it('tells of a fast burn, a slow burn and an outage', async () => {
    const { intake, start } = begin();
    await start().send(signal);
    const lastHour = { from: first - HOUR, to: first };
    expect(
      1 - attained(intake, 'product-search-latency', lastHour),
    ).toBeGreaterThan(14.4 * 0.02);
    const lastDays = { from: first - 9 * DAY, to: first };
    const slow =
      (1 - attained(intake, 'basket-availability', lastDays)) / 0.001;
    expect(slow).toBeGreaterThan(1);
    expect(slow).toBeLessThan(6);
    const worst = [...intake.measured.values()]
      .filter(({ seconds, total }) => seconds === 3_600 && total > 100)
      .map(({ good, total }) => good / total);
    expect(Math.min(...worst)).toBeLessThan(0.95);
  });
});

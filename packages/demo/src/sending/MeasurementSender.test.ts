import { mockServices } from '@backstage/backend-test-utils';
import { DAY, HOUR, MINUTE } from '../history/workload';
import type { MeasurementItem } from '../objectives/drawMeasurement';
import { serviceLevels } from '../objectives/serviceLevels';
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
  const start = (
    seed = 'marrowby',
    given: Partial<ConstructorParameters<typeof MeasurementSender>[0]> = {},
  ) =>
    new MeasurementSender({
      store,
      intake,
      logger: mockServices.logger.mock(),
      profiles,
      seed,
      days: 90,
      now: () => now,
      ...given,
    });
  return {
    intake,
    start,
    passes: (ms: number) => {
      now += ms;
    },
  };
}

/** The buckets, of either, that the other does not have just so. */
function differences(one: FakeIntake, other: FakeIntake): string[] {
  return [
    ...new Set([...one.measured.keys(), ...other.measured.keys()]),
  ].filter(
    key =>
      JSON.stringify(one.measured.get(key)) !==
      JSON.stringify(other.measured.get(key)),
  );
}

/** What was counted of an objective, in the order of time. */
function bucketsOf(
  intake: FakeIntake,
  { slo, objective }: { slo: string; objective: number },
): MeasurementItem[] {
  return [...intake.measured.values()]
    .filter(item => item.slo === slo && item.objective === objective)
    .sort((a, b) => (a.start < b.start ? -1 : 1));
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
    const newestOf = intake.measurements.map(
      items =>
        items
          .map(({ start: at }) => at)
          .sort()
          .at(-1)!,
    );
    expect(newestOf).toEqual([...newestOf].sort().reverse());
    expect(newestOf[0]).toBe('2026-10-15T11:55:00.000Z');
    expect(
      Math.max(...intake.measurements.map(({ length }) => length)),
    ).toBeLessThanOrEqual(1_000);
    // One bucket follows another in every objective, from the first day until now, and they get shorter.
    for (const { slo, objective } of serviceLevels) {
      const inTime = bucketsOf(intake, { slo, objective });
      const ends = inTime.map(({ start: at, seconds }) =>
        new Date(Date.parse(at) + seconds * 1_000).toISOString(),
      );
      expect([slo, ...inTime.map(({ start: at }) => at)]).toEqual([
        slo,
        '2026-07-17T00:00:00.000Z',
        ...ends.slice(0, -1),
      ]);
      expect(ends.at(-1)).toBe('2026-10-15T12:00:00.000Z');
      const lengths = inTime.map(({ seconds }) => seconds);
      expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
      expect(new Set(lengths)).toEqual(new Set([86_400, 3_600, 300]));
    }
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
    expect(
      [...intake.measured.values()]
        .slice(whole)
        .map(({ start: at, seconds }) => [at, seconds]),
    ).toEqual(Array(21).fill(['2026-10-15T12:00:00.000Z', 300]));
  });

  it('makes up for what a run that broke off did not send', async () => {
    const { intake, start } = begin();
    intake.failAfter = 8;
    await expect(start().send(signal)).rejects.toThrow('the intake is gone');
    intake.failAfter = Infinity;
    await start().send(signal);
    const other = begin();
    await other.start().send(signal);
    expect(differences(intake, other.intake)).toEqual([]);
  });

  it('is the same year with the same seed, and another with another', async () => {
    const one = begin();
    const same = begin();
    const other = begin();
    await one.start().send(signal);
    await same.start().send(signal);
    await other.start('other').send(signal);
    expect(same.intake.measurements).toEqual(one.intake.measurements);
    expect(new Set(other.intake.measured.keys())).toEqual(
      new Set(one.intake.measured.keys()),
    );
    const differing = differences(one.intake, other.intake);
    for (const { slo, objective, perMinute } of serviceLevels) {
      const own = differing.filter(key =>
        key.startsWith(`${slo} ${objective} `),
      );
      // Of what hardly ever happens, most buckets have none in both years.
      expect([slo, own.length > (perMinute < 1 ? 100 : 1_400)]).toEqual([
        slo,
        true,
      ]);
    }
  });

  it('fails for what is rejected, and says what was', async () => {
    const { start } = begin();
    const logger = mockServices.logger.mock();
    const rejecting = start('marrowby', {
      logger,
      intake: {
        measure: async items =>
          items.map(({ slo }) => ({
            source: null,
            id: slo,
            status: 'rejected',
            reason: 'the event does not meet its contract',
            errors: [{ path: 'slo', message: 'expected an SLO' }],
          })),
      },
    });
    await expect(rejecting.send(signal)).rejects.toThrow(
      /rejected \d+ measurements/,
    );
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringMatching(/slo: expected an SLO/),
    );
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

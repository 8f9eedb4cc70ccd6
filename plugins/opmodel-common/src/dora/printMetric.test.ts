import fc from 'fast-check';
import { addDays } from '../calendar/days';
import type { DoraMetricId } from '../client/OpmodelApi';
import { doraProfileIds, type DoraProfileId } from './doraProfile';
import type { PrintFigures } from './printFigures';
import { printMetric } from './printMetric';
import { doraProfiles } from './profiles/doraProfiles';

const HOUR = 3_600;
const DAY = 24 * HOUR;
// Monday to Sunday, four weeks, all in November.
const window = { from: '2026-11-02', to: '2026-11-29' };

function print(
  id: DoraProfileId,
  metric: DoraMetricId,
  figures: Omit<PrintFigures, 'window'>,
) {
  return printMetric(metric, doraProfiles[id], { window, ...figures });
}

describe('Apache DevLake', () => {
  it.each([
    // 89 minutes are 1.48 hours.
    [89 * 60, 1.5, 'Less than one day(elite)'],
    [24 * HOUR - 60, 24, 'Less than one day(elite)'],
    [24 * HOUR, 24, 'Between one day and one week(high)'],
    [7 * DAY, 168, 'Between one week and one month(medium)'],
    [30 * DAY, 720, 'More than one month(low)'],
  ])('prints a lead time of %d s as %d h', (medianSeconds, value, text) => {
    expect(print('devlake', 'change-lead-time', { medianSeconds })).toEqual({
      value,
      unit: 'hours',
      text,
    });
  });

  it('prints fail rates to one decimal, in bands of its own', () => {
    const rate = (numerator: number, deployments: number) =>
      print('devlake', 'change-fail-rate', { numerator, deployments });
    expect(rate(1, 20)).toEqual({
      value: 5,
      unit: 'percent',
      text: '0-5%(elite)',
    });
    expect(rate(1, 7)).toMatchObject({ value: 14.3, text: '10%-15%(medium)' });
    expect(rate(1, 3)).toMatchObject({ value: 33.3, text: '> 15%(low)' });
    // 0.05004 has become 0.0500 before it is compared.
    expect(rate(1251, 25_000)).toMatchObject({ text: '0-5%(elite)' });
    expect(rate(0, 0)).toBeNull();
  });

  it('prints the lower median of deployment days a week, else a month', () => {
    const frequency = (deploymentDays: string[]) =>
      print('devlake', 'deployment-frequency', {
        deployments: deploymentDays.length,
        deploymentDays,
      });
    // 3, 1, 0 and 2 days: the two middle ones are 1 and 2.
    expect(
      frequency([
        '2026-11-02',
        '2026-11-03',
        '2026-11-04',
        '2026-11-10',
        '2026-11-23',
        '2026-11-29',
      ]),
    ).toEqual({
      value: 1,
      unit: 'deployment-days-per-week',
      text: '1 deployment days per week(high)',
    });
    expect(frequency(['2026-11-02', '2026-11-29'])).toEqual({
      value: null,
      unit: 'bucket',
      text: '2 deployment days per month(medium)',
    });
    expect(frequency([])).toMatchObject({
      text: '0 deployment days per month(low)',
    });
  });

  it('knows the last 400 days of a longer range alone', () => {
    const mondays = Array.from({ length: 30 }, (_, week) =>
      addDays('2026-11-23', -7 * week),
    );
    const over = (from: string) =>
      printMetric('deployment-frequency', doraProfiles.devlake, {
        window: { from, to: '2026-11-29' },
        deployments: mondays.length,
        deploymentDays: mondays,
      })?.text;
    // 58 weeks are touched by 400 days up to Sunday, and of 58 the middle ones are the 29th and the 30th: 28 weeks of none.
    expect(over('2024-12-30')).toBe('1 deployment days per week(high)');
    expect(over('2025-10-26')).toBe('1 deployment days per week(high)');
  });
});

describe('Four Keys', () => {
  it('prints the bucket of the median, with minutes and hours', () => {
    expect(
      print('four-keys', 'change-lead-time', { medianSeconds: 90 * 60 }),
    ).toEqual({ value: 90, unit: 'minutes', text: 'One day' });
    expect(
      print('four-keys', 'change-lead-time', { medianSeconds: DAY }),
    ).toMatchObject({ text: 'One week' });
    expect(
      print('four-keys', 'failed-deployment-recovery-time', {
        medianSeconds: 730 * HOUR,
      }),
    ).toEqual({ value: 730, unit: 'hours', text: 'Six months' });
  });

  it('prints more than 100 % in the worst bucket, whose name ends at 60', () => {
    expect(
      print('four-keys', 'change-fail-rate', { numerator: 3, deployments: 2 }),
    ).toEqual({ value: 150, unit: 'percent', text: '46-60%' });
    expect(
      print('four-keys', 'change-fail-rate', { numerator: 3, deployments: 20 }),
    ).toMatchObject({ value: 15, text: '0-15%' });
    expect(
      print('four-keys', 'change-fail-rate', { numerator: 2, deployments: 10 }),
    ).toMatchObject({ text: '16-45%' });
  });

  const frequency = (deploymentDays: string[], knownFrom = '2026-10-01') =>
    print('four-keys', 'deployment-frequency', {
      deployments: deploymentDays.length,
      deploymentDays,
      knownFrom,
    })?.text;

  it('looks at the median week', () => {
    // Sundays begin weeks: 1, 8, 15, 22 and 29 November.
    const days = (...numbers: number[]) =>
      numbers.map(number => `2026-11-${String(number).padStart(2, '0')}`);
    expect(frequency(days(2, 3, 4, 8, 9, 10, 15, 16, 17, 22))).toBe('Daily');
    expect(frequency(days(2, 3, 8, 15, 22))).toBe('Weekly');
    // Two of five weeks; but two of the weeks that begin in this month.
    expect(frequency(days(2, 3, 4, 8, 9, 10))).toBe('Monthly');
    expect(frequency([])).toBe('Yearly');
  });

  it('counts only from the day after the first that is known', () => {
    // From 16 November on: weeks of the 15th, 22nd and 29th, two of them with a deployment.
    expect(frequency(['2026-11-16', '2026-11-23'], '2026-11-15')).toBe(
      'Weekly',
    );
    expect(frequency(['2026-11-29'], '2026-11-29')).toBeUndefined();
  });
});

describe('GitLab', () => {
  it('prints days to one decimal', () => {
    expect(
      print('gitlab', 'change-lead-time', { medianSeconds: 5 * HOUR }),
    ).toEqual({ value: 0.2, unit: 'days', text: null });
    expect(
      print('gitlab', 'failed-deployment-recovery-time', {
        medianSeconds: 1.5 * DAY,
      }),
    ).toMatchObject({ value: 1.5 });
  });

  it('divides by all days of the range, and by at least one deployment', () => {
    expect(
      print('gitlab', 'deployment-frequency', { deployments: 10 }),
    ).toEqual({ value: 0.36, unit: 'per-day', text: null });
    expect(
      print('gitlab', 'change-fail-rate', { numerator: 2, deployments: 0 }),
    ).toEqual({ value: 200, unit: 'percent', text: null });
    expect(
      print('gitlab', 'change-fail-rate', { numerator: 1, deployments: 3 }),
    ).toMatchObject({ value: 33.33 });
  });
});

describe('printMetric', () => {
  const metrics: DoraMetricId[] = [
    'change-lead-time',
    'deployment-frequency',
    'failed-deployment-recovery-time',
    'change-fail-rate',
    'deployment-rework-rate',
    'time-to-restore',
    'incident-recurrence',
  ];

  it('prints nothing without data, also where the tool prints its best bucket', () => {
    for (const id of doraProfileIds) {
      for (const metric of metrics) {
        expect(
          print(id, metric, {
            medianSeconds: null,
            numerator: null,
            deployments: null,
            deploymentDays: [],
            knownFrom: null,
          }),
        ).toBeNull();
      }
    }
  });

  it('prints no number that the tool does not have', () => {
    const figures = { medianSeconds: 60, numerator: 1, deployments: 2 };
    for (const id of doraProfileIds) {
      for (const metric of metrics.slice(4)) {
        expect(print(id, metric, figures)).toBeNull();
      }
    }
    expect(print('dora-2026', 'change-lead-time', figures)).toBeNull();
  });

  it('never prints less for more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...doraProfileIds.slice(1)),
        fc.constantFrom(
          'change-lead-time' as const,
          'failed-deployment-recovery-time' as const,
        ),
        fc.nat(400 * DAY),
        fc.nat(400 * DAY),
        (id, metric, a, b) => {
          const value = (medianSeconds: number) =>
            print(id, metric, { medianSeconds })!.value!;
          expect(value(Math.min(a, b))).toBeLessThanOrEqual(
            value(Math.max(a, b)),
          );
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...doraProfileIds.slice(1)),
        fc.nat(500),
        fc.nat(500),
        fc.integer({ min: 1, max: 500 }),
        (id, a, b, deployments) => {
          const value = (numerator: number) =>
            print(id, 'change-fail-rate', { numerator, deployments })!.value!;
          expect(value(Math.min(a, b))).toBeLessThanOrEqual(
            value(Math.max(a, b)),
          );
        },
      ),
    );
  });

  it('never prints a slower bucket for one more day with a deployment', () => {
    const order = ['Yearly', 'Monthly', 'Weekly', 'Daily'];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 90 })),
        fc.integer({ min: 1, max: 90 }),
        (offsets, more) => {
          const from = '2026-09-01';
          const bucket = (days: number[]) =>
            order.indexOf(
              printMetric('deployment-frequency', doraProfiles['four-keys'], {
                window: { from, to: addDays(from, 90) },
                deployments: days.length,
                deploymentDays: days.map(offset => addDays(from, offset)),
                knownFrom: from,
              })!.text!,
            );
          expect(bucket([...offsets, more])).toBeGreaterThanOrEqual(
            bucket(offsets),
          );
          expect(bucket(offsets)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('prints the same deployment days a week when all days move by whole weeks', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 55 }), { minLength: 30 }),
        fc.integer({ min: -20, max: 20 }),
        (offsets, weeks) => {
          const printed = (from: string) =>
            printMetric('deployment-frequency', doraProfiles.devlake, {
              window: { from, to: addDays(from, 55) },
              deployments: offsets.length,
              deploymentDays: offsets.map(offset => addDays(from, offset)),
            });
          expect(printed(addDays('2026-03-02', weeks * 7))).toEqual(
            printed('2026-03-02'),
          );
        },
      ),
    );
  });
});

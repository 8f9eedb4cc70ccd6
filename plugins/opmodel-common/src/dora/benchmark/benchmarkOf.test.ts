import fc from 'fast-check';
import type { BenchmarkEditionId } from '../../client/DoraInsightApi';
import type { DoraMetricId } from '../../client/OpmodelApi';
import { benchmarkEditions } from './benchmarkEditions';
import { benchmarkOf } from './benchmarkOf';

const HOUR = 3_600;
const DAY = 24 * HOUR;

function place(
  edition: BenchmarkEditionId,
  metric: DoraMetricId,
  value: number,
) {
  const benchmark = benchmarkOf({ metric, value, edition })!;
  return [benchmark.band, benchmark.tier, benchmark.chosenByTool];
}

const lowerIsBetter: DoraMetricId[] = [
  'change-lead-time',
  'failed-deployment-recovery-time',
  'change-fail-rate',
  'deployment-rework-rate',
];
const editions = benchmarkEditions.map(({ id }) => id);
const anyEdition = fc.constantFrom(...editions);

describe('benchmarkOf', () => {
  it('names the cluster whose answer a value is', () => {
    expect(place('2019', 'change-lead-time', 3 * HOUR)).toEqual([
      '<1d',
      'elite',
      false,
    ]);
    expect(place('2021', 'change-lead-time', 2 * DAY)).toEqual([
      '1h-1w',
      'high',
      false,
    ]);
    expect(place('2022', 'failed-deployment-recovery-time', DAY)).toEqual([
      '1d-1w',
      'medium',
      false,
    ]);
    expect(place('2024', 'deployment-frequency', 0.5)).toEqual([
      '1w-1m',
      'medium',
      false,
    ]);
  });

  it('gives a value between two clusters to the worse one, and says that it chose so', () => {
    // 2021: elite below an hour, high from a day on.
    expect(place('2021', 'change-lead-time', 5 * HOUR)).toEqual([
      '1h-1w',
      'high',
      true,
    ]);
    // 2019: 0-15 % or 46-60 %.
    expect(place('2019', 'change-fail-rate', 0.2)).toEqual([
      '>15%',
      'low',
      true,
    ]);
    // 2022: the best cluster answered a day to a week.
    expect(place('2022', 'change-lead-time', HOUR)).toEqual([
      '<1w',
      'high',
      true,
    ]);
  });

  it('names no cluster where several gave the same answer', () => {
    expect(place('2019', 'change-fail-rate', 0.1)).toEqual([
      '<=15%',
      null,
      false,
    ]);
    expect(place('2023', 'change-lead-time', 10 * DAY)).toEqual([
      '>1w',
      null,
      false,
    ]);
  });

  it('knows that the high cluster of 2024 failed more often than the medium one', () => {
    expect(place('2024', 'change-fail-rate', 0.05)).toEqual([
      '<=5%',
      'elite',
      true,
    ]);
    expect(place('2024', 'change-fail-rate', 0.08)).toEqual([
      '5-20%',
      null,
      true,
    ]);
    expect(place('2024', 'change-fail-rate', 0.2)).toEqual([
      '5-20%',
      null,
      true,
    ]);
    expect(place('2024', 'change-fail-rate', 0.3)).toEqual([
      '>20%',
      'low',
      true,
    ]);
  });

  it('places a value in the distribution of 2025', () => {
    // Better: 9.4 % below an hour, 15 % below a day.
    expect(
      benchmarkOf({
        metric: 'change-lead-time',
        value: 3 * DAY,
        edition: '2025',
      }),
    ).toMatchObject({
      kind: 'distribution',
      tier: null,
      band: '1d-1w',
      chosenByTool: false,
      shareBetter: 0.244,
      shareSame: 0.319,
      quickCheckScore: 6,
    });
    expect(
      benchmarkOf({
        metric: 'deployment-frequency',
        value: 20,
        edition: '2025',
      }),
    ).toMatchObject({
      band: 'on-demand',
      chosenByTool: true,
      shareBetter: 0,
      shareSame: 0.162,
      quickCheckScore: 10,
    });
    // Only the mean of the answers is known.
    expect(
      benchmarkOf({ metric: 'change-fail-rate', value: 0.25, edition: '2025' }),
    ).toMatchObject({
      band: '>19%',
      chosenByTool: true,
      shareBetter: null,
      shareSame: null,
      quickCheckScore: 7.5,
    });
  });

  it('tells how large clusters are, not how many answered what', () => {
    expect(
      benchmarkOf({
        metric: 'change-lead-time',
        value: 3 * DAY,
        edition: '2024',
      }),
    ).toMatchObject({
      shareBetter: null,
      shareSame: null,
      bands: [
        { band: '<1d', tier: 'elite', share: 0.19 },
        { band: '1d-1w', tier: 'high', share: 0.22 },
        { band: '1w-1m', tier: 'medium', share: 0.35 },
        { band: '>1m', tier: 'low', share: 0.25 },
      ],
    });
  });

  it('has nothing to say without a value, or of what the edition did not ask', () => {
    for (const edition of editions) {
      expect(
        benchmarkOf({ metric: 'change-lead-time', value: null, edition }),
      ).toBeNull();
      for (const metric of [
        'time-to-restore',
        'incident-recurrence',
      ] as const) {
        expect(benchmarkOf({ metric, value: 0, edition })).toBeNull();
      }
    }
    for (const edition of ['2019', '2021', '2022', '2023', '2024'] as const) {
      expect(
        benchmarkOf({ metric: 'deployment-rework-rate', value: 0.1, edition }),
      ).toBeNull();
    }
  });

  it('never gives a better band to a worse value', () => {
    fc.assert(
      fc.property(
        anyEdition,
        fc.constantFrom(...lowerIsBetter),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (edition, metric, a, b) => {
          // Shares up to 1, durations up to a year.
          const scale = metric.endsWith('-rate') ? 1 : 365 * DAY;
          const rank = (value: number) =>
            rankOf(edition, metric, value * scale);
          expect(rank(Math.min(a, b))).toBeLessThanOrEqual(
            rank(Math.max(a, b)),
          );
        },
      ),
    );
    fc.assert(
      fc.property(
        anyEdition,
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (edition, a, b) => {
          const rank = (value: number) =>
            rankOf(edition, 'deployment-frequency', value);
          expect(rank(Math.max(a, b))).toBeLessThanOrEqual(
            rank(Math.min(a, b)),
          );
        },
      ),
    );
  });
});

describe('an edition', () => {
  it('has bands without a gap, the last of them open, and shares that are no more than a whole', () => {
    for (const { kind, metrics } of benchmarkEditions) {
      for (const [metric, bands] of Object.entries(metrics)) {
        const ends = bands.slice(0, -1).map(({ end }) => end!);
        const ascending = metric !== 'deployment-frequency';
        expect(ends).toEqual(
          [...ends].sort((a, b) => (ascending ? a - b : b - a)),
        );
        expect(new Set(ends).size).toBe(ends.length);
        expect(bands[bands.length - 1].end).toBeNull();
        // Reports round each share: 2024 comes to 101 %.
        const sum = bands.reduce((total, { share }) => total + (share ?? 0), 0);
        expect(sum).toBeLessThan(1.02);
        expect(bands.every(({ tiers }) => tiers.length === 0)).toBe(
          kind === 'distribution',
        );
      }
    }
  });

  it('agrees with the mean that the Quick Check gives for lead time in 2025', () => {
    // 5.5 of 10 with a standard deviation of 2.4, from another file of the same survey.
    const bands = benchmarkEditions.find(({ id }) => id === '2025')!.metrics[
      'change-lead-time'
    ]!;
    const scores = [10, 8, 6, 4, 2, 0];
    const mean = bands.reduce(
      (sum, { share }, index) => sum + share! * scores[index],
      0,
    );
    const square = bands.reduce(
      (sum, { share }, index) => sum + share! * scores[index] ** 2,
      0,
    );
    expect(mean).toBeCloseTo(5.5, 1);
    expect(Math.sqrt(square - mean ** 2)).toBeCloseTo(2.4, 1);
  });
});

function rankOf(
  edition: BenchmarkEditionId,
  metric: DoraMetricId,
  value: number,
): number {
  const benchmark = benchmarkOf({ metric, value, edition });
  return benchmark === null
    ? 0
    : benchmark.bands.findIndex(({ band }) => band === benchmark.band);
}

import fc from 'fast-check';
import { addDays } from '../calendar/days';
import {
  forecastHowMany,
  forecastHowManyInPortions,
  forecastWhen,
  forecastWhenInPortions,
} from './forecast';
import { seededRandom } from './seededRandom';

const startDay = '2026-03-02';
const daysUntil = (bounds: ReturnType<typeof forecastWhen>) =>
  bounds?.map(({ value }) =>
    value === null
      ? null
      : Math.round((Date.parse(value) - Date.parse(startDay)) / 86_400_000) + 1,
  );
const counts = (bounds: ReturnType<typeof forecastHowMany>) =>
  bounds?.map(({ value }) => value);

/** Exactly 1 − Σ (n over i) pⁱ (1 − p)ⁿ⁻ⁱ for i below k: the chance of at least k of n. */
function chanceOfAtLeast(k: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let below = 0;
  for (let i = 0; i < k; i += 1) {
    below += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return 1 - below;
}

describe('seededRandom', () => {
  // What other implementations of mulberry32 give.
  it.each([
    [0, [1144304738, 1416247, 958946056, 627933444]],
    [1985, [3527837133, 3112574143]],
  ])('gives the known sequence of the seed %d', (seed, expected) => {
    const random = seededRandom(seed);
    expect(expected.map(() => random() * 2 ** 32)).toEqual(expected);
  });

  it('fills the range evenly', () => {
    const random = seededRandom(7);
    const bins = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      bins[Math.floor(random() * 10)] += 1;
    }
    // Chi-squared with 9 degrees of freedom is above 27.9 once in a thousand.
    const chiSquared = bins.reduce(
      (sum, count) => sum + (count - 10_000) ** 2 / 10_000,
      0,
    );
    expect(chiSquared).toBeLessThan(27.9);
  });

  it.each([-1, 1.5, 2 ** 32, NaN])('refuses %d as a seed', seed => {
    expect(() => seededRandom(seed)).toThrow('A seed must be a whole number');
  });
});

describe('a forecast', () => {
  it('is certain where every day was the same', () => {
    const always = { dailyThroughput: [2, 2, 2], seed: 1 };
    expect(daysUntil(forecastWhen({ ...always, items: 5, startDay }))).toEqual([
      3, 3, 3, 3,
    ]);
    expect(
      forecastWhen({ ...always, items: 5, startDay })!.map(
        ({ confidence, value }) => [confidence, value],
      ),
    ).toEqual([
      [0.5, '2026-03-04'],
      [0.7, '2026-03-04'],
      [0.85, '2026-03-04'],
      [0.95, '2026-03-04'],
    ]);
    expect(counts(forecastHowMany({ ...always, days: 10 }))).toEqual([
      20, 20, 20, 20,
    ]);
  });

  // Three days of four do one item. Three items are done after three days with the chance 0.75³ = 0.422, after four with 0.738,
  // after five with 0.896 and after six with 0.962.
  it('meets the negative binomial distribution of the last completion', () => {
    for (const seed of [1, 2, 3]) {
      expect(
        daysUntil(
          forecastWhen({
            dailyThroughput: [1, 1, 0, 1],
            items: 3,
            seed,
            startDay,
          }),
        ),
      ).toEqual([4, 4, 5, 6]);
    }
    expect(chanceOfAtLeast(3, 4, 0.75)).toBeCloseTo(0.738, 3);
    expect(chanceOfAtLeast(3, 6, 0.75)).toBeCloseTo(0.962, 3);
  });

  // Of 20 days with one chance in four, at least 5 items with 0.585, 4 with 0.775, 3 with 0.909 and 2 with 0.976.
  it('meets the binomial distribution of what is done', () => {
    for (const seed of [1, 2, 3]) {
      expect(
        counts(
          forecastHowMany({ dailyThroughput: [0, 0, 1, 0], days: 20, seed }),
        ),
      ).toEqual([5, 4, 3, 2]);
    }
    expect(chanceOfAtLeast(5, 20, 0.25)).toBeCloseTo(0.585, 3);
    expect(chanceOfAtLeast(2, 20, 0.25)).toBeCloseTo(0.976, 3);
  });

  it('meets the exact distribution for any share of days with a completion', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 0xffff_ffff }),
        (good, days, seed) => {
          const dailyThroughput = Array.from({ length: 10 }, (_, index) =>
            index < good ? 1 : 0,
          );
          const bounds = forecastHowMany({ dailyThroughput, days, seed })!;
          for (const { confidence, value } of bounds) {
            // Five standard errors of a share of 10,000 trials are at most 0.025.
            expect(chanceOfAtLeast(value!, days, good / 10)).toBeGreaterThan(
              confidence - 0.025,
            );
            expect(chanceOfAtLeast(value! + 1, days, good / 10)).toBeLessThan(
              confidence + 0.025,
            );
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is later and smaller the surer it is to be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(),
        (dailyThroughput, size, seed) => {
          const options = { dailyThroughput, seed, trials: 200 };
          const when = forecastWhen({ ...options, items: size, startDay });
          const howMany = forecastHowMany({ ...options, days: size });
          const isKnown = dailyThroughput.some(count => count > 0);
          const days = (when ?? []).map(({ value }) => value ?? '9999');
          const items = (howMany ?? []).map(({ value }) => value!);
          expect([days.length, items.length]).toEqual(
            isKnown ? [4, 4] : [0, 0],
          );
          expect(days).toEqual([...days].sort());
          expect(items).toEqual([...items].sort((a, b) => b - a));
        },
      ),
    );
  });

  it('is the same for the same seed and moves with its first day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), seed => {
        const options = {
          dailyThroughput: [0, 3, 1, 0, 2],
          items: 20,
          seed,
          trials: 100,
        };
        const first = forecastWhen({ ...options, startDay });
        expect(forecastWhen({ ...options, startDay })).toEqual(first);
        expect(
          forecastWhen({ ...options, startDay: addDays(startDay, 7) }),
        ).toEqual(
          first!.map(({ confidence, value }) => ({
            confidence,
            value: addDays(value!, 7),
          })),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('counts the days without a completion', () => {
    const [median] = forecastHowMany({
      dailyThroughput: [7, 0, 0, 0, 0, 0, 0],
      days: 70,
      seed: 1,
    })!;
    // About one a day; without the zeros it would be 490.
    expect(median.value).toBeGreaterThan(50);
    expect(median.value).toBeLessThan(90);
  });

  it('says nothing of what lies beyond the horizon', () => {
    expect(
      daysUntil(
        forecastWhen({
          dailyThroughput: [1],
          items: 11,
          seed: 1,
          startDay,
          horizonDays: 10,
        }),
      ),
    ).toEqual([null, null, null, null]);
    const mixed = daysUntil(
      forecastWhen({
        dailyThroughput: [0, 1],
        items: 1,
        seed: 1,
        startDay,
        horizonDays: 2,
      }),
    );
    // After two days one half and one quarter have done it; the rest is beyond.
    expect(mixed!.slice(1)).toEqual([2, null, null]);
  });

  it('can be made in portions, of which none is long', () => {
    const rarely = {
      dailyThroughput: [...Array.from({ length: 89 }, () => 0), 1],
      seed: 3,
    };
    const when = { ...rarely, items: 12, startDay };
    const howMany = { ...rarely, days: 1095 };
    for (const [portions, whole] of [
      [forecastWhenInPortions(when), forecastWhen(when)],
      [forecastHowManyInPortions(howMany), forecastHowMany(howMany)],
    ] as const) {
      let count = 1;
      let portion = portions.next();
      for (; !portion.done; portion = portions.next()) {
        count += 1;
      }
      // Ten thousand trials of some thousand days.
      expect(count).toBeGreaterThan(50);
      expect(portion.value).toEqual(whole);
    }
  });

  it('plays nothing through that no day of the history could reach', () => {
    const portions = forecastWhenInPortions({
      dailyThroughput: [0, 0, 1],
      items: 1_096,
      seed: 1,
      startDay,
    });
    const { done, value } = portions.next();
    expect(done).toBe(true);
    expect(value).toEqual(
      [0.5, 0.7, 0.85, 0.95].map(confidence => ({ confidence, value: null })),
    );
  });

  it('gives no answer from a history without a completion', () => {
    const never = { dailyThroughput: [0, 0], seed: 1 };
    expect(forecastWhen({ ...never, items: 1, startDay })).toBeNull();
    expect(forecastHowMany({ ...never, days: 5 })).toBeNull();
    expect(
      forecastHowMany({ dailyThroughput: [], seed: 1, days: 5 }),
    ).toBeNull();
  });

  it('counts trials exactly, however numbers are kept', () => {
    // 0.07 · 100 is 7.000000000000001.
    const [at7, above7] = forecastHowMany({
      dailyThroughput: Array.from({ length: 1_000 }, (_, index) => index),
      days: 1,
      seed: 1,
      trials: 100,
      confidences: [0.07, 0.075],
    })!;
    expect(at7.value).toBeGreaterThan(above7.value!);
  });

  it('refuses what cannot be asked', () => {
    const options = { dailyThroughput: [1], seed: 1 };
    expect(() => forecastWhen({ ...options, items: 0, startDay })).toThrow(
      "'items' must be a whole number from 1, got 0",
    );
    expect(() => forecastHowMany({ ...options, days: 1.5 })).toThrow(
      "'days' must be",
    );
    expect(() =>
      forecastHowMany({ ...options, days: 1, confidences: [0] }),
    ).toThrow('A confidence must be');
  });
});

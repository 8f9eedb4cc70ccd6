import fc from 'fast-check';
import { BUCKET } from '../testing/sliRequests';
import type { MeasurementPlan, MeasurementReading } from './planMeasurement';
import { bucketOf, type PartValues, readBuckets } from './readBuckets';

const MINUTE = 60_000;

const planOf = (
  reading: MeasurementReading,
  stepSeconds: 60 | 300 = 300,
  bucketSeconds: 60 | 300 = 300,
): MeasurementPlan => ({ parts: [], bucketSeconds, stepSeconds, reading });

const goodOnes = planOf({
  type: 'counts',
  numerator: 'good',
  isNothingNone: true,
});
const badOnes = planOf({
  type: 'counts',
  numerator: 'bad',
  isNothingNone: true,
});
const knownOnes = planOf({
  type: 'counts',
  numerator: 'bad',
  isNothingNone: false,
});
const failures = planOf({ type: 'share', of: 'failure' }, 60);
const quick = planOf(
  { type: 'comparison', comparison: { operator: 'lte', value: 0.3 } },
  60,
);

const at = (...values: [number, number][]) =>
  new Map(values.map(([bucket, value]) => [bucket * BUCKET, value]));

describe('readBuckets', () => {
  it('gives a bucket what happened up to its end', () => {
    expect(bucketOf(BUCKET, 300)).toBe(0);
    expect(bucketOf(BUCKET + 1, 300)).toBe(BUCKET);
    expect(bucketOf(2 * BUCKET, 300)).toBe(BUCKET);
    expect(bucketOf(BUCKET, 60)).toBe(4 * MINUTE);
    expect(
      readBuckets(goodOnes, {
        good: at([1, 9.5], [2, 0]),
        total: at([2, 0], [1, 10]),
      }),
    ).toEqual([
      { start: 0, good: 9.5, total: 10 },
      { start: BUCKET, good: 0, total: 0 },
    ]);
  });

  it('counts each minute for itself where minutes are asked for', () => {
    const byMinute = planOf({ type: 'share', of: 'success' }, 60, 60);
    expect(
      readBuckets(byMinute, {
        value: new Map([
          [MINUTE, 1],
          [2 * MINUTE, 0.5],
          [4 * MINUTE, NaN],
        ]),
      }),
    ).toEqual([
      { start: 0, good: 60, total: 60 },
      { start: MINUTE, good: 30, total: 60 },
      { start: 3 * MINUTE, good: 0, total: 0 },
    ]);
  });

  it.each<[string, MeasurementPlan, PartValues, [number, number][]]>([
    ['nothing of the total', badOnes, { bad: at([1, 3]) }, []],
    ['nothing that is bad', badOnes, { total: at([1, 10]) }, [[10, 10]]],
    ['nothing that is known to be bad', knownOnes, { total: at([1, 10]) }, []],
    [
      'a total that is no number',
      goodOnes,
      { good: at([1, 1], [2, 1]), total: at([1, NaN], [2, Infinity]) },
      [],
    ],
    [
      'a good count that is no number',
      goodOnes,
      { good: at([1, NaN]), total: at([1, 10]) },
      [],
    ],
    ['a negative total', goodOnes, { total: at([1, -1]) }, []],
    [
      'a bad count below zero',
      badOnes,
      { bad: at([1, -0.25]), total: at([1, 10]) },
      [[10, 10]],
    ],
    [
      'more good than all',
      goodOnes,
      { good: at([1, 10.5]), total: at([1, 10]) },
      [[10, 10]],
    ],
    ['a ratio', failures, { value: at([1, 0.25]) }, [[45, 60]]],
    ['a ratio of nothing', failures, { value: at([1, NaN]) }, [[0, 0]]],
    ['an infinite ratio', failures, { value: at([1, -Infinity]) }, []],
    [
      'a ratio a little above 1',
      failures,
      { value: at([1, 1.001]) },
      [[0, 60]],
    ],
    [
      'a value',
      quick,
      { value: at([1, 0.3], [2, 0.31]) },
      [
        [60, 60],
        [0, 60],
      ],
    ],
    ['an infinite value', quick, { value: at([1, Infinity]) }, [[0, 60]]],
    ['no value', quick, { value: at([1, NaN]) }, [[0, 0]]],
    ['nothing', quick, {}, []],
  ])('knows what to make of %s', (_what, plan, values, expected) => {
    expect(
      readBuckets(plan, values).map(({ good, total }) => [good, total]),
    ).toEqual(expected);
  });

  it.each([
    [
      goodOnes,
      { good: at([1, 100]), total: at([1, 10]) },
      'The good query counts 100 where the total counts 10',
    ],
    [failures, { value: at([1, 99.9]) }, 'The ratio is 99.9'],
    [failures, { value: at([1, -0.5]) }, 'The ratio is -0.5'],
  ])('refuses what cannot be', (plan, values, problem) => {
    expect(() => readBuckets(plan, values)).toThrow(problem);
  });

  const value = fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
    fc.constantFrom(NaN, Infinity, -Infinity, 0, 1),
  );
  const values = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 60 }), value), {
      selector: ([minute]) => minute,
    })
    .map(
      list =>
        new Map(list.map(([minute, it]) => [minute * MINUTE, it] as const)),
    );

  it('counts at most what there is, in order, and of parts what it counts of the whole', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(badOnes, knownOnes, failures, quick),
        values,
        values,
        fc.integer({ min: 0, max: 12 }),
        (plan, first, second, border) => {
          const part = (from: number, to: number) => {
            const cut = (whole: Map<number, number>) =>
              new Map(
                [...whole].filter(
                  ([time]) => time > from * BUCKET && time <= to * BUCKET,
                ),
              );
            return readBuckets(plan, {
              bad: cut(first),
              total: cut(second),
              value: cut(first),
            });
          };
          const whole = part(0, 12);
          expect([...part(0, border), ...part(border, 12)]).toEqual(whole);
          for (const [index, { start, good, total }] of whole.entries()) {
            expect(start).toBeGreaterThan(whole[index - 1]?.start ?? -1);
            expect(good).toBeGreaterThanOrEqual(0);
            expect(good).toBeLessThanOrEqual(total);
            expect(total).toBeLessThanOrEqual(300);
          }
        },
      ),
    );
  });
});

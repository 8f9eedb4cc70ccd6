import fc from 'fast-check';
import type { SliBucket } from './sliBucket';
import { rollUpTallies, sumTallies } from './sloTally';
import {
  checkTimeSlices,
  countableSliceSeconds,
  tallyBuckets,
} from './tallyBuckets';

const FIVE_MINUTES = 300_000;
const HOUR = 3_600_000;
const start = Date.UTC(2026, 2, 2);
const bucket = (place: number, good: number, total: number): SliBucket => ({
  start: start + place * FIVE_MINUTES,
  good,
  total,
});
const sliced = (timeSliceSeconds: number, timeSliceTarget = 0.95) => ({
  timeSliceSeconds,
  timeSliceTarget,
});
const events = { timeSliceSeconds: null, timeSliceTarget: null };
const later = start + 2 * 24 * HOUR;

describe('checkTimeSlices', () => {
  it.each([
    [300, null],
    [900, null],
    [3_600, null],
    [86_400, null],
    [60, null],
    [120, 'not_in_buckets'],
    [450, 'not_in_buckets'],
    [2_100, 'not_in_days'],
    [172_800, 'not_in_days'],
    [0, 'no_slice_length'],
    [-300, 'no_slice_length'],
  ])('says of slices of %s seconds: %s', (seconds, problem) => {
    expect(checkTimeSlices(sliced(seconds), 'Timeslices')).toBe(problem);
  });

  it('asks for a target of slices where they are good or bad, and for nothing where events are counted', () => {
    const noTarget = { timeSliceSeconds: 300, timeSliceTarget: null };
    expect(checkTimeSlices(noTarget, 'Timeslices')).toBe('no_slice_target');
    expect(checkTimeSlices(noTarget, 'RatioTimeslices')).toBeNull();
    expect(checkTimeSlices(events, 'Timeslices')).toBe('no_slice_length');
    expect(checkTimeSlices(events, 'Occurrences')).toBeNull();
  });
});

describe('countableSliceSeconds', () => {
  it.each([
    [20, 60],
    [60, 60],
    [61, 300],
    [300, 300],
    [301, 600],
    [5_400, 5_400],
    [6_000, 7_200],
    [86_400, 86_400],
    [172_800, 86_400],
  ])('is for %d seconds %d', (wanted, countable) => {
    expect(countableSliceSeconds(wanted)).toBe(countable);
    expect(
      checkTimeSlices(
        { timeSliceSeconds: countable, timeSliceTarget: 0.9 },
        'Timeslices',
      ),
    ).toBeNull();
  });
});

describe('tallyBuckets', () => {
  it('counts nothing where slices cannot be counted exactly', () => {
    const { tallies, problem } = tallyBuckets(
      [bucket(0, 1, 1)],
      sliced(120),
      'Timeslices',
      300,
      later,
    );
    expect([tallies, problem]).toEqual([[], 'not_in_buckets']);
  });

  it('puts a slice where it begins, good if it reaches its target', () => {
    const buckets = [
      bucket(0, 100, 100),
      bucket(1, 90, 100),
      bucket(3, 50, 100),
      bucket(4, 100, 100),
      bucket(5, 100, 100),
    ];
    expect(
      tallyBuckets(buckets, sliced(900), 'Timeslices', 300, later).tallies.map(
        ({ start: at, good, slices, goodSlices, ratioSum }) => [
          (at - start) / FIVE_MINUTES,
          good,
          slices,
          goodSlices,
          ratioSum,
        ],
      ),
    ).toEqual([
      // 190 of 200 are exactly 95 %, and the ten minutes that were not measured say nothing.
      [0, 100, 1, 1, 0.95],
      [1, 90, 0, 0, 0],
      [3, 50, 1, 0, 250 / 300],
      [4, 100, 0, 0, 0],
      [5, 100, 0, 0, 0],
    ]);
  });

  it('keeps slices of one minute in five minutes, and knows of none in a minute without events', () => {
    const minutes = [
      [100, 100],
      [90, 100],
      [0, 0],
      [96, 100],
    ].map(([good, total], minute) => ({
      start: start + minute * 60_000,
      good,
      total,
    }));
    const { tallies, emptySlices } = tallyBuckets(
      minutes,
      sliced(60),
      'Timeslices',
      300,
      start + FIVE_MINUTES,
    );
    expect(tallies).toEqual([
      {
        start,
        good: 286,
        total: 300,
        slices: 3,
        goodSlices: 2,
        ratioSum: 1 + 0.9 + 0.96,
      },
    ]);
    expect(emptySlices).toBe(1);
  });

  it('leaves out slices that are not over, and those in which nothing happened', () => {
    const buckets = [bucket(0, 5, 5), bucket(3, 0, 0), bucket(6, 1, 1)];
    const until = start + 7 * FIVE_MINUTES;
    const { tallies, emptySlices, partialSlices } = tallyBuckets(
      buckets,
      sliced(900),
      'RatioTimeslices',
      3_600,
      until,
    );
    expect(tallies).toEqual([
      { start, good: 6, total: 6, slices: 1, goodSlices: 1, ratioSum: 1 },
    ]);
    expect([emptySlices, partialSlices]).toEqual([1, 1]);
    expect(
      tallyBuckets(
        buckets,
        sliced(900),
        'RatioTimeslices',
        3_600,
        until + 2 * FIVE_MINUTES,
      ).partialSlices,
    ).toBe(0);
  });

  it('counts more good than total as wholly good, and leaves out what is no count', () => {
    const { tallies, moreGoodThanTotal, unusable } = tallyBuckets(
      [
        bucket(0, 12, 10),
        bucket(1, 10 + 1e-12, 10),
        bucket(2, Number.NaN, 10),
        bucket(3, -1, 10),
        bucket(4, 1, Infinity),
      ],
      events,
      'Occurrences',
      3_600,
      later,
    );
    expect(tallies).toEqual([
      { start, good: 20, total: 20, slices: 0, goodSlices: 0, ratioSum: 0 },
    ]);
    expect([moreGoodThanTotal, unusable]).toEqual([1, 3]);
  });

  it('keeps a slice that is longer than a bucket whole when hours become days', () => {
    const quarterDay = Array.from({ length: 72 }, (_, place) =>
      bucket(place, place < 7 ? 0 : 10, 10),
    );
    const { tallies } = tallyBuckets(
      quarterDay,
      sliced(21_600, 0.9),
      'Timeslices',
      3_600,
      later,
    );
    expect(tallies.map(({ slices }) => slices)).toEqual([1, 0, 0, 0, 0, 0]);
    expect(rollUpTallies(tallies, 86_400)).toEqual([
      {
        start,
        good: 650,
        total: 720,
        slices: 1,
        goodSlices: 1,
        ratioSum: 650 / 720,
      },
    ]);
  });
});

describe('tallies', () => {
  const someBuckets = fc.array(
    fc
      .record({
        place: fc.nat(2 * 288),
        total: fc.nat(1_000),
        share: fc.nat(100),
      })
      .map(({ place, total, share }) =>
        bucket(place, Math.round((total * share) / 100), total),
      ),
    { maxLength: 60 },
  );
  const someSlices = fc.constantFrom(300, 900, 3_600, 7_200, 21_600, 86_400);
  const someMethods = fc.constantFrom(
    'Occurrences' as const,
    'Timeslices' as const,
    'RatioTimeslices' as const,
  );

  it('of days are the same from five minutes, from hours and at once', () => {
    fc.assert(
      fc.property(
        someBuckets,
        someSlices,
        someMethods,
        (buckets, seconds, method) => {
          const tally = (resolution: 300 | 3_600 | 86_400) =>
            tallyBuckets(buckets, sliced(seconds), method, resolution, later)
              .tallies;
          const days = tally(86_400);
          expect(rounded(rollUpTallies(tally(300), 86_400))).toEqual(
            rounded(days),
          );
          expect(
            rounded(rollUpTallies(rollUpTallies(tally(300), 3_600), 86_400)),
          ).toEqual(rounded(days));
        },
      ),
    );
  });

  it('do not depend on the order of the buckets', () => {
    fc.assert(
      fc.property(
        someBuckets.chain(buckets =>
          fc.tuple(
            fc.constant(buckets),
            fc.shuffledSubarray(buckets, { minLength: buckets.length }),
          ),
        ),
        someSlices,
        someMethods,
        ([buckets, shuffled], seconds, method) => {
          const tally = (of: SliBucket[]) =>
            tallyBuckets(of, sliced(seconds), method, 3_600, later);
          expect(tally(shuffled)).toEqual(tally(buckets));
        },
      ),
    );
  });

  it('of a bucket that is split are those of the whole', () => {
    fc.assert(
      fc.property(
        someBuckets,
        someSlices,
        someMethods,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (buckets, seconds, method, share) => {
          const split = buckets.flatMap(({ start: at, good, total }) => {
            const some = Math.floor(good * share);
            const other = Math.floor((total - good) * share);
            return [
              { start: at, good: some, total: some + other },
              { start: at, good: good - some, total: total - some - other },
            ];
          });
          const tally = (of: SliBucket[]) =>
            tallyBuckets(of, sliced(seconds), method, 300, later).tallies;
          expect(rounded(tally(split))).toEqual(rounded(tally(buckets)));
        },
      ),
    );
  });

  it('of two spans of time add up to those of both', () => {
    fc.assert(
      fc.property(someBuckets, someMethods, (buckets, method) => {
        const noon = start + 12 * HOUR;
        const tally = (of: SliBucket[]) =>
          sumTallies(
            tallyBuckets(of, sliced(3_600), method, 300, later).tallies,
          );
        const parts = [
          tally(buckets.filter(({ start: at }) => at < noon)),
          tally(buckets.filter(({ start: at }) => at >= noon)),
        ];
        const whole = tally(buckets);
        const sum = sumTallies(parts);
        expect(sum.good).toBe(whole.good);
        expect(sum.slices).toBe(whole.slices);
        expect(sum.goodSlices).toBe(whole.goodSlices);
        expect(sum.ratioSum).toBeCloseTo(whole.ratioSum, 9);
      }),
    );
  });

  it('of minutes have the slices that the minutes have, however the time is split and rolled up', () => {
    const someMinutes = fc.uniqueArray(
      fc.record({
        minute: fc.nat(119),
        total: fc.nat(200),
        share: fc.nat(100),
      }),
      { selector: ({ minute }) => minute, maxLength: 60 },
    );
    fc.assert(
      fc.property(
        someMinutes,
        fc.constantFrom('Timeslices' as const, 'RatioTimeslices' as const),
        fc.integer({ min: 0, max: 24 }),
        (drawn, method, border) => {
          const minutes = drawn.map(({ minute, total, share }) => ({
            start: start + minute * 60_000,
            good: Math.round((total * share) / 100),
            total,
          }));
          const cut = start + border * FIVE_MINUTES;
          const kept = [
            minutes.filter(({ start: at }) => at < cut),
            minutes.filter(({ start: at }) => at >= cut),
          ].flatMap(
            of => tallyBuckets(of, sliced(60), method, 300, later).tallies,
          );
          const known = minutes.filter(({ total }) => total > 0);
          const sum = sumTallies(rollUpTallies(kept, 3_600));
          expect(sum).toMatchObject({
            good: minutes.reduce((all, { good }) => all + good, 0),
            total: minutes.reduce((all, { total }) => all + total, 0),
            slices: known.length,
            goodSlices: known.filter(
              ({ good, total }) => good / total >= 0.95 - 1e-12,
            ).length,
          });
          expect(sum.ratioSum).toBeCloseTo(
            known.reduce((all, { good, total }) => all + good / total, 0),
            9,
          );
          expect(kept.every(({ slices }) => slices <= 5)).toBe(true);
        },
      ),
    );
  });

  it('have no more good than total', () => {
    fc.assert(
      fc.property(someBuckets, someSlices, (buckets, seconds) => {
        for (const tally of tallyBuckets(
          buckets,
          sliced(seconds),
          'Timeslices',
          3_600,
          later,
        ).tallies) {
          expect(tally.good).toBeLessThanOrEqual(tally.total);
          expect(tally.goodSlices).toBeLessThanOrEqual(tally.slices);
          expect(tally.ratioSum).toBeLessThanOrEqual(tally.slices);
        }
      }),
    );
  });
});

/** Sums of fractions differ in their last digits. */
function rounded(
  tallies: ReturnType<typeof rollUpTallies>,
): ReturnType<typeof rollUpTallies> {
  return tallies.map(tally => ({
    ...tally,
    ratioSum: Math.round(tally.ratioSum * 1e9),
  }));
}

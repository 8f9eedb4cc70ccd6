import type { SliResolution } from '@opmodel/backstage-plugin-opmodel-common';
import { FakeSliBucketStore } from '../measurement/FakeSliBucketStore';
import { DAY, HOUR, MINUTE, noon } from '../testing/slos';
import { readCountedTallies } from './CountedTallies';

const midnight = noon - 12 * HOUR;
const forgotten = Number.MAX_SAFE_INTEGER;

/** Two days on which ten events happened in each five minutes. */
async function storeOfTwoDays(): Promise<FakeSliBucketStore> {
  const store = new FakeSliBucketStore();
  const starts = Array.from(
    { length: 576 },
    (_, at) => midnight + at * 300_000,
  );
  await store.keep([
    {
      sloRef: 'slo:default/a',
      objective: 0,
      from: midnight,
      to: midnight + 2 * DAY,
      tallies: starts.map(start => ({
        start,
        good: 10,
        total: 10,
        slices: 0,
        goodSlices: 0,
        ratioSum: 0,
        measured: 1,
      })),
    },
  ]);
  return store;
}

async function countDays(
  store: FakeSliBucketStore,
  excluded: { from: number; to: number },
) {
  const tallies = await readCountedTallies(store, {
    sloRef: 'slo:default/a',
    objective: 0,
    resolution: 86_400,
    from: midnight,
    to: midnight + 2 * DAY,
    excluded: [excluded],
  });
  return {
    rows: tallies.length,
    total: tallies.reduce((sum, { total }) => sum + total, 0),
  };
}

describe('readCountedTallies', () => {
  const tenMinutes = {
    from: midnight + 3 * HOUR + 20 * MINUTE,
    to: midnight + 3 * HOUR + 30 * MINUTE,
  };

  it.each<[string, SliResolution[], { rows: number; total: number }]>([
    // The other day, 23 hours, and ten buckets of the hour that is cut.
    ['two buckets of five minutes', [], { rows: 34, total: 5_740 }],
    [
      'the hour, where five minutes are forgotten',
      [300],
      { rows: 24, total: 5_640 },
    ],
    [
      'the day, where hours are forgotten too',
      [300, 3_600],
      { rows: 1, total: 2_880 },
    ],
  ])('leaves out %s', async (_, lost, counted) => {
    const store = await storeOfTwoDays();
    for (const resolution of lost) {
      await store.deleteBatch({ resolution, before: forgotten, limit: 9_999 });
    }
    await expect(countDays(store, tenMinutes)).resolves.toEqual(counted);
  });

  it('leaves out whole hours as hours', async () => {
    const store = await storeOfTwoDays();
    await expect(
      countDays(store, {
        from: midnight + 3 * HOUR,
        to: midnight + 5 * HOUR,
      }),
    ).resolves.toEqual({ rows: 23, total: 5_520 });
  });
});

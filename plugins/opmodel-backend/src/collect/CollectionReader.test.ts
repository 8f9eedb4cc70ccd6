import { readCollection } from './CollectionReader';

const march = { from: '2026-03-01', to: '2026-03-31' };
const read = (completeUntil: string | null) =>
  readCollection(
    {
      readCompleteUntil: async () =>
        completeUntil === null ? null : Date.parse(completeUntil),
    },
    march,
    'Europe/Berlin',
  );

describe('readCollection', () => {
  it('counts the days of a window up to which everything is read', async () => {
    expect(await read('2026-04-02T00:00:00Z')).toEqual({
      numerator: 31,
      denominator: 31,
    });
    // Already the 11th in the zone.
    expect(await read('2026-03-10T23:30:00Z')).toEqual({
      numerator: 11,
      denominator: 31,
    });
    expect(await read('2026-02-01T00:00:00Z')).toEqual({
      numerator: 0,
      denominator: 31,
    });
    expect(await read('1970-01-01T00:00:00Z')).toEqual({
      numerator: 0,
      denominator: 31,
    });
  });

  it('knows nothing where nobody collects', async () => {
    expect(await read(null)).toBeNull();
    expect(await readCollection(undefined, march, 'UTC')).toBeNull();
  });
});

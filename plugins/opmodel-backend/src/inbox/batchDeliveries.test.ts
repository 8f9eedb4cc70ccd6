import fc from 'fast-check';
import { batchDeliveries, type ReadDelivery } from './batchDeliveries';

const limit = 10;

const deliveries = fc
  .array(
    fc.record({
      source: fc.constantFrom('hub', 'lab'),
      events: fc.nat({ max: 15 }),
    }),
    { maxLength: 40 },
  )
  .map(list =>
    list.map(
      ({ source, events }, index) =>
        ({
          claim: { id: String(index), source },
          events: Array(events).fill({}),
        } as unknown as ReadDelivery),
    ),
  );

it('loses none, keeps the order of each source, mixes no sources and overfills no batch', () => {
  fc.assert(
    fc.property(deliveries, given => {
      const batches = batchDeliveries(given, limit);
      for (const source of ['hub', 'lab']) {
        const own = (list: ReadDelivery[]) =>
          list.filter(({ claim }) => claim.source === source);
        expect(own(batches.flat())).toEqual(own(given));
      }
      for (const batch of batches) {
        expect(new Set(batch.map(({ claim }) => claim.source)).size).toBe(1);
        const events = batch.reduce((sum, one) => sum + one.events.length, 0);
        expect(events <= limit || batch.length === 1).toBe(true);
      }
    }),
  );
});

it('puts together what fits', () => {
  const one = (id: string, events: number) =>
    ({
      claim: { id, source: 'hub' },
      events: Array(events).fill({}),
    } as unknown as ReadDelivery);
  const batches = batchDeliveries(
    [one('a', 4), one('b', 6), one('c', 1), one('d', 25), one('e', 1)],
    limit,
  );
  expect(batches.map(batch => batch.map(({ claim }) => claim.id))).toEqual([
    ['a', 'b'],
    ['c'],
    ['d'],
    ['e'],
  ]);
});

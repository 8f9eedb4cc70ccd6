import { seesAll } from '../../catalog/Visibility';
import type { DeliveryPage } from '../../dora/DeliveryHistory';
import { FakeSliBucketStore } from '../measurement/FakeSliBucketStore';
import { DAY, HOUR, noon } from '../testing/slos';
import { SloMarkReader } from './SloMarkReader';

const ref = 'slo:default/a';

const deployment = (subject: string, at: number) =>
  ({
    source: 'https://ci.example.com/',
    subject,
    at,
    title: null,
    version: subject,
    url: null,
    exclusion: null,
    failed: null,
  } as unknown as DeliveryPage['deployments'][number]);

describe('SloMarkReader', () => {
  it('puts nothing down to deployments that an earlier indicator counted', async () => {
    const buckets = new FakeSliBucketStore();
    const from = noon - 2 * DAY;
    await buckets.keep([
      {
        sloRef: ref,
        objective: 0,
        from,
        to: noon,
        tallies: Array.from({ length: 576 }, (_, place) => ({
          start: from + place * 300_000,
          good: 9,
          total: 10,
          slices: 0,
          goodSlices: 0,
          ratioSum: 0,
          measured: 1,
        })),
      },
    ]);
    const marks = new SloMarkReader({
      buckets,
      zone: 'UTC',
      delivery: {
        list: async () => ({
          deployments: [
            deployment('before', noon - 30 * HOUR),
            deployment('across', noon - 26 * HOUR),
            deployment('after', noon - 2 * HOUR),
          ],
          incidents: [],
          deploymentsTotal: 3,
          incidentsTotal: 0,
        }),
      },
    });
    const burnedSince = async (countsFrom: number | null) =>
      (
        await marks.read(
          {
            sloRef: ref,
            objective: 0,
            method: 'Occurrences',
            entityRef: 'component:default/cart',
            budgetAt: () => 1_000,
            span: { from, to: noon },
            until: noon,
            countsFrom,
            corrections: [],
            excluded: [],
          },
          seesAll,
        )
      ).marks.map(({ title, burned }) => [title, burned]);
    // A bad event in each of the 48, 288 and 24 buckets after them; nothing is put down after a day.
    expect(await burnedSince(null)).toEqual([
      ['before', 0.048],
      ['across', 0.288],
      ['after', 0.024],
    ]);
    expect(await burnedSince(noon - 5 * HOUR)).toEqual([
      ['before', null],
      ['across', 0.036],
      ['after', 0.024],
    ]);
  });
});

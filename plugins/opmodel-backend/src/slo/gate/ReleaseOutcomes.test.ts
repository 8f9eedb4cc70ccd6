import { seesAll, seesNone } from '../../catalog/Visibility';
import type { DeliveryPage } from '../../dora/DeliveryHistory';
import { ReleaseOutcomes } from './ReleaseOutcomes';
import { ShadowReporter } from './ShadowReporter';

const start = Date.parse('2026-06-29T12:00:00Z');
const HOUR = 3_600_000;
const cart = 'component:default/cart';

const deployment = (
  at: number,
  failed: boolean,
  given: { environment?: string; exclusion?: string } = {},
) =>
  ({
    at,
    failed,
    environment: given.environment ?? 'prod',
    exclusion: given.exclusion ?? null,
  } as DeliveryPage['deployments'][number]);

const release = (
  id: string,
  at: number,
  environment: string | null = 'prod',
) => ({
  id,
  entityRef: cart,
  at,
  environment,
});

describe('what became of releases', () => {
  const deployments = [
    deployment(start + 30 * HOUR, true),
    deployment(start + 2 * HOUR, false, { environment: 'staging' }),
    deployment(start + 3 * HOUR, true),
    deployment(start - HOUR, true),
    deployment(start + 5 * HOUR, false),
    deployment(start + 7 * HOUR, false, { exclusion: 'not_production' }),
  ];
  const list = jest.fn(async () => ({
    deployments,
    incidents: [],
    deploymentsTotal: deployments.length,
    incidentsTotal: 0,
  }));
  const outcomes = new ReleaseOutcomes({ delivery: { list }, zone: 'UTC' });

  it('is what became of the first deployment within a day, where it was released to', async () => {
    const known = await outcomes.read(
      [
        release('failed', start),
        release('fine', start + 4 * HOUR),
        release('anywhere', start, null),
        release('excluded', start + 6 * HOUR),
        release('elsewhere', start, 'test'),
        release('nothing', start + 31 * HOUR),
      ],
      seesAll,
    );
    expect([...known]).toEqual([
      ['failed', 'failed'],
      ['fine', 'fine'],
      ['anywhere', 'fine'],
    ]);
    expect(list).toHaveBeenCalledWith(
      { scopeRef: cart, ownership: 'now', visibility: seesAll },
      { from: '2026-06-29', to: '2026-07-01' },
      { limit: 1_000 },
    );
  });

  it('is not known to whoever may see no deliveries, and where nobody counts them', async () => {
    const releases = [release('failed', start)];
    expect((await outcomes.read(releases, seesNone)).size).toBe(0);
    const without = new ReleaseOutcomes({ zone: 'UTC' });
    expect((await without.read(releases, seesAll)).size).toBe(0);
  });

  it('is counted once for each release, by what the policy said last', async () => {
    const answer = (id: string, reference: string | null, holds: boolean) => ({
      ...release(id, start),
      reference,
      holds,
    });
    const reporter = new ShadowReporter({
      store: {
        listOfPolicy: async () => [
          answer('a', 'v1', true),
          answer('b', 'v1', false),
          answer('c', null, true),
          answer('d', null, true),
          answer('e', 'v2', false),
        ],
      },
      outcomes: {
        read: async () =>
          new Map([
            ['a', 'failed'],
            ['b', 'fine'],
            ['c', 'fine'],
            ['e', 'failed'],
          ] as const),
      },
    });
    expect(
      await reporter.report(
        'errorbudgetpolicy:default/rules',
        { from: start, to: start + HOUR },
        seesAll,
        seesAll,
      ),
    ).toEqual({
      from: '2026-06-29T12:00:00.000Z',
      to: '2026-06-29T13:00:00.000Z',
      decisions: 4,
      held: 3,
      failed: 1,
      fine: 1,
      unknown: 1,
      passedFailed: 1,
    });
  });
});

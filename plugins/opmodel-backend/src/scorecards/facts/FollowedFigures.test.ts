import { mockServices } from '@backstage/backend-test-utils';
import type {
  FactEntity,
  FactProvider,
} from '@opmodel/backstage-plugin-opmodel-node';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { entityOf, scanEntities } from '../../testing/catalog';
import { FakeScorecardWork } from '../evaluation/FakeScorecardWork';
import { FactProviders } from './FactProviders';
import { FakeFactStore } from './FakeFactStore';
import { FollowedFigures, pauseMs, pauseOfRunsMs } from './FollowedFigures';
import { NewFigures } from './NewFigures';

const noon = Date.UTC(2026, 10, 2, 12);
const a = 'component:default/a';
const b = 'component:default/b';
const { signal } = new AbortController();

describe('following figures', () => {
  let store: FakeFactStore;
  let figures: NewFigures;
  let now: number;
  /** What the subject tells of every entity. */
  let count: number;
  const catalog = new FakeCatalogStore();
  const asked = jest.fn();

  const provider: FactProvider = {
    id: 'delivery',
    title: 'Delivery',
    schema: { count: { type: 'integer', description: 'A count' } },
    cadence: { hours: 1 },
    freshness: { hours: 6 },
    async provide(entities: readonly FactEntity[]) {
      asked(entities.map(({ entityRef }) => entityRef));
      return entities.map(({ entityRef }) => ({ entityRef, facts: { count } }));
    },
  };
  const follow = (given: Partial<FakeFactStore> = {}) =>
    new FollowedFigures({
      store: {
        tell: store.tell.bind(store),
        requestRuns: store.requestRuns.bind(store),
        ...given,
      },
      catalog,
      figures,
      subjects: [
        { id: 'deliveries', providers: [provider] },
        { id: 'silent', providers: [] },
      ],
      logger: mockServices.logger.mock(),
      clock: () => now,
    });
  const countOf = async (entityRef: string) =>
    (await store.read([entityRef]))[0]?.facts.count;
  const nextRun = async () => (await store.listProviders())[0].nextAt;

  beforeEach(async () => {
    now = noon;
    count = 1;
    asked.mockClear();
    figures = new NewFigures();
    store = new FakeFactStore({ work: new FakeScorecardWork() });
    await scanEntities(catalog, [entityOf(a), entityOf(b)]);
    await store.register(
      new FactProviders({ asked: [provider], pushed: [] }).list(),
      { now },
    );
    await store.startRun('delivery', { owner: 'x', now, leaseMs: 1 });
    await store.finishRun('delivery', {
      owner: 'x',
      startedAt: now,
      finishedAt: now,
      nextAt: now + 3_600_000,
      entities: 0,
      problems: 0,
      error: null,
    });
  });

  it('asks at once about the entities that have new figures, and about no others', async () => {
    const tell = figures.listenerOf('deliveries');
    tell([a]);
    tell([a]);
    await expect(follow().follow(signal)).resolves.toBe(true);
    expect(asked.mock.calls).toEqual([[[a]]]);
    expect(await countOf(a)).toBe(1);
    expect(await countOf(b)).toBeUndefined();
    expect(await nextRun()).toBe(noon + 3_600_000);
  });

  it('asks nobody where no figures are new', async () => {
    await expect(follow().follow(signal)).resolves.toBe(false);
    expect(asked).not.toHaveBeenCalled();
  });

  it('says whether anything changed', async () => {
    const followed = follow();
    figures.add('deliveries', [a]);
    await followed.follow(signal);
    figures.add('deliveries', [a]);
    now += pauseMs;
    await expect(followed.follow(signal)).resolves.toBe(false);
  });

  it('gathers what comes during a pause, and asks about it afterwards', async () => {
    const followed = follow();
    figures.add('deliveries', [a]);
    await followed.follow(signal);
    count = 2;
    figures.add('deliveries', [a]);
    now += pauseMs / 2;
    figures.add('deliveries', [b]);
    await expect(followed.follow(signal)).resolves.toBe(false);
    expect(await countOf(a)).toBe(1);
    now += pauseMs / 2;
    await expect(followed.follow(signal)).resolves.toBe(true);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(await countOf(a)).toBe(2);
    expect(await countOf(b)).toBe(2);
  });

  it('has a whole run made where any figures or very many are new', async () => {
    const followed = follow();
    figures.listenerOf('deliveries')();
    figures.listenerOf('deliveries')([a]);
    await expect(followed.follow(signal)).resolves.toBe(false);
    expect(asked).not.toHaveBeenCalled();
    expect(await nextRun()).toBe(noon);
    await store.startRun('delivery', { owner: 'x', now, leaseMs: 1 });
    await store.finishRun('delivery', {
      owner: 'x',
      startedAt: now,
      finishedAt: now,
      nextAt: now + 3_600_000,
      entities: 2,
      problems: 0,
      error: null,
    });
    figures.add(
      'deliveries',
      Array.from({ length: 501 }, (_, place) => `${a}${place}`),
    );
    now += pauseOfRunsMs - 1;
    await followed.follow(signal);
    expect(await nextRun()).toBe(noon + 3_600_000);
    now += 1;
    await followed.follow(signal);
    expect(asked).not.toHaveBeenCalled();
    expect(await nextRun()).toBe(now);
  });

  it('has a whole run made where the provider fails', async () => {
    figures.add('deliveries', [a]);
    await follow({
      tell: async () => {
        throw new Error('away');
      },
    }).follow(signal);
    expect(await nextRun()).toBe(noon);
  });

  it('keeps what it could not ask about', async () => {
    figures.add('deliveries', 'any');
    const broken = follow({
      requestRuns: async () => {
        throw new Error('no database');
      },
    });
    await expect(broken.follow(signal)).rejects.toThrow('no database');
    await follow().follow(signal);
    expect(await nextRun()).toBe(noon);
  });
});

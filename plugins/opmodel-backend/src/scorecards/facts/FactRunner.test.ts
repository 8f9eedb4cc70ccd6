import { mockServices } from '@backstage/backend-test-utils';
import type {
  FactProvider,
  ToldFacts,
} from '@opmodel/backstage-plugin-opmodel-node';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { entityOf, scanEntities } from '../../testing/catalog';
import { FakeScorecardWork } from '../evaluation/FakeScorecardWork';
import { ChangedEntityFacts } from './ChangedEntityFacts';
import { FactProviders } from './FactProviders';
import { FactRunner } from './FactRunner';
import { FakeFactStore } from './FakeFactStore';

const MINUTE = 60_000;
const noon = Date.UTC(2026, 10, 2, 12);
const a = 'component:default/a';
const b = 'component:default/b';
const { signal } = new AbortController();

const providerOf = (
  id: string,
  given: Partial<FactProvider> = {},
): FactProvider => ({
  id,
  title: id,
  schema: { count: { type: 'integer', description: 'A count' } },
  cadence: { hours: 1 },
  freshness: { hours: 6 },
  provide: async entities =>
    entities.map(({ entityRef }) => ({ entityRef, facts: { count: 1 } })),
  ...given,
});

describe('asking for facts', () => {
  let catalog: FakeCatalogStore;
  let store: FakeFactStore;
  let work: FakeScorecardWork;
  let now: number;
  let evaluated: number;
  const logger = mockServices.logger.mock();

  const runnerOf = (
    providers: FactProvider[],
    options: { timeoutMs?: number } = {},
  ) =>
    new FactRunner({
      store,
      catalog,
      providers,
      timeoutMs: options.timeoutMs ?? 30 * MINUTE,
      afterFacts: async () => {
        evaluated += 1;
      },
      logger,
      clock: () => now,
    });
  const register = (...providers: FactProvider[]) =>
    store.register(new FactProviders({ asked: providers, pushed: [] }).list(), {
      now,
    });
  const start = async (...providers: FactProvider[]) => {
    await register(...providers);
    return runnerOf(providers);
  };
  const countOf = async (entityRef: string, provider: string) =>
    (await store.read([entityRef], [provider]))[0]?.facts.count;
  const stateOf = async (id: string) =>
    (await store.listProviders()).find(provider => provider.id === id)!;

  beforeEach(async () => {
    catalog = new FakeCatalogStore();
    work = new FakeScorecardWork();
    store = new FakeFactStore({ work });
    now = noon;
    evaluated = 0;
    await scanEntities(catalog, [
      entityOf(a),
      entityOf(b, { annotations: { 'example.com/x': 'y' } }),
      entityOf('api:default/c'),
      entityOf('group:default/team'),
      entityOf('user:default/jane'),
      entityOf('location:default/here'),
    ]);
  });

  it('asks those that are due about what can be scored, in batches', async () => {
    const asked: string[][] = [];
    const runner = await start(
      providerOf('all', {
        batchSize: 2,
        async provide(entities, context) {
          expect(context.now).toBe(noon);
          asked.push(entities.map(({ entityRef }) => entityRef));
          return [];
        },
      }),
    );
    await runner.runDue(signal);
    expect(asked).toEqual([
      ['api:default/c', a],
      [b, 'group:default/team'],
    ]);
    expect(await stateOf('all')).toMatchObject({
      reportedAt: noon,
      nextAt: noon + 60 * MINUTE,
      entities: 0,
    });
    now += 59 * MINUTE;
    await runner.runDue(signal);
    expect(asked).toHaveLength(2);
    expect(evaluated).toBe(0);
  });

  it('asks about the kinds that a provider speaks of', async () => {
    const provide = jest.fn(async () => []);
    const runner = await start(providerOf('apis', { kinds: ['api'], provide }));
    await runner.runDue(signal);
    expect(provide).toHaveBeenCalledTimes(1);
    expect(provide).toHaveBeenCalledWith(
      [expect.objectContaining({ entityRef: 'api:default/c', kind: 'api' })],
      expect.anything(),
    );
  });

  it('keeps what is told, evaluates it, and evaluates nothing when it is told again', async () => {
    const runner = await start(providerOf('one'));
    await runner.runDue(signal);
    expect(await countOf(a, 'one')).toBe(1);
    expect(evaluated).toBe(1);
    const left = work.list().length;
    now += 60 * MINUTE;
    await runner.runDue(signal);
    expect(await stateOf('one')).toMatchObject({ reportedAt: now });
    expect([evaluated, work.list().length]).toEqual([1, left]);
  });

  it('keeps the failure of one provider from all others, and throws when all have ended', async () => {
    const runner = await start(
      providerOf('broken', {
        provide: async () => {
          throw new Error('away');
        },
      }),
      providerOf('wrong', { provide: async () => 7 as unknown as ToldFacts[] }),
      providerOf('one'),
    );
    await expect(runner.runDue(signal)).rejects.toThrow(
      /broken: Error: away; wrong: TypeError: /,
    );
    expect(await countOf(a, 'one')).toBe(1);
    expect(await stateOf('broken')).toMatchObject({
      error: 'Error: away',
      reportedAt: null,
      nextAt: noon + 5 * MINUTE,
    });
    expect(await stateOf('one')).toMatchObject({ error: null });
    // Not before it is tried again.
    await runner.runDue(signal);
    now += 5 * MINUTE;
    await expect(runner.runDue(signal)).rejects.toThrow('broken');
  });

  it('counts entities of which nothing can be told', async () => {
    const runner = await start(
      providerOf('one', {
        provide: async entities =>
          entities.map(({ entityRef }) =>
            entityRef === a
              ? { entityRef, facts: { count: 0.5 } }
              : { entityRef, facts: { count: 1 } },
          ),
      }),
    );
    await runner.runDue(signal);
    expect(await stateOf('one')).toMatchObject({ entities: 3, problems: 1 });
  });

  it('does not wait for a provider that hangs longer than a run may take', async () => {
    const providers = [
      providerOf('stuck', { provide: () => new Promise(() => {}) }),
      providerOf('one'),
    ];
    await register(...providers);
    const runner = runnerOf(providers, { timeoutMs: 50 });
    await expect(runner.runDue(signal)).rejects.toThrow('stuck');
    expect((await stateOf('stuck')).error).toContain('It was stopped after');
    expect(await countOf(a, 'one')).toBe(1);
  });

  it('leaves alone what another replica asks', async () => {
    const provide = jest.fn(async () => []);
    const providers = [providerOf('one', { provide })];
    await register(...providers);
    await store.startRun('one', { owner: 'other', now, leaseMs: MINUTE });
    await runnerOf(providers).runDue(signal);
    expect(provide).not.toHaveBeenCalled();
    now += MINUTE;
    await runnerOf(providers).runDue(signal);
    expect(provide).toHaveBeenCalled();
  });

  it('does not take a run for failed that the end of the process has stopped', async () => {
    const controller = new AbortController();
    const runner = await start(
      providerOf('one', {
        provide: () => {
          controller.abort(new Error('The backend stops'));
          return new Promise(() => {});
        },
      }),
    );
    await expect(runner.runDue(controller.signal)).rejects.toThrow();
    expect(await stateOf('one')).toMatchObject({
      error: null,
      finishedAt: null,
    });
  });

  describe('when the catalog has changed', () => {
    const news = {
      changed: [] as string[],
      appeared: [] as string[],
      relinked: [] as string[],
      moved: [] as string[],
      removed: [] as string[],
    };
    const takeIn = async (
      providers: FactProvider[],
      given: Partial<typeof news>,
    ) => {
      await register(...providers);
      return new ChangedEntityFacts({
        store,
        catalog,
        providers,
        logger,
        clock: () => now,
      }).takeIn({ ...news, ...given });
    };

    it('asks at once about what has changed, and others about what is new or linked elsewhere', async () => {
      const follows = providerOf('follows', { followsCatalog: true });
      const outside = providerOf('outside');
      expect(
        await takeIn([follows, outside], {
          changed: [a, b],
          relinked: [b],
        }),
      ).toBe(true);
      expect(await countOf(a, 'follows')).toBe(1);
      expect(await countOf(a, 'outside')).toBeUndefined();
      expect(await countOf(b, 'outside')).toBe(1);
      expect(
        await takeIn([follows, outside], { changed: [a], moved: [b] }),
      ).toBe(false);
      expect(await takeIn([follows, outside], { removed: [a] })).toBe(false);
    });

    it('asks a provider about everything that failed, and lets the scan go on', async () => {
      const providers = [
        providerOf('broken', {
          followsCatalog: true,
          provide: async () => {
            throw new Error('away');
          },
        }),
        providerOf('one'),
      ];
      await register(...providers);
      await runnerOf(providers)
        .runDue(signal)
        .catch(() => {});
      now += MINUTE;
      expect(await takeIn(providers, { appeared: [a] })).toBe(false);
      expect(await stateOf('broken')).toMatchObject({ nextAt: now });
    });

    it('has a whole run made where very much is new', async () => {
      const provide = jest.fn(async () => []);
      const providers = [providerOf('outside', { provide })];
      await register(...providers);
      await runnerOf(providers).runDue(signal);
      provide.mockClear();
      now += MINUTE;
      await takeIn(providers, {
        appeared: Array.from({ length: 501 }, (_, place) => `${a}${place}`),
      });
      expect(provide).not.toHaveBeenCalled();
      expect(await stateOf('outside')).toMatchObject({ nextAt: now });
    });
  });
});

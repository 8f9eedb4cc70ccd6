import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import {
  BudgetExhaustedError,
  SourceRequestError,
} from '@opmodel/backstage-plugin-opmodel-node';
import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import { collectorOf, CollectorWorld, eventOf } from '../testing/collectors';

const minute = 60_000;

describe('CollectorRunner', () => {
  let world: CollectorWorld;

  beforeEach(async () => {
    world = new CollectorWorld();
    await world.fillCatalog();
  });

  it('runs what is due, and not before it is due again', async () => {
    const collect = jest.fn(async () => {});
    const replica = world.replicaOf([collectorOf(collect)]);
    await replica.look('git', world.signal);
    await replica.look('git', world.signal);
    expect(collect).toHaveBeenCalledTimes(1);
    world.now += 10 * minute;
    await replica.look('git', world.signal);
    expect(collect).toHaveBeenCalledTimes(2);
  });

  it('waits for the first scan of the catalog', async () => {
    const { catalog } = world;
    world.catalog = new FakeCatalogStore();
    const collect = jest.fn(async () => {});
    await world.replicaOf([collectorOf(collect)]).look('git', world.signal);
    expect(collect).not.toHaveBeenCalled();
    await world
      .replicaOf([collectorOf(collect)], { catalog })
      .look('git', world.signal);
    expect(collect).toHaveBeenCalledTimes(1);
  });

  it('runs what a new entity concerns at once, and once more where it is running', async () => {
    const scheduler = mockServices.scheduler.mock();
    let during = async () => {};
    const collect = jest.fn(() => during());
    const replica = world.replicaOf([collectorOf(collect)], { scheduler });
    await replica.look('git', world.signal);

    await replica.collectFor(['component:default/other']);
    expect(scheduler.triggerTask).not.toHaveBeenCalled();
    await replica.look('git', world.signal);
    expect(collect).toHaveBeenCalledTimes(1);

    await replica.collectFor(['component:default/shop']);
    expect(scheduler.triggerTask).toHaveBeenCalledWith(
      'opmodel-look-after-git',
    );
    during = async () => {
      during = async () => {};
      scheduler.triggerTask.mockRejectedValueOnce(new ConflictError('busy'));
      await replica.collectFor(['component:default/shop']);
    };
    await replica.look('git', world.signal);
    expect(collect).toHaveBeenCalledTimes(2);
    await replica.look('git', world.signal);
    await replica.look('git', world.signal);
    expect(collect).toHaveBeenCalledTimes(3);

    scheduler.triggerTask.mockRejectedValueOnce(new Error('no database'));
    await expect(
      replica.collectFor(['component:default/shop']),
    ).rejects.toThrow('no database');
  });

  it('records a failure and fails, pauses longer after each, and goes on from what was saved', async () => {
    const lost = new Error('no network');
    let isAway = true;
    const seen: unknown[] = [];
    const replica = world.replicaOf([
      collectorOf(async ({ since, emit, saveWatermark }) => {
        seen.push(since);
        await emit([eventOf('1')]);
        await saveWatermark({ head: 'a' });
        if (isAway) {
          throw lost;
        }
      }),
    ]);
    for (const [failures, pause] of [
      [1, 15_000],
      [2, 30_000],
      [3, 60_000],
    ]) {
      await expect(replica.look('git', world.signal)).rejects.toBe(lost);
      expect(await world.health()).toMatchObject({
        state: 'failed',
        events: 1,
        error: 'Error: no network',
        lastSuccessAt: null,
        consecutiveFailures: failures,
        nextAttemptAt: new Date(world.now + pause).toISOString(),
      });
      world.now += pause - 1;
      await replica.look('git', world.signal);
      world.now += 1;
    }
    isAway = false;
    await replica.look('git', world.signal);
    expect(seen).toEqual([
      undefined,
      { head: 'a' },
      { head: 'a' },
      { head: 'a' },
    ]);
    expect(await world.health()).toMatchObject({
      state: 'succeeded',
      error: null,
      consecutiveFailures: 0,
      nextAttemptAt: null,
    });
  });

  it('does not come back before the outside system wants it', async () => {
    const retryAt = world.now + 20 * minute;
    const replica = world.replicaOf([
      collectorOf(async () => {
        throw new SourceRequestError('overloaded', { status: 503, retryAt });
      }),
    ]);
    await expect(replica.look('git', world.signal)).rejects.toThrow();
    expect(await world.health()).toMatchObject({
      nextAttemptAt: new Date(retryAt).toISOString(),
    });
    world.now = retryAt - 1;
    await replica.look('git', world.signal);
    world.now = retryAt;
    await expect(replica.look('git', world.signal)).rejects.toThrow();
  });

  it('holds back a run that has used its budget, without taking that for a failure', async () => {
    const retryAt = world.now + 20 * minute;
    let budget = { limit: 100, remaining: 50, resetAt: retryAt };
    const replica = world.replicaOf([
      collectorOf(async ({ reportProgress, reportProblem }) => {
        reportProblem({ subject: 'shop', message: 'odd' });
        reportProgress({ budget, requests: 7 });
        if (budget.remaining <= 50) {
          throw new BudgetExhaustedError('Held back until noon', { retryAt });
        }
      }),
    ]);
    await replica.look('git', world.signal);
    expect(await world.health()).toMatchObject({
      state: 'held_back',
      error: 'Held back until noon',
      lastSuccessAt: null,
      consecutiveFailures: 0,
      nextAttemptAt: new Date(retryAt).toISOString(),
      budget: {
        limit: 100,
        remaining: 50,
        resetAt: new Date(retryAt).toISOString(),
      },
    });
    budget = { ...budget, remaining: 90 };
    world.now = retryAt - 1;
    await replica.look('git', world.signal);
    expect(await world.health()).toMatchObject({ state: 'held_back' });
    world.now = retryAt;
    await replica.look('git', world.signal);
    expect(await world.health()).toMatchObject({
      state: 'succeeded',
      budget: { remaining: 90 },
    });
  });

  it.each([
    [
      'listens',
      (signal: AbortSignal) =>
        new Promise<void>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    ],
    ['does not listen', () => new Promise<void>(() => {})],
  ])('stops a run that takes too long where it %s', async (_, wait) => {
    const replica = world.replicaOf(
      [collectorOf(({ signal }) => wait(signal))],
      {
        graceMs: 10,
        config: {
          opmodel: {
            collectors: {
              git: { schedule: { frequency: '10m', timeout: '0.05s' } },
            },
          },
        },
      },
    );
    await expect(replica.look('git', world.signal)).rejects.toThrow(
      'It was stopped after 0 s',
    );
    expect(await world.health()).toMatchObject({
      state: 'failed',
      consecutiveFailures: 1,
    });
  });

  it('looks after what is not switched off, by the configured schedule if there is one', async () => {
    const scheduler = mockServices.scheduler.mock();
    const logger = mockServices.logger.mock();
    const failure = new Error('no network');
    const collect = jest.fn(async () => {
      throw failure;
    });
    const replica = world.replicaOf(
      [
        collectorOf(collect),
        collectorOf(async () => {}, { id: 'github' }),
        collectorOf(async () => {}, { id: 'off' }),
      ],
      {
        scheduler,
        logger,
        config: {
          opmodel: {
            collectors: {
              off: { enabled: false },
              github: { schedule: { frequency: { hours: 6 }, timeout: '30m' } },
            },
          },
        },
      },
    );
    await replica.start();
    expect(
      scheduler.scheduleTask.mock.calls.map(([task]) => [
        task.id,
        task.scope,
        task.frequency,
      ]),
    ).toEqual([
      ['opmodel-look-after-git', 'local', { milliseconds: 5000 }],
      ['opmodel-collect-git', 'global', { trigger: 'manual' }],
      ['opmodel-look-after-github', 'local', { milliseconds: 5000 }],
      ['opmodel-collect-github', 'global', { trigger: 'manual' }],
    ]);
    const [[look], [ask]] = scheduler.scheduleTask.mock.calls;
    await expect(look.fn(world.signal as any)).rejects.toBe(failure);
    expect(logger.error).toHaveBeenCalledWith(
      'The collector git is out of date',
      failure,
    );
    world.now += minute;
    collect.mockImplementation(async () => undefined as never);
    await look.fn(world.signal as any);
    await look.fn(world.signal as any);
    expect(collect).toHaveBeenCalledTimes(2);
    await ask.fn(world.signal as any);
    await look.fn(world.signal as any);
    expect(collect).toHaveBeenCalledTimes(3);
    expect(replica.collectors.map(({ id }) => id)).toEqual(['git', 'github']);
    await expect(replica.look('off', world.signal)).rejects.toThrow(
      'No collector off is running here',
    );
  });

  it('refuses two collectors of one id', () => {
    const git = collectorOf(async () => {});
    expect(() => world.replicaOf([git, git])).toThrow(
      'Two collectors have the id git',
    );
  });
});

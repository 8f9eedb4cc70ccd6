import type { Knex } from 'knex';
import { createEngineDatabases } from '../testing/databases';
import {
  collectorOf,
  CollectorWorld,
  databaseCollectorStores,
  eventOf,
} from '../testing/collectors';
import type { CollectorLeaseStore } from './CollectorLeaseStore';
import type { CollectorRunner } from './CollectorRunner';

jest.setTimeout(60_000);

const leaseMs = 600;
const never = new Promise<never>(() => {});

/** Waits until something holds, for a few seconds at most. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (await condition()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  throw new Error('It did not come to this in time');
}

describe('replicas on one PostgreSQL', () => {
  const databases = createEngineDatabases();
  let knex: Knex;
  let world: CollectorWorld;
  let leases: CollectorLeaseStore;

  beforeEach(async () => {
    knex = await databases.createMigrated('POSTGRES_18');
    const stores = databaseCollectorStores(knex);
    ({ leases } = stores);
    world = new CollectorWorld(stores);
    await world.fillCatalog();
  });

  /** A lease store that stops reaching the database, as that of a backend that was killed or cut off. */
  function cutOff(isCut: () => boolean): CollectorLeaseStore {
    return {
      read: ids => leases.read(ids),
      claim: (seen, claim) => leases.claim(seen, claim),
      request: (ids, options) => leases.request(ids, options),
      renew: (id, lease) =>
        isCut() ? Promise.reject(new Error('cut')) : leases.renew(id, lease),
      release: (id, token, after) =>
        isCut() ? never : leases.release(id, token, after),
    };
  }

  it('run a collector one at a time, each turn once', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const collect = async () => {
      runs += 1;
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => setTimeout(resolve, 5));
      running -= 1;
    };
    const replicas = [1, 2, 3].map(() =>
      world.replicaOf([collectorOf(collect)]),
    );
    // Each replica looks again and again while the others run.
    const lookOften = async (replica: CollectorRunner) => {
      for (let look = 0; look < 5; look++) {
        await replica.look('git', world.signal);
      }
    };
    for (let turn = 1; turn <= 10; turn++) {
      await Promise.all(replicas.map(lookOften));
      expect(runs).toBe(turn);
      world.now += 10 * 60_000;
    }
    expect(most).toBe(1);
    const told = await world.stores.store.listRuns('git', { limit: 100 });
    expect(told.map(({ state }) => state)).toEqual(
      Array.from({ length: 10 }, () => 'succeeded'),
    );
  });

  it('go on from the watermark soon after one was killed, and never before its lease is over', async () => {
    let isKilled = false;
    const killed = world.replicaOf(
      [
        collectorOf(async ({ emit, saveWatermark }) => {
          await emit([eventOf('1')]);
          await saveWatermark({ head: 'half' });
          isKilled = true;
          await never;
        }),
      ],
      { leases: cutOff(() => isKilled), clock: Date.now, leaseMs, graceMs: 1 },
    );
    killed.look('git', world.signal).catch(() => {});
    await until(async () => isKilled);
    const { leaseUntil } = (await leases.read(['git'])).get('git')!;

    const seen: unknown[] = [];
    let takenOverAt = 0;
    const next = world.replicaOf(
      [
        collectorOf(async ({ since }) => {
          takenOverAt = Date.now();
          seen.push(since);
        }),
      ],
      { clock: Date.now, leaseMs },
    );
    await until(async () => {
      await next.look('git', world.signal);
      return seen.length > 0;
    });
    expect(seen).toEqual([{ head: 'half' }]);
    expect(takenOverAt).toBeGreaterThanOrEqual(leaseUntil!);
    expect(takenOverAt).toBeLessThan(leaseUntil! + 5_000);
    expect(
      await world.stores.store.listRuns('git', { limit: 9 }),
    ).toMatchObject([
      { state: 'succeeded' },
      {
        state: 'failed',
        error: 'The backend stopped before the run was complete',
      },
    ]);
    expect(await world.health()).toMatchObject({
      state: 'succeeded',
      consecutiveFailures: 0,
    });
  });

  it('pause longer and longer before a run that breaks the backend each time', async () => {
    const breakOff = async () => {
      let begin: (hasBegun: boolean) => void;
      const begun = new Promise<boolean>(resolve => {
        begin = resolve;
      });
      const replica = world.replicaOf(
        [
          collectorOf(() => {
            begin(true);
            return never;
          }),
        ],
        { leases: cutOff(() => true), leaseMs, graceMs: 1 },
      );
      const looked = replica.look('git', world.signal).then(
        () => false,
        () => true,
      );
      return Promise.race([begun, looked]);
    };
    expect(await breakOff()).toBe(true);
    world.now += leaseMs - 1;
    expect(await breakOff()).toBe(false);
    world.now += 1;
    // The first time, at once.
    expect(await breakOff()).toBe(true);
    world.now += 14_999;
    expect(await breakOff()).toBe(false);
    world.now += 1;
    expect(await breakOff()).toBe(true);
    world.now += 29_999;
    expect(await breakOff()).toBe(false);
    world.now += 1;
    expect(await breakOff()).toBe(true);
    expect((await leases.read(['git'])).get('git')).toMatchObject({
      consecutiveFailures: 3,
    });
  });

  it('end a run that another has taken over, and keep nothing of what it still says', async () => {
    const ends: unknown[] = [];
    const slow = collectorOf(async ({ signal, emit, saveWatermark }) => {
      const { token } = (await leases.read(['git'])).get('git')!;
      // Its heartbeat did not come through for long, and another replica has run meanwhile.
      await knex('collector_leases').update({ lease_until: 0 });
      world.now += 1;
      await world
        .replicaOf([
          collectorOf(({ saveWatermark: save }) => save({ head: 'newer' })),
        ])
        .look('git', world.signal);
      expect(
        await world.stores.store.saveWatermark(
          'git',
          { head: 'older' },
          { token: token!, now: 1 },
        ),
      ).toBe(false);
      await saveWatermark({ head: 'older' }).catch(error =>
        ends.push(error.message),
      );
      await until(async () => signal.aborted);
      await emit([eventOf('late')]).catch(error => ends.push(error.name));
    });
    const replica = world.replicaOf([slow], { leaseMs });
    await expect(replica.look('git', world.signal)).rejects.toThrow(
      'The run lost its lease: another replica has taken it over',
    );
    expect(ends).toEqual([
      'The watermark of git was not kept, because another replica has taken over',
      'LeaseLostError',
    ]);
    expect(world.submit).not.toHaveBeenCalled();
    expect(await world.stores.store.getWatermark('git')).toEqual({
      head: 'newer',
    });
    expect(await world.health()).toMatchObject({
      state: 'succeeded',
      consecutiveFailures: 0,
    });
  });

  it.each([
    ['is away', () => Promise.reject(new Error('away'))],
    ['does not answer', () => never],
  ])(
    'end a run whose database %s for longer than its lease',
    async (_, renew) => {
      let isAway = false;
      const replica = world.replicaOf(
        [
          collectorOf(async ({ signal }) => {
            isAway = true;
            await new Promise(resolve => {
              signal.addEventListener('abort', resolve);
            });
          }),
        ],
        {
          leaseMs,
          leases: {
            ...cutOff(() => isAway),
            renew: (id, lease) => (isAway ? renew() : leases.renew(id, lease)),
          },
        },
      );
      await expect(replica.look('git', world.signal)).rejects.toThrow(
        'The run lost its lease: the database could not be reached for too long',
      );
    },
  );

  it('hand a collector over when one of them is stopped', async () => {
    const controller = new AbortController();
    const seen: unknown[] = [];
    const stopping = world.replicaOf([
      collectorOf(async ({ saveWatermark }) => {
        await saveWatermark({ head: 'half' });
        controller.abort();
      }),
    ]);
    await stopping.look('git', controller.signal);
    await world
      .replicaOf([
        collectorOf(async ({ since }) => {
          seen.push(since);
        }),
      ])
      .look('git', world.signal);
    expect(seen).toEqual([{ head: 'half' }]);
  });
});

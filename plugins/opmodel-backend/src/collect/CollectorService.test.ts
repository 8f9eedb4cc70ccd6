import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { opmodelHealthReadPermission } from '@opmodel/backstage-plugin-opmodel-common';
import type { Collector } from '@opmodel/backstage-plugin-opmodel-node';
import {
  collectorOf,
  CollectorWorld,
  databaseCollectorStores,
  eventOf,
  fakeCollectorStores,
} from '../testing/collectors';
import { eachStore } from '../testing/eachStore';
import { AuthorizedCollectorService } from './AuthorizedCollectorService';
import { createCollectorRetention } from './collectorRetention';

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 2, 2);

eachStore(
  {
    name: 'The health of collectors',
    fake: fakeCollectorStores,
    database: databaseCollectorStores,
  },
  createStores => {
    let world: CollectorWorld;

    beforeEach(async () => {
      world = new CollectorWorld(await createStores());
      world.now = start;
      await world.fillCatalog();
    });

    it('tells of a collector that never ran', async () => {
      expect(await world.health()).toEqual({
        id: 'git',
        title: 'Git histories',
        state: 'never',
        lastSuccessAt: null,
        lastRunAt: null,
        events: 0,
        problems: [],
        error: null,
        consecutiveFailures: 0,
        nextAttemptAt: null,
        lagSeconds: null,
        budget: null,
      });
    });

    it('tells of a run while it is under way and when it is over', async () => {
      const budget = { limit: 5000, remaining: 4990, resetAt: start + day };
      let during: unknown;
      const collector = collectorOf(async ({ emit, reportProgress }) => {
        during = await world.health();
        await emit([eventOf('1'), eventOf('2')]);
        reportProgress({ completeUntil: start - 30_000 });
        reportProgress({ requests: 9, budget });
        reportProgress({ requests: 10 });
        world.now += 2_500;
      });
      await world.run(collector);
      expect(during).toMatchObject({ state: 'running', nextAttemptAt: null });
      world.now += 60_000;
      const toldBudget = {
        limit: 5000,
        remaining: 4990,
        resetAt: '2026-03-03T00:00:00.000Z',
      };
      expect(await world.health()).toMatchObject({
        state: 'succeeded',
        events: 2,
        lastRunAt: '2026-03-02T00:00:00.000Z',
        lastSuccessAt: '2026-03-02T00:00:02.500Z',
        // It grows until a run reports anew.
        lagSeconds: 93,
        budget: toldBudget,
      });
      expect(
        await world.serviceOf([collector]).listRuns('git', { limit: 5 }),
      ).toEqual([
        {
          state: 'succeeded',
          startedAt: '2026-03-02T00:00:00.000Z',
          durationSeconds: 2.5,
          events: 2,
          requests: 10,
          lagSeconds: 33,
          budget: toldBudget,
          problems: [],
          error: null,
        },
      ]);
    });

    it('records a run whatever it says of itself', async () => {
      const collector = collectorOf(async ({ reportProgress }) => {
        reportProgress({ requests: 3, completeUntil: start });
        reportProgress({ requests: -1, completeUntil: NaN });
        reportProgress({
          requests: 1e300,
          completeUntil: Infinity,
          budget: { limit: 0.5, remaining: 7, resetAt: 1e17 },
        });
        throw Object.assign(new Error(`\0${'x'.repeat(20_000)}\ud800`), {
          retryAt: 1e300,
        });
      });
      await expect(world.run(collector)).rejects.toThrow('xxx');
      const [run] = await world
        .serviceOf([collector])
        .listRuns('git', { limit: 1 });
      expect(run).toMatchObject({
        state: 'failed',
        requests: 3,
        lagSeconds: 0,
        budget: { limit: null, remaining: 7, resetAt: null },
        error: expect.stringMatching(/^Error: x{9992}$/),
      });
      expect(await world.health()).toMatchObject({
        nextAttemptAt: '2026-03-03T00:00:00.000Z',
      });

      world.now += day;
      await world.run(
        collectorOf(async ({ reportProgress }) => {
          reportProgress({ budget: { limit: 1, remaining: 1, resetAt: 1 } });
          reportProgress({
            budget: { limit: 1, remaining: -1, resetAt: null },
          });
        }),
      );
      expect(await world.health()).toMatchObject({ budget: null });
    });

    it('tells of a hundred problems, and how many more there are', async () => {
      for (const part of [0, 1]) {
        world.now += 1;
        await expect(
          world.run(
            collectorOf(async ({ reportProblem }) => {
              for (let i = 0; i < 80; i++) {
                reportProblem({ subject: `${part}-${i}`, message: 'gone' });
              }
              throw new Error('no network');
            }),
          ),
        ).rejects.toThrow();
        world.now += day;
      }
      const { problems } = await world.health();
      expect(problems).toHaveLength(101);
      expect(problems[0].subject).toBe('1-0');
      expect(problems[100]).toEqual({
        subject: 'more',
        message: '60 further problems were left out',
      });
    });

    it('is complete up to where the collector is that is furthest behind, and nowhere while one never succeeded', async () => {
      const git = collectorOf(async ({ reportProgress }) =>
        reportProgress({ completeUntil: start - 30_000 }),
      );
      const pager = collectorOf(async () => {}, { id: 'pager' });
      const idle = collectorOf(async () => {}, { id: 'idle' });
      const broken = collectorOf(
        async () => {
          throw new Error('no network');
        },
        { id: 'broken' },
      );
      const readUntil = (...collectors: Collector[]) =>
        world.serviceOf(collectors).readCompleteUntil();
      expect(await readUntil(git, idle)).toBeNull();
      await world.run(git);
      await world.run(pager);
      expect(await readUntil(pager)).toBe(start);
      expect(await readUntil(git, pager, idle)).toBe(start - 30_000);
      await expect(world.run(broken)).rejects.toThrow('no network');
      expect(await readUntil(git, pager, idle, broken)).toBe(0);
    });

    it('forgets by retention what is old', async () => {
      const collector = collectorOf(async ({ reportProblem }) =>
        reportProblem({ subject: 'shop', message: 'odd', stays: true }),
      );
      await world.run(collector);
      world.now += day;
      await world.run(collectorOf(async () => {}));
      const retention = createCollectorRetention(world.stores);
      expect(await retention.deleteBatch({ before: start, limit: 9 })).toBe(0);
      expect(await retention.deleteBatch({ before: start + 1, limit: 1 })).toBe(
        1,
      );
      expect((await world.health()).problems).toHaveLength(1);
      expect(await retention.deleteBatch({ before: start + 1, limit: 1 })).toBe(
        1,
      );
      expect(await retention.deleteBatch({ before: start + 1, limit: 1 })).toBe(
        0,
      );
      expect((await world.health()).problems).toEqual([]);
      expect(
        await world.serviceOf([collector]).listRuns('git', { limit: 9 }),
      ).toHaveLength(1);
    });
  },
);

describe('AuthorizedCollectorService', () => {
  const world = new CollectorWorld();
  const permissions = mockServices.permissions.mock();
  const collectors = new AuthorizedCollectorService({
    service: world.serviceOf([collectorOf(async () => {})]),
    permissions,
  });
  const list = (id: string) =>
    collectors.listRuns(id, { limit: 5 }, mockCredentials.user());

  it('tells nothing to who may not read the state of the engine, not even which collectors there are', async () => {
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    await expect(list('git')).rejects.toThrow(NotAllowedError);
    await expect(list('none')).rejects.toThrow(NotAllowedError);
    expect(permissions.authorize).toHaveBeenCalledWith(
      [{ permission: opmodelHealthReadPermission }],
      { credentials: mockCredentials.user() },
    );
  });

  it('knows only the collectors that run here', async () => {
    permissions.authorize.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
    ]);
    expect(await list('git')).toEqual([]);
    await expect(list('none')).rejects.toThrow(NotFoundError);
  });
});

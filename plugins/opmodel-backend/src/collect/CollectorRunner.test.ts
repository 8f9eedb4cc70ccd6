import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import type {
  IntakeEvent,
  IntakeOutcome,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  Collector,
  CollectorContext,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import { FakeIntakeStore } from '../intake/FakeIntakeStore';
import { IntakeService } from '../intake/IntakeService';
import { entityOf, scanEntities } from '../testing/catalog';
import { CollectorRunner } from './CollectorRunner';
import { FakeCollectorStore } from './FakeCollectorStore';

const day = 24 * 60 * 60 * 1000;

function event(id: string): IntakeEvent {
  return {
    source: 'git:example.com/shop',
    id,
    time: '2026-03-01T10:00:00Z',
    observation: { kind: 'change', subject: id, target: {} },
  };
}

function collectorOf(
  collect: (context: CollectorContext) => Promise<void>,
  override: Partial<Collector> = {},
): Collector {
  return {
    id: 'git',
    title: 'Git histories',
    annotations: ['github.com/project-slug'],
    schedule: { frequency: { minutes: 10 }, timeout: { minutes: 5 } },
    watermark: z.object({ head: z.string() }),
    collect,
    ...override,
  };
}

describe('CollectorRunner', () => {
  let store: FakeCollectorStore;
  let catalog: FakeCatalogStore;
  let now: number;
  const submit = jest.fn(
    async (
      events: IntakeEvent[],
      _options: { producer: string; now: number },
    ): Promise<IntakeOutcome[]> =>
      events.map(({ source, id }) => ({ source, id, status: 'accepted' })),
  );
  const signal = new AbortController().signal;

  function runnerOf(
    collectors: Collector[],
    config: object = {},
    scheduler = mockServices.scheduler.mock(),
  ) {
    return new CollectorRunner({
      collectors,
      store,
      catalog,
      intake: { submit },
      scheduler,
      config: new ConfigReader(config as any),
      logger: mockServices.logger.mock(),
      clock: () => now,
    });
  }

  beforeEach(async () => {
    submit.mockClear();
    store = new FakeCollectorStore();
    catalog = new FakeCatalogStore();
    now = 40 * day;
    await scanEntities(catalog, [
      entityOf('component:default/shop', {
        annotations: { 'github.com/project-slug': 'acme/shop' },
      }),
      entityOf('component:default/other'),
    ]);
  });

  it('hands over what concerns the collector, takes its events and keeps how far it came', async () => {
    const seen: unknown[] = [];
    const runner = runnerOf([
      collectorOf(async ({ since, entities, emit, saveWatermark }) => {
        seen.push(since);
        for await (const page of entities()) {
          seen.push(page);
        }
        await emit([event('1'), event('2')]);
        await saveWatermark({ head: 'c0ffee' });
        now += 5;
      }),
    ]);
    expect(await runner.listHealth()).toEqual([
      {
        id: 'git',
        title: 'Git histories',
        state: 'never',
        lastSuccessAt: null,
        lastRunAt: null,
        events: 0,
        problems: [],
        error: null,
      },
    ]);
    await runner.run('git', signal);
    await runner.run('git', signal);
    expect(seen).toEqual([
      undefined,
      [
        {
          entityRef: 'component:default/shop',
          kind: 'component',
          annotations: { 'github.com/project-slug': 'acme/shop' },
        },
      ],
      { head: 'c0ffee' },
      expect.any(Array),
    ]);
    expect(submit).toHaveBeenCalledWith([event('1'), event('2')], {
      producer: 'collector:git',
      now: 40 * day,
    });
    expect(await runner.listHealth()).toEqual([
      {
        id: 'git',
        title: 'Git histories',
        state: 'succeeded',
        lastSuccessAt: '1970-02-10T00:00:00.010Z',
        lastRunAt: '1970-02-10T00:00:00.005Z',
        events: 2,
        problems: [],
        error: null,
      },
    ]);
  });

  it('runs what a new entity concerns at once, and once more where it is running', async () => {
    const scheduler = mockServices.scheduler.mock();
    const run = jest.fn(async () => undefined);
    scheduler.createScheduledTaskRunner.mockReturnValue({ run });
    const collect = jest.fn(async () => undefined);
    const runner = runnerOf([collectorOf(collect)], {}, scheduler);
    await runner.start();

    await runner.collectFor(['component:default/other']);
    expect(scheduler.triggerTask).not.toHaveBeenCalled();
    await runner.collectFor(['component:default/shop']);
    expect(scheduler.triggerTask).toHaveBeenCalledWith('opmodel-collect-git');

    scheduler.triggerTask.mockRejectedValueOnce(new ConflictError('running'));
    await runner.collectFor(['component:default/shop']);
    const [[{ fn }]] = run.mock.calls as unknown as [
      [{ fn(abort: AbortSignal): Promise<void> }],
    ];
    await fn(signal);
    expect(collect).toHaveBeenCalledTimes(2);

    scheduler.triggerTask.mockRejectedValueOnce(new Error('no database'));
    await expect(runner.collectFor(['component:default/shop'])).rejects.toThrow(
      'no database',
    );
  });

  it('records a failure and fails, and goes on from what was saved before it', async () => {
    const lost = new Error('no network');
    const runner = runnerOf([
      collectorOf(async ({ since, emit, saveWatermark }) => {
        if (since === undefined) {
          await emit([event('1')]);
          await saveWatermark({ head: 'a' });
          throw lost;
        }
      }),
    ]);
    await expect(runner.run('git', signal)).rejects.toBe(lost);
    expect(await runner.listHealth()).toMatchObject([
      {
        state: 'failed',
        events: 1,
        error: 'Error: no network',
        lastSuccessAt: null,
      },
    ]);
    expect(await store.getWatermark('git')).toEqual({ head: 'a' });
    now += 1;
    await runner.run('git', signal);
    expect(await runner.listHealth()).toMatchObject([
      { state: 'succeeded', error: null },
    ]);
  });

  it('gives intake batches of at most 1,000 events', async () => {
    const runner = runnerOf([
      collectorOf(({ emit }) =>
        emit(Array.from({ length: 2500 }, (_, i) => event(`${i}`))),
      ),
    ]);
    await runner.run('git', signal);
    expect(submit.mock.calls.map(([events]) => events.length)).toEqual([
      1000, 1000, 500,
    ]);
  });

  it('reports what intake rejects and what the collector could not read, up to a limit', async () => {
    submit.mockResolvedValueOnce([
      {
        source: 'git:example.com/shop',
        id: '1',
        status: 'rejected',
        errors: [{ path: 'time', message: 'required date-time' }],
      },
      {
        source: 'git:example.com/shop',
        id: '2',
        status: 'unmapped',
        reason: 'nobody',
      },
    ]);
    const runner = runnerOf([
      collectorOf(async ({ emit, reportProblem }) => {
        await emit([event('1'), event('2')]);
        for (let i = 0; i < 101; i++) {
          reportProblem({ subject: `r${i}`, message: 'gone' });
        }
      }),
    ]);
    await runner.run('git', signal);
    const [{ events, problems, state }] = await runner.listHealth();
    expect([state, events, problems.length]).toEqual(['succeeded', 1, 101]);
    expect(problems[0]).toEqual({
      subject: 'git:example.com/shop 1',
      message: 'intake rejected the event: time: required date-time',
    });
    expect(problems[100]).toEqual({
      subject: 'more',
      message: '2 further problems were left out',
    });
  });

  it('loses none of a batch to a clock that was wrong, and says so', async () => {
    const intake = new IntakeService({
      store: new FakeIntakeStore(catalog, []),
      environmentRules: [],
    });
    submit.mockImplementationOnce((events, options) =>
      intake.submit(events, options),
    );
    now = Date.UTC(2026, 2, 2);
    const wrong = event('1');
    wrong.observation = {
      ...wrong.observation,
      kind: 'change',
      mergedAt: '2099-01-01T00:00:00Z',
    };
    await runnerOf([collectorOf(({ emit }) => emit([wrong, event('2')]))]).run(
      'git',
      signal,
    );
    expect(
      await runnerOf([collectorOf(async () => {})]).listHealth(),
    ).toMatchObject([
      {
        state: 'succeeded',
        events: 1,
        problems: [
          {
            subject: 'git:example.com/shop 1',
            message:
              'intake rejected the event: observation.mergedAt: expected an instant that is not in the future',
          },
        ],
      },
    ]);
  });

  it('does not let a collector speak for the source of somebody else', async () => {
    const runner = runnerOf([
      collectorOf(({ emit }) =>
        emit([event('1'), { ...event('2'), source: 'github:acme' }]),
      ),
    ]);
    await expect(runner.run('git', signal)).rejects.toThrow(
      'The collector git speaks for the source github:acme, which does not start with git:',
    );
    expect(submit).not.toHaveBeenCalled();
  });

  it('starts afresh when the watermark is of another version', async () => {
    await store.saveWatermark('git', { revision: 7 });
    const seen: unknown[] = [];
    await runnerOf([
      collectorOf(async ({ since }) => {
        seen.push(since);
      }),
    ]).run('git', signal);
    expect(seen).toEqual([undefined]);
  });

  it('does not keep a watermark that it could not read again', async () => {
    const runner = runnerOf([
      collectorOf(({ saveWatermark }) => saveWatermark({ head: 7 })),
    ]);
    await expect(runner.run('git', signal)).rejects.toThrow(
      'The watermark of git does not meet its contract: head: expected string, got number',
    );
    expect(await store.getWatermark('git')).toBeUndefined();
  });

  it('counts a run that was stopped as failed, even when the collector returns', async () => {
    const controller = new AbortController();
    const runner = runnerOf([
      collectorOf(async ({ emit }) => {
        controller.abort();
        await emit([event('1')]).catch(() => {});
      }),
    ]);
    await expect(runner.run('git', controller.signal)).rejects.toThrow(
      'aborted',
    );
    expect(submit).not.toHaveBeenCalled();
    expect(await runner.listHealth()).toMatchObject([{ state: 'failed' }]);
  });

  it('waits for the first scan of the catalog', async () => {
    catalog = new FakeCatalogStore();
    const pages: unknown[] = [];
    const run = runnerOf([
      collectorOf(async ({ entities }) => {
        for await (const page of entities()) {
          pages.push(page);
        }
      }),
    ]).run('git', signal);
    await scanEntities(catalog, [
      entityOf('component:default/late', {
        annotations: { 'github.com/project-slug': 'acme/late' },
      }),
    ]);
    await run;
    expect(pages).toMatchObject([[{ entityRef: 'component:default/late' }]]);
  });

  it('forgets runs after 30 days', async () => {
    const runner = runnerOf([collectorOf(async () => {})]);
    await runner.run('git', signal);
    now += 20 * day;
    await runner.run('git', signal);
    now += 11 * day;
    await runner.run('git', signal);
    expect(store.runs.map(({ startedAt }) => startedAt / day)).toEqual([
      60, 71,
    ]);
  });

  it('schedules what is not switched off, by the configured schedule if there is one', async () => {
    const scheduler = mockServices.scheduler.mock();
    const run = jest.fn(
      async (_task: {
        id: string;
        fn: (abort: AbortSignal) => Promise<void>;
      }) => {},
    );
    scheduler.createScheduledTaskRunner.mockReturnValue({ run } as any);
    const collected = jest.fn(async () => {});
    const runner = runnerOf(
      [
        collectorOf(collected),
        collectorOf(async () => {}, { id: 'github' }),
        collectorOf(async () => {}, { id: 'off' }),
      ],
      {
        opmodel: {
          collectors: {
            off: { enabled: false },
            github: {
              schedule: { frequency: { hours: 6 }, timeout: { minutes: 30 } },
            },
          },
        },
      },
      scheduler,
    );
    await runner.start();
    expect(
      scheduler.createScheduledTaskRunner.mock.calls.map(
        ([schedule]) => schedule.frequency,
      ),
    ).toEqual([{ minutes: 10 }, { hours: 6 }]);
    expect(run.mock.calls.map(([task]) => task.id)).toEqual([
      'opmodel-collect-git',
      'opmodel-collect-github',
    ]);
    await run.mock.calls[0][0].fn(signal);
    expect(collected).toHaveBeenCalledTimes(1);
    expect((await runner.listHealth()).map(({ id }) => id)).toEqual([
      'git',
      'github',
    ]);
    await expect(runner.run('off', signal)).rejects.toThrow(
      'No collector off is running here',
    );
  });

  it('refuses two collectors of one id', () => {
    const git = collectorOf(async () => {});
    expect(() => runnerOf([git, git])).toThrow(
      'Two collectors have the id git',
    );
  });
});

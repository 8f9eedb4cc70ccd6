import { FakeIntakeStore } from '../intake/FakeIntakeStore';
import { IntakeService } from '../intake/IntakeService';
import { collectorOf, CollectorWorld, eventOf } from '../testing/collectors';

describe('what a run is given', () => {
  let world: CollectorWorld;
  const watermark = () => world.stores.store.getWatermark('git');

  beforeEach(async () => {
    world = new CollectorWorld();
    await world.fillCatalog();
  });

  it('hands over what concerns the collector, takes its events and keeps how far it came', async () => {
    const seen: unknown[] = [];
    const collector = collectorOf(
      async ({ since, entities, emit, saveWatermark, ...given }) => {
        seen.push(since, given.overlapMs, given.budgetShare);
        for await (const page of entities()) {
          seen.push(page);
        }
        await emit([eventOf('1'), eventOf('2')]);
        await saveWatermark({ head: 'c0ffee' });
      },
      { overlap: { seconds: 3 } },
    );
    await world.run(collector);
    await world.run(collector, {
      opmodel: { collectors: { git: { overlap: '1s', budget: 1 } } },
    });
    expect(seen).toEqual([
      undefined,
      3000,
      0.5,
      [
        {
          entityRef: 'component:default/shop',
          kind: 'component',
          annotations: { 'github.com/project-slug': 'acme/shop' },
        },
      ],
      { head: 'c0ffee' },
      1000,
      1,
      expect.any(Array),
    ]);
    expect(world.submit).toHaveBeenCalledWith([eventOf('1'), eventOf('2')], {
      producer: 'collector:git',
      now: world.now,
    });
  });

  it('takes what repositories say of owners, and nothing more once the run was stopped', async () => {
    const report = jest.fn(async () => {});
    const teamsOf = async () => new Map([['ada@example.com', ['group:a/b']]]);
    const controller = new AbortController();
    const seen: unknown[] = [];
    const collector = collectorOf(async ({ ownership }) => {
      seen.push(await ownership?.teamsOf(['ada@example.com']));
      await ownership?.report([]);
      controller.abort();
      await ownership?.report([]).catch(() => seen.push('stopped'));
    });
    await world
      .replicaOf([collector], { ownership: { teamsOf, report } })
      .look('git', controller.signal);
    expect(seen).toEqual([await teamsOf(), 'stopped']);
    expect(report).toHaveBeenCalledTimes(1);
  });

  it('gives intake batches of at most 1,000 events', async () => {
    await world.run(
      collectorOf(({ emit }) =>
        emit(Array.from({ length: 2500 }, (_, i) => eventOf(`${i}`))),
      ),
    );
    expect(world.submit.mock.calls.map(([events]) => events.length)).toEqual([
      1000, 1000, 500,
    ]);
  });

  it('does not let a collector speak for the source of somebody else', async () => {
    await expect(
      world.run(
        collectorOf(({ emit }) =>
          emit([eventOf('1'), { ...eventOf('2'), source: 'github:acme' }]),
        ),
      ),
    ).rejects.toThrow(
      'The collector git speaks for the source github:acme, which does not start with git:',
    );
    expect(world.submit).not.toHaveBeenCalled();
  });

  it('keeps a watermark only after all that was emitted before it is stored', async () => {
    let store: () => void = () => {};
    world.submit.mockImplementationOnce(
      events =>
        new Promise(resolve => {
          store = () =>
            resolve(
              events.map(({ source, id }) => ({
                source,
                id,
                status: 'accepted',
              })),
            );
        }),
    );
    const seen: unknown[] = [];
    await world.run(
      collectorOf(async ({ emit, saveWatermark }) => {
        const emitted = emit([eventOf('1')]);
        const saved = saveWatermark({ head: 'a' });
        await new Promise(resolve => setImmediate(resolve));
        seen.push(await watermark());
        store();
        await Promise.all([emitted, saved]);
        seen.push(await watermark());
      }),
    );
    expect(seen).toEqual([undefined, { head: 'a' }]);
  });

  it('keeps no watermark and takes nothing more once an event could not be stored', async () => {
    const away = new Error('the database is away');
    const seen: unknown[] = [];
    await expect(
      world.run(
        collectorOf(async ({ emit, saveWatermark }) => {
          await saveWatermark({ head: 'before' });
          world.submit.mockRejectedValueOnce(away);
          await emit([eventOf('1')]).catch(error => seen.push(error));
          await emit([eventOf('2')]).catch(error => seen.push(error));
          await saveWatermark({ head: 'after' }).catch(error =>
            seen.push(error),
          );
        }),
      ),
    ).rejects.toBe(away);
    expect(seen).toEqual([away, away, away]);
    expect(world.submit).toHaveBeenCalledTimes(1);
    expect(await watermark()).toEqual({ head: 'before' });
  });

  it('waits for what the collector forgot to wait for, and fails with it', async () => {
    const away = new Error('the database is away');
    world.submit.mockImplementationOnce(async () => {
      await new Promise(resolve => setTimeout(resolve, 20));
      throw away;
    });
    await expect(
      world.run(
        collectorOf(async ({ emit, saveWatermark }) => {
          emit([eventOf('1')]).catch(() => {});
          saveWatermark({ head: 'a' }).catch(() => {});
        }),
      ),
    ).rejects.toBe(away);
    expect(await watermark()).toBeUndefined();
    expect(await world.health()).toMatchObject({ state: 'failed', events: 0 });
  });

  it('keeps what the watermark was when it was saved', async () => {
    await world.run(
      collectorOf(async ({ saveWatermark }) => {
        const mine = { head: 'a' };
        const saved = saveWatermark(mine);
        mine.head = 'b';
        await saved;
      }),
    );
    expect(await watermark()).toEqual({ head: 'a' });
  });

  it('keeps watermarks in the order in which they were saved', async () => {
    await world.run(
      collectorOf(async ({ saveWatermark }) => {
        await Promise.all(['a', 'b', 'c'].map(head => saveWatermark({ head })));
      }),
    );
    expect(await watermark()).toEqual({ head: 'c' });
  });

  it('does not go back where watermarks have an order', async () => {
    const collector = collectorOf(
      async ({ since, saveWatermark }) => {
        if (since) {
          await saveWatermark({ head: '1' });
        } else {
          await saveWatermark({ head: '2' });
          await saveWatermark({ head: '2' });
        }
      },
      {
        compareWatermarks: (a: any, b: any) => Number(a.head) - Number(b.head),
      },
    );
    await world.run(collector);
    await expect(world.run(collector)).rejects.toThrow(
      'The watermark of git lies before the one that is kept',
    );
    expect(await watermark()).toEqual({ head: '2' });
  });

  it('does not keep a watermark that it could not read again', async () => {
    await expect(
      world.run(collectorOf(({ saveWatermark }) => saveWatermark({ head: 7 }))),
    ).rejects.toThrow(
      'The watermark of git does not meet its contract: head: expected string, got number',
    );
    expect(await watermark()).toBeUndefined();
  });

  it('starts afresh when the watermark is of another version', async () => {
    await world.run(
      collectorOf(({ saveWatermark }) => saveWatermark({ head: 'a' })),
    );
    const seen: unknown[] = [];
    const { watermark: other } = collectorOf(async () => {});
    await world.run(
      collectorOf(
        async ({ since }) => {
          seen.push(since);
        },
        { watermark: other.refine(value => value === null) },
      ),
    );
    expect(seen).toEqual([undefined]);
  });

  it('takes nothing once the run was stopped, and counts it as broken off', async () => {
    const controller = new AbortController();
    const seen: unknown[] = [];
    const replica = world.replicaOf([
      collectorOf(async ({ emit, saveWatermark }) => {
        controller.abort();
        await emit([eventOf('1')]).catch(() => seen.push('emit'));
        await saveWatermark({ head: 'a' }).catch(() => seen.push('save'));
      }),
    ]);
    await replica.look('git', controller.signal);
    expect(seen).toEqual(['emit', 'save']);
    expect(world.submit).not.toHaveBeenCalled();
    expect(await world.health()).toMatchObject({
      state: 'failed',
      error: 'The backend stopped before the run was complete',
      consecutiveFailures: 0,
    });
  });

  describe('problems', () => {
    const rejected = {
      source: 'git:example.com/shop',
      id: '1',
      status: 'rejected' as const,
      errors: [{ path: 'time', message: 'required date-time' }],
    };

    it('reports what intake rejects and what the collector could not read, up to a limit', async () => {
      world.submit.mockResolvedValueOnce([
        rejected,
        {
          source: 'git:example.com/shop',
          id: '2',
          status: 'unmapped',
          reason: 'nobody',
        },
      ]);
      const collector = collectorOf(async ({ emit, reportProblem }) => {
        await emit([eventOf('1'), eventOf('2')]);
        for (let i = 0; i < 101; i++) {
          reportProblem({ subject: `r${i}`, message: 'gone' });
        }
      });
      await world.run(collector);
      const [run] = await world.serviceOf([collector]).listRuns('git', {
        limit: 1,
      });
      expect([run.state, run.events, run.problems.length]).toEqual([
        'succeeded',
        1,
        101,
      ]);
      expect(run.problems[0]).toEqual({
        subject: 'git:example.com/shop 1',
        message: 'intake rejected the event: time: required date-time',
      });
      expect(run.problems[100]).toEqual({
        subject: 'more',
        message: '2 further problems were left out',
      });
    });

    it('shows a rejected event until intake takes it, even where the run that read it never ended', async () => {
      const stop = new Error('kill');
      world.submit.mockResolvedValueOnce([rejected]);
      await expect(
        world.run(
          collectorOf(async ({ emit, saveWatermark }) => {
            await emit([eventOf('1')]);
            await saveWatermark({ head: 'a' });
            expect((await world.health()).problems).toHaveLength(1);
            throw stop;
          }),
        ),
      ).rejects.toBe(stop);
      world.now += 3_600_000;
      await world.run(collectorOf(async () => {}));
      expect((await world.health()).problems).toEqual([
        {
          subject: 'git:example.com/shop 1',
          message: 'intake rejected the event: time: required date-time',
        },
      ]);
      world.now += 3_600_000;
      await world.run(collectorOf(({ emit }) => emit([eventOf('1')])));
      expect((await world.health()).problems).toEqual([]);
    });

    it('ends the others with the next run that succeeds without them, or by what the collector says', async () => {
      await world.run(
        collectorOf(async ({ reportProblem }) => {
          reportProblem({ subject: 'shop', message: 'no network' });
          reportProblem({ subject: 'host', message: 'odd', stays: true });
          reportProblem({ subject: 'brief', message: 'odd' });
        }),
      );
      const subjects = async () =>
        (await world.health()).problems.map(({ subject }) => subject);
      expect((await subjects()).sort()).toEqual(['brief', 'host', 'shop']);
      world.now += 3_600_000;
      await expect(
        world.run(
          collectorOf(async ({ reportResolved }) => {
            reportResolved('brief');
            throw new Error('no network');
          }),
        ),
      ).rejects.toThrow();
      expect((await subjects()).sort()).toEqual(['host', 'shop']);
      world.now += 7_200_000;
      await world.run(collectorOf(async () => {}));
      expect(await subjects()).toEqual(['host']);
      await world.run(
        collectorOf(async ({ reportResolved }) => reportResolved('host')),
      );
      expect(await subjects()).toEqual([]);
    });

    it('loses none of a batch to a clock that was wrong, and says so', async () => {
      const intake = new IntakeService({
        store: new FakeIntakeStore(world.catalog, []),
        environmentRules: [],
      });
      world.submit.mockImplementationOnce((events, options) =>
        intake.submit(events, options),
      );
      const wrong = eventOf('1');
      wrong.observation = {
        ...wrong.observation,
        kind: 'change',
        mergedAt: '2099-01-01T00:00:00Z',
      };
      await world.run(collectorOf(({ emit }) => emit([wrong, eventOf('2')])));
      expect(await world.health()).toMatchObject({
        state: 'succeeded',
        events: 1,
        problems: [
          {
            subject: 'git:example.com/shop 1',
            message:
              'intake rejected the event: observation.mergedAt: expected an instant that is not in the future',
          },
        ],
      });
    });

    it('shows an event whose id was used for something else', async () => {
      const intake = new IntakeService({
        store: new FakeIntakeStore(world.catalog, []),
        environmentRules: [],
      });
      world.submit.mockImplementation((events, options) =>
        intake.submit(events, options),
      );
      await world.run(
        collectorOf(({ emit }) =>
          emit([eventOf('1'), { ...eventOf('2'), id: '1' }]),
        ),
      );
      expect((await world.health()).problems).toEqual([
        {
          subject: 'git:example.com/shop 1',
          message:
            'intake rejected the event: id: expected an id of its own, this one was used for something else',
        },
      ]);
    });

    it('stores what a database cannot hold in a form that it can', async () => {
      await world.run(
        collectorOf(async ({ reportProblem }) =>
          reportProblem({
            subject: `a\0${'ä'.repeat(2000)}`,
            message: '\ud800b',
          }),
        ),
      );
      const [problem] = (await world.health()).problems;
      expect(problem.subject).toMatch(/^aä{498}$/);
      expect(problem.message).toBe('b');
    });
  });
});

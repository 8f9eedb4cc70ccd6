import { mockServices } from '@backstage/backend-test-utils';
import { FakeRetentionStore } from './FakeRetentionStore';
import type { RetentionRule } from './RetentionRule';
import { RetentionService } from './RetentionService';

const day = 24 * 60 * 60 * 1000;
const now = Date.parse('2026-03-01T02:00:00Z');
const { signal } = new AbortController();

/** A rule with rows of given ages in days. */
function ruleOf(id: string, ages: number[], keepDays: number | null = 30) {
  const calls: { before: number; limit: number }[] = [];
  let rows = [...ages];
  const rule: RetentionRule = {
    id,
    title: `Rows of ${id}`,
    defaultKeepDays: keepDays,
    async deleteBatch(options) {
      calls.push(options);
      const old = rows
        .filter(age => now - age * day < options.before)
        .slice(0, options.limit);
      rows = rows.filter(age => !old.includes(age));
      return old.length;
    },
  };
  return { rule, calls, rows: () => rows };
}

function createService(rules: RetentionRule[], data: object = {}) {
  const store = new FakeRetentionStore();
  const logger = mockServices.logger.mock();
  const service = new RetentionService({
    rules,
    store,
    logger,
    config: mockServices.rootConfig({ data: data as any }),
    clock: () => now,
    pause: 0,
  });
  return { service, store, logger };
}

describe('RetentionService', () => {
  it('deletes what is older than the limit, in portions, and nothing else', async () => {
    const ages = Array.from(
      { length: 2_500 },
      (_, at) => 30 + (at - 400) / 100,
    );
    const inbox = ruleOf('inbox', ages);
    const { service } = createService([inbox.rule]);

    await service.run(signal);

    expect(inbox.rows().length).toBe(401);
    expect(Math.max(...inbox.rows())).toBe(30);
    expect(inbox.calls.length).toBe(4);
    expect(inbox.calls.every(({ limit }) => limit === 1_000)).toBe(true);
    expect(await service.list()).toEqual([
      {
        id: 'inbox',
        title: 'Rows of inbox',
        keepDays: 30,
        lastRun: {
          startedAt: now,
          finishedAt: now,
          deleted: 2_099,
          error: null,
          failingSince: null,
        },
      },
    ]);
  });

  it('keeps for ever what has no limit, and follows the configuration', async () => {
    const events = ruleOf('events', [400], null);
    const inbox = ruleOf('inbox', [40]);
    const records = ruleOf('records', [400]);
    const { service } = createService([events.rule, inbox.rule, records.rule], {
      opmodel: {
        retention: {
          inbox: { keepDays: 41 },
          records: { keepDays: 'forever' },
        },
      },
    });

    await service.run(signal);

    expect([events, inbox, records].map(({ rows }) => rows().length)).toEqual([
      1, 1, 1,
    ]);
    expect(
      (await service.list()).map(({ id, keepDays, lastRun }) => [
        id,
        keepDays,
        lastRun?.deleted,
      ]),
    ).toEqual([
      ['events', null, undefined],
      ['inbox', 41, 0],
      ['records', null, undefined],
    ]);
  });

  it('goes on after a rule that failed, and fails at the end', async () => {
    const failing: RetentionRule = {
      ...ruleOf('events', []).rule,
      deleteBatch: jest
        .fn()
        .mockResolvedValueOnce(5)
        .mockRejectedValue(new Error('disk full')),
    };
    const inbox = ruleOf('inbox', [40]);
    const { service, store } = createService([failing, inbox.rule]);

    await expect(service.run(signal)).rejects.toThrow(
      '1 retention rules failed: Error: disk full',
    );

    expect(inbox.rows()).toEqual([]);
    expect(store.runs.get('events')).toMatchObject({
      deleted: 5,
      error: 'Error: disk full',
      failingSince: now,
    });
    expect(store.runs.get('inbox')).toMatchObject({ deleted: 1, error: null });
  });

  it('stops when it is told to, says so, and goes on with the next run', async () => {
    const controller = new AbortController();
    const inbox = ruleOf(
      'inbox',
      Array.from({ length: 1_500 }, () => 0).map((_, at) => 40 + at),
    );
    const stopping: RetentionRule = {
      ...inbox.rule,
      async deleteBatch(options) {
        const deleted = await inbox.rule.deleteBatch(options);
        controller.abort(new Error('shutting down'));
        return deleted;
      },
    };
    const records = ruleOf('records', [40]);
    const { service, store } = createService([stopping, records.rule]);

    await expect(service.run(controller.signal)).rejects.toThrow();

    expect(inbox.rows().length).toBe(500);
    expect(records.calls).toEqual([]);
    expect(store.runs.get('inbox')).toMatchObject({
      deleted: 1_000,
      error: expect.any(String),
    });
    await service.run(signal);
    expect(inbox.rows()).toEqual([]);
    expect(store.runs.get('inbox')).toMatchObject({
      deleted: 500,
      error: null,
    });
  });

  it('says which limits have no effect', () => {
    const { logger } = createService([ruleOf('inbox', []).rule], {
      opmodel: { retention: { schedule: {}, inbocks: { keepDays: 3 } } },
    });
    expect(logger.warn.mock.calls).toEqual([
      ['opmodel.retention.inbocks has no effect; there are limits for inbox'],
    ]);
  });

  it('refuses a limit that cannot be, and two rules of one name', () => {
    expect(() =>
      createService([ruleOf('inbox', []).rule], {
        opmodel: { retention: { inbox: { keepDays: 0 } } },
      }),
    ).toThrow('opmodel.retention.inbox.keepDays');
    expect(() =>
      createService([ruleOf('inbox', []).rule, ruleOf('inbox', []).rule]),
    ).toThrow('Two retention rules have the id inbox');
  });
});

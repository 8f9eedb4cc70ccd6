import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import request from 'supertest';
import { createResponseValidator } from '../testing/createResponseValidator';
import { startEngine } from '../testing/startEngine';

/** The operator may do everything, the reader only look at it, and others only send events. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const ref = user?.info.userEntityRef;
    const allowed =
      ref === 'user:default/operator' ||
      (ref === 'user:default/reader' &&
        permission.name === 'opmodel.health.read') ||
      permission.name === 'opmodel.event.create';
    return { result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY };
  },
};

const shop = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
};

jest.setTimeout(120_000);

const validate = createResponseValidator();

describe('what operators see and do', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;

  async function call(
    method: 'get' | 'post',
    path: string,
    user: string,
    body?: object,
  ) {
    const response = await request(engine.server)
      [method](`/api/opmodel${path}`)
      .set('authorization', mockCredentials.user.header(`user:default/${user}`))
      .send(body);
    validate(method, path, response);
    return response;
  }

  const alarmsOf = async () =>
    (await call('get', '/health', 'reader')).body.alarms.map(
      ({ id }: { id: string }) => id,
    );

  beforeAll(async () => {
    engine = await startEngine({
      policy,
      entities: [shop],
      config: {
        opmodel: { retention: { rejections: { keepDays: 3 } } },
      },
    });
  });

  afterAll(async () => {
    await engine.stop();
  });

  it.each([
    ['get', '/health'],
    ['get', '/health/storage'],
    ['get', '/events/rejected'],
    ['post', '/events/unmapped/replay'],
  ] as const)(
    'refuses %s %s to whoever is not allowed',
    async (method, path) => {
      expect((await call(method, path, 'nobody')).status).toBe(403);
    },
  );

  it('refuses a replay to whoever may only look', async () => {
    const { status, body } = await call(
      'post',
      '/events/unmapped/replay',
      'reader',
    );
    expect([status, body.error.message]).toEqual([
      403,
      'This takes the permission opmodel.event.replay',
    ]);
  });

  it('begins with the alarm that the catalog was never read', async () => {
    expect(await alarmsOf()).toEqual(['snapshot-missing']);
  });

  it('counts what was rejected, in the terms of its sender and without content', async () => {
    const secret = 'do-not-keep-this';
    await call('post', '/deployments', 'ci', {
      items: [
        {
          id: '1',
          entityRef: 'component:default/shop',
          environment: 'prod',
          finishedAt: secret,
        },
        {
          id: '2',
          entityRef: 'component:default/shop',
          environment: 'prod',
          finishedAt: secret,
        },
        {
          id: '3',
          entityRef: 'component:default/none',
          environment: 'prod',
          finishedAt: '2026-03-01T10:00:00Z',
        },
      ],
    });
    await call('post', '/deployments', 'ci', {
      id: '4',
      finishedAt: '2026-03-01T10:00:00Z',
    });

    const { body } = await call('get', '/events/rejected?limit=10', 'reader');
    expect(body.totalEvents).toBe(3);
    expect(body.items[0]).toEqual({
      producer: 'user:default/ci',
      source: 'user:default/ci',
      reason: expect.stringMatching(/^finishedAt: expected date-time/),
      events: 2,
      lastEventId: '2',
      lastRejectedAt: expect.any(String),
    });
    expect(body.items.length).toBe(2);
    expect(JSON.stringify(body)).not.toContain(secret);
    const age = Date.now() - Date.parse(body.since);
    expect(Math.round(age / 3_600_000)).toBe(72);
  });

  it('maps once more what waits', async () => {
    expect(
      (await call('post', '/events/unmapped/replay', 'operator')).body,
    ).toEqual({ applied: 0, unmapped: 1 });
  });

  it('tells the whole state, with alarms that follow from it', async () => {
    await engine.runTask('opmodel-catalog-snapshot');
    const { body } = await call('get', '/health', 'reader');
    expect(body).toMatchObject({
      snapshot: { state: 'complete', scans: [{ state: 'complete' }] },
      intake: {
        applied: 0,
        unmapped: 1,
        receivedLastDay: 1,
        rejectedLastDay: 3,
        recalculationsWaiting: 0,
        oldestRecalculationAt: null,
      },
      inbox: { waiting: 0, setAside: 0, sources: [] },
      collectors: [],
      subjects: [
        { id: 'dora', enabled: true },
        { id: 'flow', enabled: true },
        { id: 'ownership', enabled: true },
        { id: 'decisions', enabled: true },
        { id: 'slo', enabled: true },
        { id: 'scorecards', enabled: true },
        { id: 'tech-debt', enabled: true },
      ],
    });
    expect(await alarmsOf()).toEqual(['events-unmapped', 'events-rejected']);
  });

  it('tells what the tables hold, and what retention did', async () => {
    await engine.runTask('opmodel-retention');
    const { body } = await call('get', '/health/storage', 'reader');
    expect(
      body.tables.find(({ table }: { table: string }) => table === 'events'),
    ).toMatchObject({ rows: 1, exact: true });
    const rules: Record<string, unknown>[] = body.retention;
    expect(rules.map(({ id, keepDays }) => [id, keepDays])).toEqual([
      ['events', null],
      ['records', null],
      ['rejections', 3],
      ['inbox', 30],
      ['collector-runs', 30],
      ['acceptances', null],
      ['immediate-notices', 91],
      ['dora-days', null],
      ['flow-days', null],
      ['flow-forecasts', 730],
      ['ownership-states', null],
      ['slo-five-minutes', 45],
      ['slo-hours', 396],
      ['slo-days', null],
      ['slo-pushed', 45],
      ['release-gate-decisions', 400],
      ['slo-consequences', null],
      ['debt-suggestions', 90],
      ['fact-changes', 400],
      ['facts-without-entity', 30],
      ['scorecard-changes', null],
      ['scorecard-results-without-entity', 400],
    ]);
    expect(rules[2]).toMatchObject({
      lastRunAt: expect.any(String),
      lastDeleted: 0,
      error: null,
    });
    expect(rules[0]).toMatchObject({ lastRunAt: null, lastDeleted: null });
  });
});

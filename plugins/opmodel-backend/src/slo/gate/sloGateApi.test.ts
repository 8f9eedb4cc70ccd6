import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import {
  type SliSource,
  opmodelSliSourcesExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { openSloInCatalog } from '../../testing/openSloInCatalog';
import { restrictedServiceHeader } from '../../testing/startBackend';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(240_000);

const BUCKET = 300_000;
const HOUR = 3_600_000;
const started = Date.now();

const entity = (
  kind: string,
  name: string,
  spec: Entity['spec'],
  apiVersion = 'backstage.io/v1alpha1',
): Entity => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'default' },
  spec,
});

const component = (name: string, owner = 'shop') =>
  entity('Component', name, {
    type: 'service',
    lifecycle: 'production',
    owner,
  });

const slo = (name: string, service: string, good: string): Entity => {
  const metric = (query: string) => ({
    metricSource: { type: 'toy', spec: { query } },
  });
  return entity(
    'SLO',
    name,
    {
      service,
      indicator: {
        metadata: { name: `${name}-sli` },
        spec: {
          ratioMetric: {
            counter: true,
            good: metric(good),
            total: metric('total'),
          },
        },
      },
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: 'Works', target: 0.999 }],
    },
    'openslo/v1',
  );
};

const budgetPolicy = (name: string, spec: Entity['spec']) =>
  entity(
    'ErrorBudgetPolicy',
    name,
    {
      owner: 'group:default/shop',
      thresholds: [
        { remaining: 0.25, consequences: ['attention'] },
        { remaining: 0, consequences: ['debt', 'freeze_risky_releases'] },
      ],
      version: '3',
      ...spec,
    },
    'opmodel.io/v1alpha1',
  );

const entities = [
  entity('Group', 'company', { type: 'company', children: [] }),
  entity('Group', 'shop', { type: 'team', parent: 'company', children: [] }),
  entity('User', 'ada', { memberOf: ['shop'] }),
  entity('User', 'bo', { memberOf: ['shop'] }),
  entity('User', 'head', { memberOf: ['company'] }),
  ...['cart', 'pay', 'post', 'quiet', 'free', 'vault'].map(name =>
    component(name),
  ),
  slo('cart-works', 'cart', 'outage'),
  slo('pay-works', 'pay', 'outage'),
  slo('post-works', 'post', 'outage'),
  slo('quiet-works', 'quiet', 'nothing'),
  slo('vault-works', 'vault', 'outage'),
  budgetPolicy('freeze', {
    mode: 'enforced',
    appliesTo: ['component:default/cart', 'component:default/vault'],
    approvals: [
      {
        role: 'reliability',
        approvedBy: 'user:default/head',
        approvedOn: '2026-06-01',
      },
    ],
  }),
  budgetPolicy('held-back', {
    mode: 'enforced',
    appliesTo: ['component:default/pay'],
  }),
  budgetPolicy('watch', {
    mode: 'shadow',
    appliesTo: ['component:default/post'],
  }),
  budgetPolicy('strict', {
    mode: 'enforced',
    closedWhenUnknown: true,
    appliesTo: ['component:default/quiet'],
  }),
];

/** An outage: the last four hours, in which one in five fails. */
const toy: SliSource = {
  type: 'toy',
  title: 'Toy',
  async measure(requests) {
    return requests.map(({ id, indicator, from, to }) => {
      const query =
        indicator.type === 'ratio' ? String(indicator.good?.spec.query) : '';
      return {
        id,
        buckets: Array.from(
          { length: query === 'outage' ? (to - from) / BUCKET : 0 },
          (_, place) => from + place * BUCKET,
        ).map(start => ({
          start,
          good: start >= started - 4 * HOUR ? 800 : 1_000,
          total: 1_000,
        })),
        queries: [query],
      };
    });
  },
};

const toySource = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'toy',
  register(env) {
    env.registerInit({
      deps: { sources: opmodelSliSourcesExtensionPoint },
      async init({ sources }) {
        sources.addSliSource(toy);
      },
    });
  },
});

const groupsOf: Record<string, string[]> = {
  ada: ['shop'],
  bo: ['shop'],
  head: ['company'],
};

/** Only the guard sees the vault; the mute may read no objectives; the reader may only read. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (
      (name === 'mute' && permission.name === 'opmodel.slo.read') ||
      (name === 'reader' &&
        /slo.correct|release-gate.break/.test(permission.name))
    ) {
      return { result: AuthorizeResult.DENY };
    }
    return isResourcePermission(permission, 'catalog-entity') &&
      name !== 'guard'
      ? createCatalogConditionalDecision(permission, {
          not: catalogConditions.hasMetadata({ key: 'name', value: 'vault' }),
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () =>
    Object.assign(mockServices.userInfo(), {
      async getUserInfo({ principal }: any) {
        const { userEntityRef } = principal;
        const name = userEntityRef.split('/')[1];
        return {
          userEntityRef,
          ownershipEntityRefs: [
            userEntityRef,
            ...(groupsOf[name] ?? []).map(one => `group:default/${one}`),
          ],
        };
      },
    }),
});

const validate = createResponseValidator();
const gateOf = (name: string) =>
  `/entities/component/default/${name}/release-gate`;

describe('the release gate behind HTTP', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;

  /** A request whose answer must be what the API's description says. */
  async function ask(
    method: 'get' | 'post',
    path: string,
    options: {
      status?: number;
      as?: string;
      /** Permissions of a service's token. */
      token?: string[];
      body?: object;
    } = {},
  ) {
    const { status = 200, as = 'ada', token, body } = options;
    const sent = request(engine.server)[method](`/api/opmodel${path}`);
    const response = await (body ? sent.send(body) : sent).set(
      'authorization',
      token
        ? restrictedServiceHeader(token)
        : mockCredentials.user.header(`user:default/${as}`),
    );
    expect([path, as, response.status, response.body]).toEqual([
      path,
      as,
      status,
      expect.anything(),
    ]);
    validate(method, path, response);
    return response.body;
  }
  const get = (path: string, options: Parameters<typeof ask>[2] = {}) =>
    ask('get', path, options);
  const post = (
    path: string,
    body: object,
    options: Parameters<typeof ask>[2] = {},
  ) => ask('post', path, { status: 201, ...options, body });
  const decide = (id: string, deed: string, as: string, body: object = {}) =>
    ask('post', `/acceptances/${id}/${deed}`, { as, body });
  const pipeline = { token: ['opmodel.release-gate.read'] };

  beforeAll(async () => {
    engine = await startEngine({
      policy,
      entities,
      features: [openSloInCatalog, toySource, userInfo],
      config: {
        opmodel: {
          slo: { measurement: { backfill: { days: 2 }, step: { days: 31 } } },
        },
      },
    });
    await scanUntil(engine, async () => {
      const slos = await request(engine.server)
        .get('/api/opmodel/slos')
        .set(
          'authorization',
          mockCredentials.user.header('user:default/guard'),
        );
      const policies = await request(engine.server)
        .get('/api/opmodel/slo-policies')
        .set(
          'authorization',
          mockCredentials.user.header('user:default/guard'),
        );
      return slos.body.totalItems === 5 && policies.body.totalItems === 4;
    });
    // A second time for what no component had been there to be measured by.
    await engine.runTask('opmodel-slo-definitions');
    await engine.runTask('opmodel-slo-measurement');
    await engine.runTask('opmodel-slo-evaluation');
  });

  afterAll(() => engine.stop());

  it('holds what an enforced policy freezes, and says why, by which rules and who decides', async () => {
    const gate = await get(
      `${gateOf('cart')}?reference=v1&environment=prod`,
      pipeline,
    );
    expect(gate).toMatchObject({
      entityRef: 'component:default/cart',
      decision: 'held',
      open: false,
      mode: 'enforced',
      wouldHold: true,
      ruleVersion: 'errorbudgetpolicy:default/freeze@3',
      approvers: [{ ref: 'group:default/company', title: 'company' }],
      breakGlassUntil: null,
    });
    expect(gate.reasons).toEqual([
      {
        kind: 'budget_exhausted',
        policyRef: 'errorbudgetpolicy:default/freeze',
        policyTitle: 'freeze',
        sloRef: 'slo:default/cart-works',
        sloTitle: 'cart-works',
        objective: 0,
        values: { remaining: expect.any(Number), threshold: 0 },
      },
    ]);
    expect(Date.parse(gate.asOf)).toBeGreaterThan(started - HOUR);
    expect(await get(`${gateOf('cart')}?risk=low`)).toMatchObject({
      decision: 'allowed',
      open: true,
      reasons: [{ kind: 'low_risk' }],
    });
  });

  it('answers the token of a pipeline, which may do nothing else', async () => {
    expect(
      await get(`${gateOf('vault')}?reference=v1`, pipeline),
    ).toMatchObject({ decision: 'held', open: false });
    for (const path of [
      '/slos',
      '/slo-policies',
      `${gateOf('cart')}/decisions`,
    ]) {
      await get(path, { ...pipeline, status: 403 });
    }
    await get(gateOf('cart'), { token: ['opmodel.dora.read'], status: 403 });
    await post(
      `${gateOf('cart')}/break-glass`,
      { reason: 'x' },
      { ...pipeline, status: 403 },
    );
  });

  it('knows nothing of what may not be seen', async () => {
    const missing = await get(gateOf('no-such-thing'), { status: 404 });
    const hidden = await get(gateOf('vault'), { status: 404 });
    expect(hidden.error.message).toBe(
      missing.error.message.replace('no-such-thing', 'vault'),
    );
    await get(`${gateOf('vault')}/decisions`, { status: 404 });
    await post(
      `${gateOf('vault')}/break-glass`,
      { reason: 'x' },
      { status: 404 },
    );
    await get(gateOf('cart'), { as: 'mute', status: 403 });
    expect(await get(gateOf('vault'), { as: 'guard' })).toMatchObject({
      decision: 'held',
    });
  });

  it('lets pass and says so where a policy only watches', async () => {
    const gate = await get(`${gateOf('post')}?reference=v7`, pipeline);
    expect(gate).toMatchObject({
      decision: 'allowed',
      open: true,
      mode: 'shadow',
      wouldHold: true,
    });
    expect(gate.reasons.map(({ kind }: any) => kind)).toEqual([
      'budget_exhausted',
      'shadow',
    ]);
    // A pipeline that asks again asks for the same release, and a person who looks asks for none.
    await get(`${gateOf('post')}?reference=v7`, pipeline);
    await get(`${gateOf('post')}?reference=v8`);
    const report = await get('/slo-policies/default/watch');
    expect(report.shadow).toMatchObject({
      decisions: 1,
      held: 1,
      failed: 0,
      fine: 0,
      unknown: 1,
      passedFailed: 0,
    });
  });

  it('says that nothing is known, and is closed only where a policy says so', async () => {
    expect(await get(gateOf('quiet'))).toMatchObject({
      decision: 'unknown',
      open: false,
      reasons: [{ kind: 'no_data', sloRef: 'slo:default/quiet-works' }],
    });
    expect(await get(gateOf('free'))).toMatchObject({
      decision: 'allowed',
      open: true,
      mode: 'none',
      reasons: [{ kind: 'no_policy' }],
      ruleVersion: null,
    });
  });

  it('lists policies with what they hold, of what may be seen alone', async () => {
    const { items, totalItems } = await get('/slo-policies?limit=2');
    expect(totalItems).toBe(4);
    expect(items).toMatchObject([
      {
        ref: 'errorbudgetpolicy:default/freeze',
        mode: 'enforced',
        version: '3',
        ownerRef: 'group:default/shop',
        entities: 1,
        holding: 3,
        approvals: [{ role: 'reliability', approvedBy: 'user:default/head' }],
      },
      { ref: 'errorbudgetpolicy:default/held-back', entities: 1 },
    ]);
    const guards = await get('/slo-policies?limit=1', { as: 'guard' });
    expect(guards.items[0]).toMatchObject({ entities: 2, holding: 6 });
    const rest = await get(
      `/slo-policies?limit=1&cursor=${guards.nextCursor}`,
      { as: 'guard' },
    );
    expect(rest.items[0].ref).toBe('errorbudgetpolicy:default/held-back');
    expect(
      (await get('/slo-policies?owner=group:default/company')).totalItems,
    ).toBe(4);
    expect(
      (await get('/slo-policies?owner=group:default/company&descendants=false'))
        .totalItems,
    ).toBe(0);

    const report = await get('/slo-policies/default/freeze');
    expect(report.consequences).toHaveLength(3);
    expect(report.consequences).toContainEqual({
      id: expect.any(String),
      kind: 'debt',
      policyRef: 'errorbudgetpolicy:default/freeze',
      sloRef: 'slo:default/cart-works',
      sloTitle: 'cart-works',
      objective: 0,
      threshold: 0,
      remaining: expect.any(Number),
      since: expect.any(String),
      until: null,
      mode: 'enforced',
      excepted: false,
    });
    await get('/slo-policies/default/none', { status: 404 });
  });

  it('says beside each SLO what policies bring about for it', async () => {
    const { items } = await get('/slos');
    const kindsOf = (name: string) =>
      items
        .find(({ ref }: any) => ref === `slo:default/${name}-works`)
        .consequences.map(({ kind, mode }: any) => `${kind} ${mode}`)
        .sort();
    expect(kindsOf('cart')).toEqual([
      'attention enforced',
      'debt enforced',
      'freeze_risky_releases enforced',
    ]);
    expect(kindsOf('post')).toContain('freeze_risky_releases shadow');
    expect(kindsOf('quiet')).toEqual([]);
  });

  it('looks back over any days', async () => {
    const report = await get(
      '/slo-policies/default/watch?from=2020-01-01&to=2020-01-31',
    );
    expect(report.shadow).toMatchObject({
      from: '2020-01-01T00:00:00.000Z',
      decisions: 0,
    });
    await get('/slo-policies/default/watch?from=2020-01-01', { status: 400 });
  });

  it('lets pass what somebody has excepted and another has approved', async () => {
    const path = '/slo-policies/default/held-back/exceptions';
    const body = { entityRef: 'component:default/pay', reason: 'A tax law' };
    await post(path, body, { as: 'reader', status: 403 });
    await post(
      path,
      { ...body, entityRef: 'component:default/vault' },
      { status: 404 },
    );
    const refused = await post(
      path,
      { ...body, entityRef: 'component:default/free' },
      { status: 400 },
    );
    expect(refused.error.message).toContain("'entityRef'");
    expect(await get(gateOf('pay'))).toMatchObject({ decision: 'held' });
    const asked = await post(path, body);
    expect(asked).toMatchObject({ subject: 'slo_policy', state: 'requested' });
    expect(await get(gateOf('pay'))).toMatchObject({ decision: 'held' });
    await decide(asked.id, 'approve', 'bo');
    const gate = await get(gateOf('pay'));
    expect(gate).toMatchObject({ decision: 'allowed', open: true });
    expect(gate.reasons.map(({ kind }: any) => kind)).toContain('excepted');
    expect(await get('/slo-policies/default/held-back')).toMatchObject({
      exceptions: 1,
      consequences: [
        { excepted: true },
        { excepted: true },
        { excepted: true },
      ],
    });
  });

  it('lets pass at once behind broken glass, until somebody who decides says no', async () => {
    const path = `${gateOf('cart')}/break-glass`;
    await post(path, { reason: ' ' }, { status: 400 });
    await post(path, { reason: 'x', why: 'y' }, { status: 400 });
    await post(path, { reason: 'x' }, { as: 'reader', status: 403 });
    const broken = await post(path, {
      reason: 'Customers cannot pay',
      reference: 'v2',
    });
    expect(broken).toMatchObject({
      subject: 'gate',
      state: 'requested',
      details: { reference: 'v2', until: expect.any(String) },
    });
    const gate = await get(gateOf('cart'), pipeline);
    expect(gate).toMatchObject({ decision: 'allowed', open: true });
    expect(gate.breakGlassUntil).toBe(broken.details.until);
    expect(Date.parse(gate.breakGlassUntil) - Date.now()).toBeGreaterThan(
      23 * HOUR,
    );
    const again = await post(path, { reason: 'x' }, { status: 409 });
    expect(again.error.message).toContain(broken.details.until);

    const inbox = await get('/acceptances?box=to_decide', { as: 'head' });
    expect(inbox.items.map(({ id }: any) => id)).toEqual([broken.id]);
    await decide(broken.id, 'deny', 'head', { note: 'Roll back instead' });
    expect(await get(gateOf('cart'), pipeline)).toMatchObject({
      decision: 'held',
      breakGlassUntil: null,
    });
  });

  it('remembers what it answered, newest first', async () => {
    const path = `${gateOf('cart')}/decisions`;
    const first = await get(`${path}?limit=1`);
    expect(first.items[0]).toMatchObject({ decision: 'held', outcome: null });
    const all = await get(`${path}?limit=100`);
    expect(all.totalItems).toBe(all.items.length);
    const oldest = all.items.at(-1);
    expect(oldest).toMatchObject({
      reference: 'v1',
      environment: 'prod',
      ruleVersion: 'errorbudgetpolicy:default/freeze@3',
    });
    const second = await get(`${path}?limit=1&cursor=${first.nextCursor}`);
    expect(second.items[0].id).toBe(all.items[1].id);
    const held = await get(`${path}?decision=held&limit=100`);
    expect(held.totalItems).toBeLessThan(all.totalItems);
    await get(`${path}?cursor=x`, { status: 400 });
  });

  it('tells owners what burns, what is exhausted, and which release is held', async () => {
    const { items } = await get('/attention?limit=100');
    const ofCart = items.filter(
      ({ entityRef, subject }: any) =>
        entityRef === 'component:default/cart' && subject === 'slo',
    );
    expect(
      Object.fromEntries(
        ofCart.map(({ kind, urgency }: any) => [kind, urgency]),
      ),
    ).toEqual({
      'release-held': 'now',
      'slo-burning': 'now',
      'slo-exhausted': 'soon',
      'error-budget-policy': 'soon',
    });
    expect(
      ofCart.find(({ kind }: any) => kind === 'release-held').values,
    ).toMatchObject({
      sloTitle: 'cart-works',
      remaining: expect.any(Number),
    });
    expect(JSON.stringify(items)).not.toContain('vault');
  });

  it('leaves a span out of a budget once another has approved it', async () => {
    const path = '/slos/default/cart-works/corrections';
    const span = {
      from: new Date(started - 5 * HOUR).toISOString(),
      to: new Date(started + HOUR).toISOString(),
    };
    const body = { ...span, reason: 'The data centre moved' };
    for (const [field, wrong] of [
      ['from', { from: 'yesterday' }],
      ['from', { from: '2026-06-29T03:00:00' }],
      ['from', { from: '1999-01-01T00:00:00Z' }],
      ['to', { to: '2999-01-01T00:00:00Z' }],
      ['to', { to: span.from }],
      ['to', { from: new Date(started - 40 * 24 * HOUR).toISOString() }],
      ['reason', { reason: ' ' }],
    ] as const) {
      const { error } = await post(
        path,
        { ...body, ...wrong },
        { status: 400 },
      );
      expect(error.message).toContain(`'${field}'`);
    }
    await post(path, body, { as: 'reader', status: 403 });
    await post('/slos/default/vault-works/corrections', body, { status: 404 });
    await get('/slos/default/vault-works/corrections', { status: 404 });
    const asked = await post(path, body);
    await post(path, body, { status: 409 });
    expect(await get(path)).toMatchObject({
      totalItems: 1,
      items: [{ id: asked.id, state: 'requested', ...span }],
    });
    await engine.runTask('opmodel-slo-evaluation');
    expect(await get(gateOf('cart'))).toMatchObject({ decision: 'held' });
    await decide(asked.id, 'approve', 'bo');
    await engine.runTask('opmodel-slo-evaluation');
    expect(await get(gateOf('cart'))).toMatchObject({
      decision: 'allowed',
      wouldHold: false,
    });
    expect((await get('/slo-policies/default/freeze')).policy.holding).toBe(0);
    expect(
      (await get('/slo-policies/default/freeze')).consequences,
    ).toMatchObject([
      { until: expect.any(String) },
      { until: expect.any(String) },
      { until: expect.any(String) },
    ]);
  });
});

import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
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
import { parseOpenSlo } from '@opmodel/openslo';
import { DateTime } from 'luxon';
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
  annotations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', annotations },
  spec,
});

const component = (
  name: string,
  owner: string,
  { tier, dependsOn }: { tier?: string; dependsOn?: string[] } = {},
) =>
  entity(
    'Component',
    name,
    {
      type: 'service',
      lifecycle: 'production',
      owner,
      system: 'selling',
      ...(dependsOn && { dependsOn }),
    },
    tier ? { 'opmodel.io/tier': tier } : {},
  );

/** Measured by the toy source, whose queries say what is good. */
const slo = (
  name: string,
  service: string,
  {
    good = 'steady',
    target = 0.99,
    annotations = {},
    ...spec
  }: {
    good?: string;
    target?: number;
    annotations?: Record<string, string>;
    [field: string]: unknown;
  } = {},
): Entity => {
  const metric = (query: string) => ({
    metricSource: { type: 'toy', spec: { query } },
  });
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name, namespace: 'default', title: `SLO ${name}`, annotations },
    spec: {
      service,
      description: `What ${name} promises`,
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
      objectives: [{ displayName: 'Works', target }],
      ...spec,
    } as Entity['spec'],
  };
};

const entities = [
  entity('Group', 'company', { type: 'company', children: [] }),
  entity('Group', 'shop', { type: 'team', parent: 'company', children: [] }),
  entity('Group', 'mail', { type: 'team', parent: 'shop', children: [] }),
  entity('Domain', 'retail', { owner: 'company' }),
  entity('System', 'selling', { owner: 'shop', domain: 'retail' }),
  component('cart', 'shop', { tier: '1', dependsOn: ['component:post'] }),
  component('post', 'mail', { tier: '2' }),
  component('quiet', 'mail', { tier: '1' }),
  component('vault', 'shop', { tier: '1' }),
  slo('cart-works', 'cart', {
    annotations: { 'opmodel.io/review-on': '2026-01-31' },
  }),
  slo('cart-burns', 'cart', { good: 'outage', target: 0.999 }),
  slo('cart-slices', 'cart', {
    good: 'outage',
    budgetingMethod: 'Timeslices',
    objectives: [
      { target: 0.9, timeSliceTarget: 0.95, timeSliceWindow: '10m' },
    ],
  }),
  slo('post-works', 'post', {
    target: 0.95,
    timeWindow: [
      {
        duration: '1M',
        isRolling: false,
        calendar: {
          startTime: '2026-01-01 00:00:00',
          timeZone: 'Europe/Berlin',
        },
      },
    ],
  }),
  slo('post-silent', 'post', { good: 'nothing' }),
  slo('vault-works', 'vault', { good: 'outage' }),
  slo('nowhere', 'unknown'),
];

/** The outage: the last four hours, in which one in five fails. */
const shareOf: Record<string, ((start: number) => number) | undefined> = {
  steady: () => 0.9995,
  outage: start => (start >= started - 4 * HOUR ? 0.8 : 1),
};

const toy: SliSource = {
  type: 'toy',
  title: 'Toy',
  async measure(requests) {
    return requests.map(({ id, indicator, from, to }) => {
      const query =
        indicator.type === 'ratio' ? String(indicator.good?.spec.query) : '';
      const share = shareOf[query];
      const starts = share
        ? Array.from(
            { length: (to - from) / BUCKET },
            (_, place) => from + place * BUCKET,
          )
        : [];
      return {
        id,
        buckets: starts.map(start => ({
          start,
          good: 1_000 * share!(start),
          total: 1_000,
        })),
        queries: [`ask ${query}`, 'ask total'],
      };
    });
  },
  link: () => 'https://toy.example.com/graph',
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

/** Only the guard sees the vault; the mute may read no objectives, and the reader no deliveries. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (
      (name === 'mute' && permission.name === 'opmodel.slo.read') ||
      (name === 'reader' &&
        permission.name !== 'opmodel.slo.read' &&
        permission.name.startsWith('opmodel.'))
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

const validate = createResponseValidator();

describe('objectives behind HTTP', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;

  const as = (user: string) =>
    mockCredentials.user.header(`user:default/${user}`);

  /** A request whose answer must be what the API's description says. */
  async function get(
    path: string,
    { status = 200, user = 'guest' }: { status?: number; user?: string } = {},
  ) {
    const response = await request(engine.server)
      .get(`/api/opmodel${path}`)
      .set('authorization', as(user));
    expect([path, response.status, response.body]).toEqual([
      path,
      status,
      expect.anything(),
    ]);
    validate('get', path, response);
    return response.body;
  }

  async function act(id: string, input: object, user = 'guest') {
    const { body } = await request(engine.server)
      .post(`/api/opmodel/.backstage/actions/v1/actions/opmodel:${id}/invoke`)
      .set('authorization', as(user))
      .send(input);
    return body;
  }

  const refsOf = (items: { ref: string }[]) =>
    items.map(({ ref }) => ref.replace('slo:default/', ''));

  beforeAll(async () => {
    engine = await startEngine({
      policy,
      entities,
      features: [openSloInCatalog, toySource],
      config: {
        opmodel: {
          // Scans whenever it is told to, however long a scan takes.
          snapshot: { schedule: { frequency: 'PT10M', timeout: 'PT5M' } },
          slo: { measurement: { backfill: { days: 20 }, step: { days: 31 } } },
        },
      },
    });
    await scanUntil(engine, async () => {
      const { body } = await request(engine.server)
        .get('/api/opmodel/slos')
        .set('authorization', as('guard'));
      return body.totalItems === 7;
    });
    // A second time for what no component had been there to be measured by.
    await engine.runTask('opmodel-slo-definitions');
    await engine.runTask('opmodel-slo-measurement');
    await engine.runTask('opmodel-slo-evaluation');
  });

  afterAll(() => engine.stop());

  it('says how the objectives of an entity are doing, the worst first', async () => {
    const report = await get('/entities/component/default/cart/slos');
    expect(refsOf(report.items)).toEqual([
      'cart-burns',
      'cart-slices',
      'cart-works',
    ]);
    expect(report).toMatchObject({
      entity: { ref: 'component:default/cart', tier: '1', rollUp: false },
      totalItems: 3,
      nextCursor: null,
      summary: null,
      gate: { decision: 'allowed', mode: 'none' },
    });
    const [burns, , works] = report.items;
    expect(burns).toMatchObject({
      state: 'exhausted',
      entityTitle: 'cart',
      ownerRef: 'group:default/shop',
      window: { type: 'rolling', duration: '30d' },
      source: { type: 'toy', title: 'Toy', state: 'fresh', error: null },
      reviewState: 'none',
    });
    expect(burns.objectives[0].budget.remaining).toBeLessThan(0);
    expect(burns.objectives[0].burns[2]).toMatchObject({ seconds: 3600 });
    expect(burns.objectives[0].burns[2].rate).toBeGreaterThan(100);
    expect(burns.objectives[0].alerts.map(({ state }: any) => state)).toContain(
      'firing',
    );
    expect(burns.trend).toHaveLength(30);
    expect(burns.trend[0]).toMatchObject({
      attainment: null,
      state: 'no_data',
    });
    expect(burns.trend.at(-3)).toMatchObject({ state: 'met', attainment: 1 });
    expect(works).toMatchObject({ state: 'met', reviewState: 'overdue' });
    expect(works.objectives[0].attainment).toBeCloseTo(0.9995, 6);
  });

  it('finds objectives that are stricter than what they depend on', async () => {
    const { dependencies, nextSteps } = await get(
      '/entities/component/default/cart/slos',
    );
    expect(dependencies.map(({ sloRef }: any) => sloRef)).not.toContain(
      'slo:default/cart-slices',
    );
    expect(dependencies).toContainEqual({
      sloRef: 'slo:default/cart-burns',
      sloTitle: 'SLO cart-burns',
      objective: 0,
      target: 0.999,
      attainable: 0.99,
      dependencies: [
        {
          entityRef: 'component:default/post',
          entityTitle: 'post',
          sloRef: 'slo:default/post-silent',
          target: 0.99,
        },
      ],
    });
    expect(nextSteps.map(({ id }: any) => id)).toEqual([
      'spend_less',
      'loosen_dependency',
      'review',
      'add_policy',
    ]);
  });

  it('rolls up what is in a scope, without what is hidden', async () => {
    const group = await get('/entities/group/default/shop/slos');
    expect(group.entity).toMatchObject({ rollUp: true });
    expect(group.totalItems).toBe(5);
    expect(group.summary).toMatchObject({
      slos: 5,
      entities: 3,
      covered: 2,
      reviewsOverdue: 1,
      coverage: [
        { tier: '1', entities: 2, covered: 1, share: 0.5 },
        { tier: '2', entities: 1, covered: 1, share: 1 },
      ],
    });
    const all = await get('/entities/group/default/shop/slos', {
      user: 'guard',
    });
    expect(all.totalItems).toBe(6);
    expect(all.summary).toMatchObject({ slos: 6, entities: 4, covered: 3 });
    const system = await get('/entities/system/default/selling/slos?limit=2');
    expect(system.items).toHaveLength(2);
    expect(system.totalItems).toBe(5);
    const rest = await get(
      `/entities/system/default/selling/slos?limit=100&cursor=${system.nextCursor}`,
    );
    expect(rest.items).toHaveLength(3);
    await get('/entities/component/default/vault/slos', { status: 404 });
    await get('/entities/component/default/vault/slos', { user: 'guard' });
    expect(await get('/entities/component/default/quiet/slos')).toMatchObject({
      totalItems: 0,
      nextSteps: [{ id: 'add_slo' }],
    });
  });

  it('lists the fleet in every order, page by page', async () => {
    const { items, totalItems } = await get('/slos?limit=100');
    expect(totalItems).toBe(6);
    expect(refsOf(items)).toEqual([
      'cart-burns',
      'cart-slices',
      'post-silent',
      'cart-works',
      'nowhere',
      'post-works',
    ]);
    for (const sort of [
      'worst',
      'name',
      '-name',
      'remaining',
      '-remaining',
      'burn',
      '-burn',
      'attainment',
      '-attainment',
      'tier',
      '-tier',
    ]) {
      const whole = await get(`/slos?sort=${sort}&limit=100`);
      const paged: string[] = [];
      let cursor = '';
      do {
        const page = await get(`/slos?sort=${sort}&limit=1${cursor}`);
        expect(page.totalItems).toBe(6);
        paged.push(...refsOf(page.items));
        cursor = page.nextCursor && `&cursor=${page.nextCursor}`;
      } while (cursor);
      expect([sort, paged]).toEqual([sort, refsOf(whole.items)]);
    }
    expect(refsOf((await get('/slos?sort=-burn')).items)[0]).toBe('cart-burns');
    expect(refsOf((await get('/slos?sort=name')).items)[0]).toBe('cart-burns');
    expect(refsOf((await get('/slos?sort=tier')).items).at(-1)).toBe('nowhere');
    await get('/slos?cursor=nonsense', { status: 400 });
  });

  it.each([
    ['owner=group:default/shop', 5],
    ['owner=group:default/shop&descendants=false', 3],
    ['owner=group:default/mail', 2],
    ['system=system:default/selling', 5],
    ['domain=domain:default/retail', 5],
    ['tier=1', 3],
    ['type=service', 5],
    ['lifecycle=experimental', 0],
    ['text=burns', 1],
    ['text=vault', 0],
    ['state=no_data', 1],
    ['state=exhausted', 1],
    ['review=overdue', 1],
    ['review=none', 5],
    ['review=due', 0],
    ['burning=false', 4],
    ['burning=true', 2],
  ])('selects by %s', async (query, count) => {
    const { items, totalItems } = await get(`/slos?${query}`);
    expect([query, totalItems, items.length]).toEqual([query, count, count]);
  });

  it('sums up, and lists what has no objective', async () => {
    const summary = await get('/slos/summary');
    expect(summary).toMatchObject({ slos: 6, entities: 3, covered: 2 });
    const { items } = await get('/slos/uncovered');
    expect(items).toEqual([
      {
        entityRef: 'component:default/quiet',
        title: 'quiet',
        tier: '1',
        ownerRef: 'group:default/mail',
        ownerTitle: 'mail',
        reason: 'no_slo',
      },
    ]);
    expect(
      await get('/slos/uncovered?owner=group:default/shop&descendants=false'),
    ).toMatchObject({ totalItems: 0 });
  });

  it('lists what is wrong with documents', async () => {
    const { items } = await get('/slos/problems?severity=error');
    expect(items.map(({ sloRef, rule }: any) => [sloRef, rule])).toContainEqual(
      ['slo:default/nowhere', 'entity-unknown'],
    );
    expect(
      await get('/slos/problems?rule=entity-unknown&limit=1'),
    ).toMatchObject({ totalItems: 1, nextCursor: null });
  });

  it('shows one SLO with its document', async () => {
    const detail = await get('/slos/default/cart-slices');
    expect(detail).toMatchObject({
      service: 'cart',
      mayCorrect: true,
      indicators: [
        {
          objective: 0,
          type: 'ratio',
          queries: [
            {
              part: 'good',
              text: 'outage',
              url: 'https://toy.example.com/graph',
            },
            { part: 'total', text: 'total' },
          ],
        },
      ],
    });
    const [parsed] = parseOpenSlo(detail.document).documents;
    expect(parsed.name).toBe('cart-slices');
    expect(
      (await get('/slos/default/cart-works', { user: 'reader' })).mayCorrect,
    ).toBe(false);
    await get('/slos/default/missing', { status: 404 });
    await get('/slos/default/vault-works', { status: 404 });
    await get('/slos/default/vault-works', { user: 'guard' });
  });

  it('draws a budget that burns down, in few points', async () => {
    for (const [window, most] of [
      ['P1D', 400],
      ['P7D', 400],
      ['P30D', 400],
      ['P1Y', 400],
    ] as const) {
      const { points } = await get(
        `/slos/default/cart-burns/series?window=${window}`,
      );
      expect([window, points.length > 0 && points.length <= most]).toEqual([
        window,
        true,
      ]);
      const { objectives } = await get('/slos/default/cart-burns').then(
        ({ status }) => status,
      );
      // The last point is the present.
      expect(points.at(-1).remaining).toBeCloseTo(
        objectives[0].budget.remaining,
        3,
      );
    }
    const { points } = await get('/slos/default/cart-burns/series?window=P7D');
    expect(points[1]).toMatchObject({ attainment: 1, remaining: 1, burn: 0 });
    await get('/slos/default/cart-burns/series?objective=7', { status: 404 });
    await get('/slos/default/cart-burns/series?window=P9Y', { status: 400 });
  });

  it('tells each day', async () => {
    const { days } = await get('/slos/default/cart-burns/days?window=P30D');
    expect(days).toHaveLength(30);
    expect(days[0]).toMatchObject({
      attainment: null,
      good: null,
      state: 'no_data',
    });
    expect(days.slice(-10, -2).every((day: any) => day.state === 'met')).toBe(
      true,
    );
  });

  it('explains a budget with the very figures', async () => {
    const explained = await get('/slos/default/cart-slices/explain');
    expect(explained).toMatchObject({
      method: 'Timeslices',
      queries: [
        { part: 'good', text: 'ask outage' },
        { part: 'total', text: 'ask total' },
      ],
    });
    const figure = (id: string) =>
      explained.figures.find((known: any) => known.id === id).value;
    const { status } = await get('/slos/default/cart-slices');
    expect(figure('attainment')).toBe(status.objectives[0].attainment);
    expect(figure('remaining')).toBe(status.objectives[0].budget.remaining);
    expect(explained.formula).toContain('(1 − 0.9)');
    // Ten days of the window were before anything was measured.
    expect(
      explained.leftOut.find(({ reason }: any) => reason === 'not_measured')
        .seconds,
    ).toBeGreaterThan(9 * 86_400);
    expect(await get('/slos/default/post-silent/explain')).toMatchObject({
      formula: '',
      buckets: 0,
    });
  });

  it('lists windows and buckets, the newest first', async () => {
    const { items, totalItems, nextCursor } = await get(
      '/slos/default/cart-burns/buckets?resolution=3600&limit=2',
    );
    expect(totalItems).toBeGreaterThan(400);
    expect(items[0]).toMatchObject({
      seconds: 3600,
      slices: null,
      corrected: false,
    });
    expect(Date.parse(items[0].start)).toBeGreaterThan(
      Date.parse(items[1].start),
    );
    const next = await get(
      `/slos/default/cart-burns/buckets?resolution=3600&limit=2&cursor=${nextCursor}`,
    );
    expect(Date.parse(next.items[0].start)).toBeLessThan(
      Date.parse(items[1].start),
    );
    const yesterday = DateTime.utc().minus({ days: 1 }).toISODate();
    expect(
      await get(
        `/slos/default/cart-burns/buckets?resolution=3600&from=${yesterday}&to=${yesterday}&limit=100`,
      ),
    ).toMatchObject({ totalItems: 24 });
    await get('/slos/default/cart-burns/buckets?from=2026-02-31', {
      status: 400,
    });
    const windows = await get('/slos/default/cart-burns/windows?limit=5');
    expect(windows.items.length).toBeGreaterThan(0);
    expect(windows.items[0]).toMatchObject({ target: 0.999 });
  });

  it('proposes targets that were attained, as documents', async () => {
    const { items } = await get(
      '/entities/component/default/cart/slo-proposals',
    );
    const works = items.find(
      ({ values }: any) => values.slo === 'slo:default/cart-works',
    );
    expect(works).toMatchObject({
      target: 0.999,
      state: 'ok',
      values: { present: 0.99 },
    });
    expect(works.days).toBeGreaterThan(14);
    expect(works.document).toContain('target: 0.999');
    expect(
      await get('/entities/component/default/quiet/slo-proposals'),
    ).toMatchObject({ items: [] });
  });

  it('writes rules, and says what it leaves out', async () => {
    const rules = await get('/slos/rules');
    expect(rules).toMatchObject({ format: 'prometheus', slos: 0 });
    expect(rules.leftOut.length).toBeGreaterThanOrEqual(6);
  });

  it('is for those who may read objectives', async () => {
    await get('/slos', { status: 403, user: 'mute' });
    const service = await request(engine.server)
      .get('/api/opmodel/slos')
      .set('authorization', restrictedServiceHeader(['opmodel.slo.read']));
    expect([service.status, service.body.totalItems]).toEqual([200, 7]);
    const other = await request(engine.server)
      .get('/api/opmodel/slos')
      .set('authorization', restrictedServiceHeader(['opmodel.dora.read']));
    expect(other.status).toBe(403);
  });

  it('answers agents', async () => {
    const { output } = await act('get-slo-status', {
      entityRef: 'Component:default/cart',
    });
    expect(output.report.items[0]).toMatchObject({ state: 'exhausted' });
    expect(output.report.items[0]).not.toHaveProperty('trend');
    const burning = await act('list-burning-slos', {
      teamRef: 'group:default/shop',
    });
    expect(burning.output).toMatchObject({ totalItems: 2 });
    const gate = await act('can-release', {
      entityRef: 'component:default/cart',
    });
    expect(gate.output.gate).toMatchObject({ decision: 'allowed', open: true });
    const refused = await act('get-slo-status', { entityRef: 'a' }, 'mute');
    expect(refused.error.name).toBe('NotAllowedError');
  });
});

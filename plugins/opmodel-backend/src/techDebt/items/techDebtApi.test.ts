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
import { addDays, dayOf } from '@opmodel/backstage-plugin-opmodel-common';
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { createPostgresDatabase } from '../../testing/faults/faultDatabases';
import { openSloInCatalog } from '../../testing/openSloInCatalog';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';
import {
  createDebtItemConditionalDecision,
  debtItemConditions,
} from './debtPermissionRules';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(240_000);

const entity = (
  kind: string,
  name: string,
  spec: object,
  metadata: Partial<Entity['metadata']> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', ...metadata },
  spec: spec as Entity['spec'],
});

const component = (name: string, owner: string, spec: object = {}) =>
  entity('Component', name, {
    type: 'service',
    lifecycle: 'production',
    owner,
    ...spec,
  });

const entities = [
  entity('Group', 'company', { type: 'company', children: [] }),
  entity('Group', 'shop', { type: 'team', parent: 'company', children: [] }),
  entity('Group', 'mail', { type: 'team', parent: 'company', children: [] }),
  entity('Group', 'guards', { type: 'team', children: [] }),
  entity('Domain', 'retail', { owner: 'company' }),
  entity('System', 'selling', { owner: 'shop', domain: 'retail' }),
  component('cart', 'shop', { system: 'selling' }),
  component('desk', 'shop'),
  component('post', 'mail'),
  component('vault', 'guards'),
  component('kept', 'guards'),
  {
    ...entity('Scorecard', 'vault', {
      title: 'The vault',
      filter: 'catalog.kind == "component"',
      levels: [{ name: 'Bronze', rank: 1 }],
      checks: [
        {
          id: 'described',
          name: 'Is described',
          level: 'Bronze',
          expression: 'catalog.hasDescription',
        },
      ],
    }),
    apiVersion: 'opmodel.io/v1alpha1',
  },
];

const hidden = ['vault', 'guards'];

/** Only the guard sees what is hidden; `owner` changes what his group owns; the reader does nothing but read, the mute not even that. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (
      (name === 'mute' && permission.name === 'opmodel.tech-debt.read') ||
      (name === 'reader' && permission.attributes.action !== 'read')
    ) {
      return { result: AuthorizeResult.DENY };
    }
    if (isResourcePermission(permission, 'opmodel-debt-item')) {
      return name === 'owner'
        ? createDebtItemConditionalDecision(permission, {
            anyOf: [
              debtItemConditions.isOwner({ claims: ['Group:default/Mail'] }),
              debtItemConditions.isReporter({ claims: ['user:default/x'] }),
            ],
          })
        : { result: AuthorizeResult.ALLOW };
    }
    return isResourcePermission(permission, 'catalog-entity') &&
      name !== 'guard'
      ? createCatalogConditionalDecision(permission, {
          not: {
            anyOf: hidden.map(value =>
              catalogConditions.hasMetadata({ key: 'name', value }),
            ) as any,
          },
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const today = dayOf(Date.now(), 'UTC');
const DAY = 86_400_000;

const databases = {
  SQLITE_3: { client: 'better-sqlite3', connection: ':memory:' },
  get POSTGRES_18() {
    return createPostgresDatabase().config;
  },
};

const c = (name: string) => `component:default/${name}`;
const g = (name: string) => `group:default/${name}`;

type Method = 'get' | 'post' | 'patch' | 'delete';
interface Sent {
  as?: string;
  status?: number;
  body?: object;
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'the register of technical debt behind HTTP on %s',
  id => {
    const validate = createResponseValidator();
    const createEvent = jest.fn(async (_event: { eventId: string }) => ({
      success: jest.fn(),
      fail: jest.fn(),
    }));
    const auditor = mockServices.auditor.mock({ createEvent });
    let engine: Awaited<ReturnType<typeof startEngine>>;

    /** A request whose answer must be what the API's description says. */
    async function send(method: Method, path: string, options: Sent = {}) {
      const { as = 'ada', status = 200, body } = options;
      const response = await request(engine.server)
        [method](`/api/opmodel${path}`)
        .set(
          'authorization',
          as === 'service'
            ? mockCredentials.service.header()
            : mockCredentials.user.header(`user:default/${as}`),
        )
        .send(body);
      expect([path, as, response.status, response.body]).toEqual([
        path,
        as,
        status,
        expect.anything(),
      ]);
      if (status !== 204) {
        validate(method, path, response);
      }
      return response.body;
    }
    const messageOf = async (
      method: Method,
      path: string,
      options: Sent & { status: number },
    ): Promise<string> => (await send(method, path, options)).error.message;

    const file = async (body: object = {}, as = 'ada') =>
      (
        await send('post', '/tech-debt/items', {
          as,
          status: 201,
          body: { title: 'Old queue', entityRefs: [c('cart')], ...body },
        })
      ).item;
    const pathOf = ({ id: itemId }: { id: string }) =>
      `/tech-debt/items/${itemId}`;
    const titlesOf = async (query: string, as = 'ada') =>
      (await send('get', `/tech-debt/items?${query}`, { as })).items.map(
        ({ title }: any) => title,
      );

    beforeAll(async () => {
      engine = await startEngine({
        policy,
        entities,
        features: [openSloInCatalog, auditor.factory],
        config: {
          backend: { baseUrl: 'http://localhost', database: databases[id] },
          catalog: {
            locations: [],
            processingInterval: '1s',
            rules: [
              {
                allow: [
                  'Component',
                  'Domain',
                  'Group',
                  'Location',
                  'Scorecard',
                  'System',
                ],
              },
            ],
          },
          opmodel: {
            snapshot: { schedule: { frequency: 'PT10M', timeout: 'PT5M' } },
            techDebt: {
              remediationDays: { high: 14 },
              dayRate: { amount: 800, currency: 'EUR' },
            },
          },
        },
      });
      await scanUntil(engine, async () => {
        const [{ found }] = await engine
          .knex('entities')
          .whereIn(
            'name',
            entities.map(({ metadata }) => metadata.name),
          )
          .count({ found: '*' });
        return Number(found) === entities.length;
      });
    });

    afterAll(() => engine.stop());

    afterEach(async () => {
      for (const table of [
        'comments',
        'versions',
        'item_links',
        'item_entities',
        'item_texts',
        'items',
      ]) {
        await engine.knex(`tech_debt_${table}`).delete();
      }
    });

    it('files an item of a title and an entity, whose owner answers for it', async () => {
      const item = await file();
      expect(item).toMatchObject({
        version: 1,
        title: 'Old queue',
        status: 'open',
        category: 'code',
        entities: [{ ref: c('cart'), title: 'cart', exists: true }],
        ownerRef: g('shop'),
        reportedBy: 'user:default/ada',
        origin: { type: 'person' },
        age: { days: 0, daysOverdue: null },
        remediation: null,
        prices: {
          risk: { state: 'not_scored', missing: ['impact', 'likelihood'] },
          principalCost: null,
        },
        may: {
          change: true,
          delete: true,
          comment: true,
          deeds: ['plan', 'start', 'resolve', 'give_up'],
        },
      });
      // Nobody has reported yet what it costs.
      const measuredInterest = expect.objectContaining({
        confidence: 'no_data',
        personDaysPerMonth: null,
      });
      expect(await send('get', pathOf(item))).toEqual({
        ...item,
        measuredInterest,
        evidence: { failingChecks: [], errorBudgets: [] },
      });
    });

    it('tells prices with their arithmetic, and the day by which an item is due', async () => {
      const item = await file({
        severity: 'high',
        targetDate: addDays(today, -3),
        estimate: {
          principalDays: 5,
          interestDays: 0.5,
          occurrencesPerMonth: 4,
          impact: 4,
          likelihood: 3,
        },
      });
      expect(item).toMatchObject({
        age: { daysOverdue: 3 },
        remediation: {
          severity: 'high',
          days: 14,
          dueDay: addDays(today, 14),
          state: 'within',
          daysLeft: 14,
        },
        prices: {
          risk: { state: 'scored', value: 12, formula: '4 × 3 = 12' },
          interest: { value: 2, formula: '0.5 × 4 = 2' },
          priority: { value: 4.8, formula: '0.5 × 4 × (4 × 3) ÷ 5 = 4.8' },
          payback: { value: 2.5, formula: '5 ÷ (0.5 × 4) = 2.5' },
          wsjf: {
            state: 'not_scored',
            missing: ['businessValue', 'timeCriticality', 'riskReduction'],
          },
          principalCost: {
            amount: 4_000,
            currency: 'EUR',
            formula: '5 × 800 = 4000',
          },
          interestCost: { amount: 1_600, per: 'month' },
        },
      });
    });

    it('names every field that is wrong at once', async () => {
      const message = await messageOf('post', '/tech-debt/items', {
        status: 400,
        body: {
          title: ' ',
          entityRefs: [c('cart')],
          estimate: { impact: 9 },
          targetDate: 'soon',
          links: [{ type: 'issue', ref: ['javascript', 'alert(1)'].join(':') }],
        },
      });
      for (const field of [
        'title',
        'estimate.impact',
        'targetDate',
        'links[0].ref',
      ]) {
        expect(message).toContain(`'${field}'`);
      }
    });

    it.each([
      [{ entityRefs: [c('cart'), c('none')] }, "'entityRefs[1]'", c('none')],
      [{ entityRefs: [c('cart'), c('vault')] }, "'entityRefs[1]'", c('vault')],
      [{ entityRefs: [c('vault')] }, "'entityRefs[0]'", c('vault')],
      [{ ownerRef: g('none') }, "'ownerRef'", g('none')],
      [{ ownerRef: g('guards') }, "'ownerRef'", g('guards')],
    ])(
      'does not tell hidden from missing in %j',
      async (body, field, named) => {
        const kind = field.includes('entity') ? 'an entity' : 'a group';
        expect(
          await messageOf('post', '/tech-debt/items', {
            status: 400,
            body: { title: 't', entityRefs: [c('cart')], ...body },
          }),
        ).toBe(`${field} must be ${kind} of the catalog, got '${named}'`);
      },
    );

    it('makes nobody the owner whom the caller may not see', async () => {
      expect(
        await messageOf('post', '/tech-debt/items', {
          status: 400,
          body: { title: 't', entityRefs: [c('kept')] },
        }),
      ).toBe("'ownerRef' is missing, and no group owns what it is about");
    });

    it('shows an item to whoever may see all that it hangs on, and no hidden owner', async () => {
      const both = await file({ entityRefs: [c('cart'), c('vault')] }, 'guard');
      const kept = await file({ entityRefs: [c('kept')] }, 'guard');
      expect(await messageOf('get', pathOf(both), { status: 404 })).toBe(
        `No debt item '${both.id}'`,
      );
      expect(await send('get', pathOf(kept))).toMatchObject({
        ownerRef: null,
        ownerTitle: null,
      });
      expect((await send('get', pathOf(kept), { as: 'guard' })).ownerRef).toBe(
        g('guards'),
      );
      expect((await send('get', '/tech-debt/items')).totalItems).toBe(1);
      expect(
        (await send('get', '/tech-debt/items', { as: 'guard' })).totalItems,
      ).toBe(2);
      // It is not theirs to find out who that is.
      expect(
        await messageOf('patch', pathOf(kept), {
          status: 400,
          body: { version: 1, ownerRef: g('guards') },
        }),
      ).toContain("'ownerRef' must be a group of the catalog");
      expect(
        await send('patch', pathOf(kept), {
          body: { version: 1, title: 'Kept' },
        }),
      ).toMatchObject({ version: 2, title: 'Kept', ownerRef: null });
    });

    it('lets two people who edit one version lose nothing', async () => {
      const item = await file({ estimate: { impact: 2, likelihood: 2 } });
      const answers = await Promise.all(
        [{ title: 'First' }, { estimate: { impact: 5 } }].map(body =>
          request(engine.server)
            .patch(`/api/opmodel${pathOf(item)}`)
            .set(
              'authorization',
              mockCredentials.user.header('user:default/ada'),
            )
            .send({ ...body, version: 1, note: 'why' }),
        ),
      );
      answers.forEach(answer => validate('patch', pathOf(item), answer));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const { error } = answers.find(({ status }) => status === 409)!.body;
      const { body: kept } = answers.find(({ status }) => status === 200)!;
      expect(error).toMatchObject({ name: 'ConflictError', current: kept });
      expect(error.changes).toMatchObject([
        { version: 2, by: 'user:default/ada', note: 'why', withheld: false },
      ]);
      const [{ changes }] = error.changes;
      expect([
        { field: 'title', before: 'Old queue', after: 'First' },
        { field: 'estimate.impact', before: 2, after: 5 },
      ]).toContainEqual(changes[0]);
      expect(changes).toHaveLength(1);
      expect((await send('get', pathOf(item))).estimate.likelihood).toBe(2);
    });

    it('makes no version of what changes nothing', async () => {
      const item = await file();
      expect(
        await send('patch', pathOf(item), {
          body: { version: 1, title: 'Old queue' },
        }),
      ).toMatchObject({ version: 1 });
    });

    it('goes from status to status, and says why it cannot', async () => {
      const item = await file();
      const status = `${pathOf(item)}/status`;
      expect(
        await send('post', status, { body: { version: 1, deed: 'start' } }),
      ).toMatchObject({ version: 2, status: 'in_progress' });
      expect(
        await messageOf('post', status, {
          status: 400,
          body: { version: 2, deed: 'resolve' },
        }),
      ).toContain("'resolution' must say how");
      expect(
        await messageOf('post', status, {
          status: 400,
          body: { version: 2, deed: 'plan', resolution: 'r' },
        }),
      ).toContain("'resolution' is kept only with");
      expect(
        await send('post', status, {
          body: { version: 2, deed: 'resolve', resolution: 'Moved' },
        }),
      ).toMatchObject({
        status: 'resolved',
        resolution: 'Moved',
        resolvedAt: expect.any(String),
        may: { deeds: ['reopen'] },
      });
      const { error } = await send('post', status, {
        status: 409,
        body: { version: 3, deed: 'plan' },
      });
      expect(error.message).toContain('there can be done reopen');
      expect(error).toMatchObject({ current: { version: 3 }, changes: [] });
      expect(
        (
          await send('post', status, {
            status: 409,
            body: { version: 2, deed: 'reopen' },
          })
        ).error.changes,
      ).toMatchObject([{ version: 3 }]);
    });

    it('tells who changed what, page by page, and nothing of what was hidden then', async () => {
      const item = await file({ entityRefs: [c('vault')] }, 'guard');
      const change = (version: number, body: object) =>
        send('patch', pathOf(item), {
          as: 'guard',
          body: { version, ...body },
        });
      await change(1, { title: 'Secret' });
      await change(2, { entityRefs: [c('cart')], note: 'Out of the vault' });
      await change(3, { ownerRef: g('shop') });
      const versions = `${pathOf(item)}/versions`;
      const page = await send('get', `${versions}?limit=2`, { as: 'guard' });
      expect(page.items.map(({ version }: any) => version)).toEqual([4, 3]);
      expect(page.items[1]).toMatchObject({
        note: 'Out of the vault',
        changes: [
          { field: 'entityRefs', before: [c('vault')], after: [c('cart')] },
        ],
      });
      const rest = await send(
        'get',
        `${versions}?limit=2&cursor=${page.nextCursor}`,
        { as: 'guard' },
      );
      expect(rest.items.map(({ version }: any) => version)).toEqual([2, 1]);
      expect(rest.nextCursor).toBeNull();
      const told = await send('get', versions);
      expect(told.items).toMatchObject([
        {
          version: 4,
          withheld: false,
          changes: [{ field: 'ownerRef', before: null, after: g('shop') }],
        },
        { version: 3, withheld: true, changes: [], note: null },
        { version: 2, withheld: true, changes: [] },
        { version: 1, withheld: true, changes: [] },
      ]);
    });

    it('keeps what people say of an item, as text', async () => {
      const item = await file();
      const comments = `${pathOf(item)}/comments`;
      const text = '<script>alert(1)</script> *well*';
      for (const said of [text, 'Second', 'Third']) {
        await send('post', comments, { status: 201, body: { text: said } });
      }
      const page = await send('get', `${comments}?limit=2`);
      expect(page.items).toMatchObject([
        { by: 'user:default/ada', text },
        { text: 'Second' },
      ]);
      const rest = await send(
        'get',
        `${comments}?limit=2&cursor=${page.nextCursor}`,
      );
      expect(rest).toMatchObject({
        items: [{ text: 'Third' }],
        nextCursor: null,
      });
      expect(
        await messageOf('post', comments, { status: 400, body: { text: ' ' } }),
      ).toContain("'text' must not be blank");
    });

    it('takes an item that was filed by mistake away, and not one that changed', async () => {
      const item = await file();
      await send('delete', `${pathOf(item)}?version=2`, { status: 409 });
      await send('delete', `${pathOf(item)}?version=1`, { status: 204 });
      await send('get', pathOf(item), { status: 404 });
      expect(
        await messageOf('delete', `${pathOf(item)}?version=1`, {
          status: 404,
        }),
      ).toBe(`No debt item '${item.id}'`);
    });

    it('lets everybody do what the policy lets them', async () => {
      const item = await file();
      const mine = await file({ entityRefs: [c('post')] }, 'owner');
      const body = { version: 1, title: 'New' };
      for (const as of ['reader', 'owner']) {
        await send('patch', pathOf(item), { as, status: 403, body });
        await send('delete', `${pathOf(item)}?version=1`, { as, status: 403 });
        await send('post', `${pathOf(item)}/comments`, {
          as,
          status: 403,
          body: { text: 't' },
        });
        await send('post', '/tech-debt/items', {
          as,
          status: 403,
          body: { title: 't', entityRefs: [c('cart')] },
        });
        expect((await send('get', pathOf(item), { as })).may).toEqual({
          change: false,
          delete: false,
          comment: false,
          deeds: [],
        });
      }
      expect(
        (await send('get', '/tech-debt/items', { as: 'reader' })).mayCreate,
      ).toBe(false);
      expect(
        await send('patch', pathOf(mine), { as: 'owner', body }),
      ).toMatchObject({ title: 'New', may: { change: true } });
      await send('get', '/tech-debt/items', { as: 'mute', status: 403 });
      expect((await file({}, 'service')).reportedBy).toBe(
        'external:test-service',
      );
    });

    it('selects, orders and pages in the database', async () => {
      await file({ title: 'A', estimate: { impact: 5, likelihood: 5 } });
      await file({ title: 'B', entityRefs: [c('desk')], severity: 'low' });
      await file({
        title: 'C',
        entityRefs: [c('post')],
        estimate: { impact: 1, likelihood: 2 },
        targetDate: addDays(today, -1),
        links: [{ type: 'issue', ref: 'https://git.example.com/issues/1' }],
      });
      expect(await titlesOf('sort=risk')).toEqual(['C', 'A', 'B']);
      expect(await titlesOf('sort=-risk')).toEqual(['A', 'C', 'B']);
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await send(
          'get',
          `/tech-debt/items?sort=-risk&limit=1${cursor}`,
        );
        expect(page.totalItems).toBe(3);
        seen.push(...page.items.map(({ title }: any) => title));
        cursor = page.nextCursor && `&cursor=${page.nextCursor}`;
      } while (cursor);
      expect(seen).toEqual(['A', 'C', 'B']);
      for (const [query, expected] of [
        [`owner=${g('company')}`, ['A', 'B', 'C']],
        [`owner=${g('company')}&descendants=false`, []],
        [`owner=${g('mail')}&owner=${g('guards')}`, ['C']],
        [`owner=${g('guards')}`, []],
        ['scope=org', ['A', 'B', 'C']],
        ['scope=system:default/selling', ['A']],
        ['scope=domain:default/retail', ['A']],
        [`scope=${g('shop')}`, ['A', 'B']],
        [`scope=${g('guards')}`, []],
        [`entity=${c('desk')}`, ['B']],
        ['system=system:default/selling', ['A']],
        ['severity=low&severity=high', ['B']],
        ['impact=5', ['A']],
        ['overdue=true', ['C']],
        ['reviewDue=true', []],
        ['linkType=issue&linkRef=https://git.example.com/issues/1', ['C']],
        ['text=b', ['B']],
        ['status=resolved', []],
      ] as [string, string[]][]) {
        expect([query, await titlesOf(`${query}&sort=title`)]).toEqual([
          query,
          expected,
        ]);
      }
      expect(
        await messageOf('get', '/tech-debt/items?linkType=incident', {
          status: 400,
        }),
      ).toContain("'linkType' and 'linkRef'");
      await send('get', '/tech-debt/items?cursor=forged', { status: 400 });
    });

    it('finds what one may be the same as, before it is filed and after', async () => {
      const link = { type: 'issue', ref: 'https://tracker.example.com/1' };
      const first = await file({ links: [link] });
      const question = {
        title: 'Something else',
        entityRefs: [c('cart')],
        links: [link],
      };
      const expected = [
        {
          id: first.id,
          certainty: 'certain',
          reasons: [{ type: 'same_link' }],
        },
      ];
      expect(
        await send('post', '/tech-debt/items/duplicates', { body: question }),
      ).toMatchObject({ duplicates: expected, unread: 0 });
      const { duplicates } = await send('post', '/tech-debt/items', {
        status: 201,
        body: question,
      });
      expect(duplicates).toMatchObject(expected);
    });

    it('sums up what is owed, overdue and past its remediation time', async () => {
      const old = await file({
        title: 'Old hole',
        severity: 'critical',
        targetDate: addDays(today, -2),
        estimate: { principalDays: 2.5, impact: 5, likelihood: 4 },
      });
      await engine
        .knex('tech_debt_items')
        .where({ id: old.id })
        .update({ created_at: Date.now() - 10 * DAY });
      const paid = await file({ estimate: { principalDays: 4 } });
      await send('post', `${pathOf(paid)}/status`, {
        body: { version: 1, deed: 'resolve', resolution: 'r' },
      });
      await file({ entityRefs: [c('post')] });
      const summary = await send('get', '/tech-debt/summary');
      expect(summary).toMatchObject({
        owed: { items: 2, principalDays: 2.5, withoutPrincipal: 1 },
        ages: { medianDays: 5, oldestDays: 10 },
        overdue: 1,
        reviewDue: 0,
        dayRate: { amount: 800, currency: 'EUR' },
        breaches: {
          bySeverity: [
            { severity: 'critical', days: 7, items: 1 },
            { severity: 'high', days: 14, items: 0 },
            { severity: 'medium', items: 0 },
            { severity: 'low', items: 0 },
          ],
          items: [{ id: old.id, daysOver: 3 }],
        },
      });
      expect(summary.statuses).toHaveLength(6);
      expect(summary.statuses[4]).toEqual({
        status: 'resolved',
        items: 1,
        principalDays: 4,
        withoutPrincipal: 0,
      });
      expect(await send('get', '/tech-debt/matrix')).toEqual({
        cells: [{ impact: 5, likelihood: 4, risk: 20, items: 1 }],
        unscored: 1,
      });
      expect(
        (await send('get', `/tech-debt/summary?owner=${g('mail')}`)).owed,
      ).toEqual({ items: 1, principalDays: null, withoutPrincipal: 1 });
    });

    it('tells how debt came and went, and by whom', async () => {
      const item = await file({ estimate: { principalDays: 3 } });
      await file({ entityRefs: [c('post')] });
      await file({ entityRefs: [c('kept')] }, 'guard');
      await send('patch', pathOf(item), {
        body: { version: 1, ownerRef: g('mail') },
      });
      const flow = await send(
        'get',
        '/tech-debt/flow?window=P7D&interval=day&by=owner',
      );
      expect(flow).toMatchObject({ by: 'owner', omittedGroups: 0 });
      expect(flow.flow.periods).toHaveLength(7);
      expect(flow.flow.periods[6]).toMatchObject({
        opened: { items: 3, principalDays: 3, withoutPrincipal: 2 },
        balance: { owed: { items: 3 } },
      });
      expect(flow.burn).toHaveLength(8);
      const last = (group: any) => group.flow.periods.at(-1);
      expect(flow.groups.map(({ ref }: any) => ref)).toEqual([
        g('mail'),
        null,
        g('shop'),
      ]);
      expect(last(flow.groups[0])).toMatchObject({
        opened: { items: 1 },
        movedIn: { items: 1 },
      });
      expect(last(flow.groups[2])).toMatchObject({
        movedOut: { items: 1 },
        balance: { owed: { items: 0 } },
      });
      const ofShop = await send(
        'get',
        `/tech-debt/flow?window=P7D&owner=${g('shop')}`,
      );
      expect(last({ flow: ofShop.flow }).movedOut.items).toBe(1);
      const now = await send(
        'get',
        `/tech-debt/flow?window=P7D&owner=${g('shop')}&ownership=now`,
      );
      expect(last({ flow: now.flow }).opened.items).toBe(0);
      const bySystem = await send('get', '/tech-debt/flow?by=system');
      expect(bySystem.groups.map(({ ref }: any) => ref)).toEqual([
        null,
        'system:default/selling',
      ]);
      expect(
        await messageOf('get', '/tech-debt/flow?window=P2Y&interval=day', {
          status: 400,
        }),
      ).toContain("'interval' must be longer");
    });

    it('tells where what is owed lies, as far as somebody sees it', async () => {
      const paid = await file({ title: 'Paid', ownerRef: g('shop') });
      const places = () => send('get', '/tech-debt/places?by=owner');
      expect((await places()).places).toMatchObject([
        { ref: g('shop'), items: 1 },
      ]);
      await send('post', `${pathOf(paid)}/status`, {
        body: { version: 1, deed: 'resolve', resolution: 'Paid' },
      });
      await file({
        title: 'A',
        entityRefs: [c('cart'), c('post')],
        estimate: { principalDays: 3 },
        ownerRef: g('mail'),
      });
      await file({ title: 'B', entityRefs: [c('post')], ownerRef: g('mail') });
      await file({ title: 'Hidden', entityRefs: [c('vault')] }, 'guard');
      expect(await places()).toEqual({
        by: 'owner',
        day: today,
        owed: { items: 2, principalDays: 3, withoutPrincipal: 1 },
        places: [
          {
            ref: g('mail'),
            title: 'mail',
            items: 2,
            principalDays: 3,
            withoutPrincipal: 1,
          },
        ],
        omittedPlaces: 0,
      });
      const bySystem = await send('get', '/tech-debt/places?severity=low');
      expect(bySystem).toMatchObject({
        by: 'system',
        owed: { items: 0, principalDays: 0 },
        places: [],
      });
      expect(
        await messageOf('get', '/tech-debt/places?by=team', { status: 400 }),
      ).toContain('by');
    });

    it('tells what paying the first items would buy', async () => {
      const estimate = {
        principalDays: 2,
        interestDays: 1,
        occurrencesPerMonth: 1,
        impact: 3,
        likelihood: 3,
      };
      await file({ title: 'Small', estimate });
      await file({
        title: 'Large',
        estimate: { ...estimate, principalDays: 9 },
      });
      await file({ title: 'Unknown' });
      const top = await send('get', '/tech-debt/top-ten?count=1');
      expect(top).toMatchObject({
        order: 'priority',
        principalDays: 2,
        cost: { amount: 1_600 },
        notScored: 1,
        accepted: 0,
        risksRemoved: [{ impact: 3, likelihood: 3, items: 1 }],
      });
      expect(top.items).toMatchObject([
        { title: 'Small', payback: { value: 2 } },
      ]);
      const byPayback = await send('get', '/tech-debt/top-ten?order=payback');
      expect(byPayback.items.map(({ title }: any) => title)).toEqual([
        'Small',
        'Large',
      ]);
    });

    it('answers for an entity, for all that counts in a system or domain, and for what a group answers for', async () => {
      await file({ title: 'A' });
      await file({ title: 'S', entityRefs: ['system:default/selling'] });
      await file({ title: 'D', entityRefs: [c('desk')] });
      await file({ title: 'M', ownerRef: g('mail') });
      await file({ title: 'Of the group', entityRefs: [g('mail')] });
      for (const [path, countedBy, titles] of [
        ['component/default/cart', 'entity', ['A', 'M']],
        ['system/default/selling', 'scope', ['A', 'M', 'S']],
        ['domain/default/retail', 'scope', ['A', 'M', 'S']],
        ['group/default/shop', 'owner', ['A', 'D', 'S']],
        ['group/default/mail', 'owner', ['M', 'Of the group']],
        [
          'group/default/company',
          'owner',
          ['A', 'D', 'M', 'Of the group', 'S'],
        ],
      ] as const) {
        const answer = await send(
          'get',
          `/entities/${path}/tech-debt?sort=title`,
        );
        expect([
          path,
          answer.countedBy,
          answer.isRollUp,
          answer.items.map(({ title }: any) => title),
          answer.summary.owed.items,
        ]).toEqual([
          path,
          countedBy,
          countedBy !== 'entity',
          titles,
          titles.length,
        ]);
      }
      // The same of a group under the same name, and what lies on its entities under another.
      const ofShop = await send('get', `/tech-debt/summary?owner=${g('shop')}`);
      expect(ofShop.owed.items).toBe(3);
      const onShop = await send('get', `/tech-debt/summary?scope=${g('shop')}`);
      expect(onShop.owed.items).toBe(4);
      for (const name of ['vault', 'none']) {
        expect(
          await messageOf(
            'get',
            `/entities/component/default/${name}/tech-debt`,
            {
              status: 404,
            },
          ),
        ).toBe(`No entity '${c(name)}' in the catalog`);
      }
    });

    it('offers templates', async () => {
      const { items } = await send('get', '/tech-debt/templates');
      expect(items.map(({ id: template }: any) => template)).toContain(
        'missing-tests',
      );
    });

    it('keeps links that their reader may not see when they write others', async () => {
      const check = {
        type: 'check',
        ref: 'scorecard:default/vault#described',
        title: null,
      };
      const issue = {
        type: 'issue',
        ref: 'https://tracker.example.com/2',
        title: null,
      };
      const item = await file({ links: [check, issue] }, 'guard');
      expect(item.links).toMatchObject([
        { ...check, state: 'resolved', path: '/scorecards/default/vault' },
        issue,
      ]);
      expect((await send('get', pathOf(item))).links).toMatchObject([issue]);
      expect(
        (
          await send('patch', pathOf(item), {
            body: { version: 1, links: [] },
          })
        ).links,
      ).toEqual([]);
      expect(
        (await send('get', pathOf(item), { as: 'guard' })).links,
      ).toMatchObject([check]);
      const [{ changes }] = (await send('get', `${pathOf(item)}/versions`))
        .items;
      expect(changes).toEqual([{ field: 'links', before: [issue], after: [] }]);
    });

    it('tells the auditor of every change', async () => {
      createEvent.mockClear();
      const item = await file();
      await send('patch', pathOf(item), { body: { version: 1, title: 'N' } });
      await send('post', `${pathOf(item)}/status`, {
        body: { version: 2, deed: 'plan' },
      });
      await send('post', `${pathOf(item)}/comments`, {
        status: 201,
        body: { text: 't' },
      });
      await send('delete', `${pathOf(item)}?version=3`, { status: 204 });
      expect(createEvent.mock.calls.map(([{ eventId }]) => eventId)).toEqual([
        'debt-item-create',
        'debt-item-update',
        'debt-item-status-change',
        'debt-item-comment',
        'debt-item-delete',
      ]);
    });
  },
);

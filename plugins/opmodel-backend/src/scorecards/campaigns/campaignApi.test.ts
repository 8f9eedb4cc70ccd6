import {
  coreServices,
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
import { DateTime } from 'luxon';
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { createPostgresDatabase } from '../../testing/faults/faultDatabases';
import { openSloInCatalog } from '../../testing/openSloInCatalog';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(240_000);

const entity = (
  kind: string,
  name: string,
  spec: object,
  metadata: Partial<Entity['metadata']> = {},
): Entity => ({
  apiVersion:
    kind === 'Scorecard' ? 'opmodel.io/v1alpha1' : 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', ...metadata },
  spec: spec as Entity['spec'],
});

const component = (
  name: string,
  owner: string,
  metadata: Partial<Entity['metadata']> = {},
) =>
  entity(
    'Component',
    name,
    { type: 'service', lifecycle: 'production', owner },
    metadata,
  );

const scorecard = (name: string) =>
  entity('Scorecard', name, {
    title: `The ${name}`,
    owner: 'group:default/reliability',
    filter: 'catalog.kind == "component"',
    levels: [
      { name: 'Bronze', rank: 1 },
      { name: 'Silver', rank: 2 },
    ],
    checks: [
      {
        id: 'described',
        name: 'Is described',
        level: 'Bronze',
        expression: 'catalog.hasDescription',
        failureMessage: '{{ entity.name }} is not described',
      },
      {
        id: 'drill',
        name: 'Restore was drilled',
        level: 'Silver',
        expression: 'attested.drill',
      },
      {
        id: 'tagged',
        name: 'Has tags',
        level: 'Bronze',
        expression: 'catalog.tags.size() > 0',
        filter: 'catalog.name == "cart"',
      },
    ],
  });

const entities = [
  entity('Group', 'company', { type: 'company', children: [] }),
  entity('Group', 'shop', { type: 'team', parent: 'company', children: [] }),
  entity('Group', 'mail', { type: 'team', parent: 'company', children: [] }),
  entity('Group', 'guards', { type: 'team', children: [] }),
  entity('Group', 'reliability', { type: 'team', children: [] }),
  entity('User', 'ada', { memberOf: ['reliability', 'shop'] }),
  entity('User', 'bo', { memberOf: ['shop'] }),
  component('cart', 'shop', { description: 'A cart', tags: ['a'] }),
  component('desk', 'shop'),
  component('post', 'mail'),
  component('vault', 'guards'),
  scorecard('readiness'),
  scorecard('vaulting'),
];

const groupsOf: Record<string, string[]> = {
  ada: ['reliability', 'shop'],
  bo: ['shop'],
  guard: ['guards', 'shop'],
  reader: ['reliability'],
  mute: [],
};

const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () =>
    Object.assign(mockServices.userInfo(), {
      async getUserInfo({ principal }: any) {
        const { userEntityRef } = principal;
        const groups = groupsOf[userEntityRef.split('/')[1]] ?? [];
        return {
          userEntityRef,
          ownershipEntityRefs: [
            userEntityRef,
            ...groups.map(name => `group:default/${name}`),
          ],
        };
      },
    }),
});

const hidden = ['vault', 'guards', 'vaulting'];

/** Only the guard sees what is hidden; the mute reads no scorecards, and the reader does nothing but read. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (
      (name === 'mute' && permission.name === 'opmodel.scorecard.read') ||
      (name === 'reader' && permission.attributes.action !== 'read')
    ) {
      return { result: AuthorizeResult.DENY };
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

const today = DateTime.utc().toISODate()!;
const inDays = (days: number) =>
  DateTime.fromISO(today, { zone: 'utc' }).plus({ days }).toISODate()!;

const databases = {
  SQLITE_3: { client: 'better-sqlite3', connection: ':memory:' },
  get POSTGRES_18() {
    return createPostgresDatabase().config;
  },
};

const readiness = 'scorecard:default/readiness';
const c = (name: string) => `component:default/${name}`;

const described = {
  title: 'Everything described',
  ownerRef: 'group:default/reliability',
  scorecardRef: readiness,
  emphasis: { checks: ['described'] },
  startsOn: inDays(-10),
  targetOn: inDays(10),
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'campaigns, exemptions and attestations behind HTTP on %s',
  id => {
    const validate = createResponseValidator();
    const createEvent = jest.fn(async (_event: { eventId: string }) => ({
      success: jest.fn(),
      fail: jest.fn(),
    }));
    const auditor = mockServices.auditor.mock({ createEvent });
    let engine: Awaited<ReturnType<typeof startEngine>>;

    /** A request whose answer must be what the API's description says. */
    async function send(
      method: 'get' | 'post' | 'put',
      path: string,
      options: { as?: string; status?: number; body?: object } = {},
    ) {
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
      validate(method, path, response);
      return response.body;
    }
    const messageOf = async (
      method: 'get' | 'post' | 'put',
      path: string,
      options: { as?: string; status: number; body?: object },
    ): Promise<string> => (await send(method, path, options)).error.message;
    const begin = (body: object = {}, as = 'ada') =>
      send('post', '/campaigns', {
        as,
        status: 201,
        body: { ...described, ...body },
      });

    async function act(name: string, input: object, as = 'ada') {
      const { body } = await request(engine.server)
        .post(
          `/api/opmodel/.backstage/actions/v1/actions/opmodel:${name}/invoke`,
        )
        .set('authorization', mockCredentials.user.header(`user:default/${as}`))
        .send(input);
      return body;
    }

    const verdictOf = async (name: string, check: string) => {
      const { scorecards } = await send(
        'get',
        `/entities/component/default/${name}/scorecards`,
      );
      return scorecards
        .find(({ scorecard: { ref } }: any) => ref === readiness)
        .checks.find(({ checkId }: any) => checkId === check);
    };

    beforeAll(async () => {
      engine = await startEngine({
        policy,
        entities,
        features: [openSloInCatalog, userInfo, auditor.factory],
        config: {
          backend: { baseUrl: 'http://localhost', database: databases[id] },
          catalog: {
            locations: [],
            processingInterval: '1s',
            rules: [
              {
                allow: ['Component', 'Group', 'Location', 'Scorecard', 'User'],
              },
            ],
          },
          opmodel: {
            snapshot: { schedule: { frequency: 'PT10M', timeout: 'PT5M' } },
            scorecards: {
              attestations: [
                { name: 'drill', title: 'Restore drill', maximumDays: 90 },
              ],
            },
          },
        },
      });
      await scanUntil(engine, async () => {
        const { body } = await request(engine.server)
          .get('/api/opmodel/scorecards/summary')
          .set(
            'authorization',
            mockCredentials.user.header('user:default/guard'),
          );
        return body.entities === 9 && body.scorecards.length === 2;
      });
      await engine.runTask('opmodel-scorecards-facts');
      await engine.runTask('opmodel-scorecards-evaluation');
      await engine.runTask('opmodel-scorecards-sweep');
    });

    afterAll(() => engine.stop());

    it('counts how far a campaign is, of what each may see', async () => {
      const mine = await begin({ description: 'So that **anybody** knows' });
      expect(mine).toMatchObject({
        status: 'in_progress',
        ownerTitle: 'reliability',
        scorecardTitle: 'The readiness',
        startsOn: described.startsOn,
        targetOn: described.targetOn,
        remindEveryDays: 7,
        progress: {
          total: 3,
          met: 1,
          open: 2,
          exempt: 0,
          unknown: 0,
          share: 1 / 3,
          entities: 3,
          entitiesDone: 1,
        },
        checks: [{ checkId: 'described', name: 'Is described' }],
        revision: 1,
        createdBy: 'user:default/ada',
        mayEdit: true,
      });
      const seen = await send('get', `/campaigns/${mine.id}`, { as: 'guard' });
      expect(seen.progress).toMatchObject({ total: 4, open: 3 });
      expect(seen.mayEdit).toBe(false);
      expect(
        (await send('get', `/campaigns/${mine.id}`, { as: 'service' })).mayEdit,
      ).toBe(false);
      await send('get', `/campaigns/${mine.id}`, { as: 'mute', status: 403 });
      expect(createEvent).toHaveBeenCalledWith(
        expect.objectContaining({ eventId: 'campaign-create' }),
      );
    });

    it('lists the entities with most to do first, each with what is wrong', async () => {
      const { id: campaignId } = await begin({
        emphasis: { levels: ['Bronze'] },
        scope: { ownerRefs: ['Group:Default/Company'] },
      });
      const path = `/campaigns/${campaignId}/items`;
      const first = await send('get', `${path}?limit=1`);
      expect(first).toMatchObject({
        totalItems: 3,
        items: [
          {
            entityRef: c('desk'),
            ownerRef: 'group:default/shop',
            ownerTitle: 'shop',
            open: 1,
            checks: [
              {
                checkId: 'described',
                state: 'failed',
                standing: 'open',
                since: expect.any(String),
                message: 'desk is not described',
              },
            ],
          },
        ],
      });
      const rest = await send(
        'get',
        `${path}?limit=5&cursor=${first.nextCursor}`,
      );
      expect(rest.items.map((item: any) => item.entityRef)).toEqual([
        c('post'),
        c('cart'),
      ]);
      expect(rest.items[1].checks.map((one: any) => one.checkId)).toEqual([
        'described',
        'tagged',
      ]);
      const refs = async (query: string, as?: string) =>
        (await send('get', `${path}?${query}`, { as })).items.map(
          (item: any) => item.entityRef,
        );
      expect(await refs('state=open&owner=group:default/shop')).toEqual([
        c('desk'),
      ]);
      expect(await refs('owner=group:default/company')).toHaveLength(3);
      expect(
        await refs('owner=group:default/company&descendants=false'),
      ).toEqual([]);
      // The vault is not owned below the company.
      expect(await refs('limit=100', 'guard')).toHaveLength(3);
      expect(
        await messageOf('get', `${path}?state=met&cursor=${first.nextCursor}`, {
          status: 400,
        }),
      ).toContain("'cursor'");
    });

    it('goes back in time for the burn-down and the report', async () => {
      const { id: campaignId } = await begin();
      const day = 24 * 3_600_000;
      const at = Date.now() - 5 * day;
      const rows: any[] = await engine
        .knex('scorecard_results')
        .where('scorecard_ref', readiness)
        .select();
      await engine
        .knex('scorecard_results')
        .where('scorecard_ref', readiness)
        .update({ first_at: at - 20 * day });
      await engine.knex('scorecard_changes').insert({
        entity_ref: c('cart'),
        scorecard_ref: readiness,
        version: 1,
        owner_ref: 'group:default/shop',
        changed_at: at,
        level_before: 0,
        level_after: 0,
        checks: JSON.stringify([['described', 'F', 'P', 0]]),
      });
      const { points, projectedOn } = await send(
        'get',
        `/campaigns/${campaignId}/burn-down`,
      );
      expect(points).toHaveLength(21);
      const on = (days: number) =>
        points.find((point: any) => point.day === inDays(days));
      expect(on(-10)).toMatchObject({ open: 3, exempt: 0 });
      expect(on(-6)).toMatchObject({ open: 3 });
      expect(on(-4)).toMatchObject({ open: 2 });
      expect(on(0)).toMatchObject({ open: 2 });
      expect(on(1)).toMatchObject({ open: null, exempt: null });
      expect(on(10).ideal).toBe(0);
      expect(on(-10).ideal).toBeCloseTo(3 * (20 / 21), 9);
      // One in ten days, and two are left.
      expect(
        Math.abs(DateTime.fromISO(projectedOn).diffNow('days').days - 20),
      ).toBeLessThan(4);
      expect(
        (
          await send('get', `/campaigns/${campaignId}/burn-down`, {
            as: 'guard',
          })
        ).points[0].open,
      ).toBe(4);

      const report = await send('get', `/campaigns/${campaignId}/report`);
      expect(report).toMatchObject({
        isFinal: false,
        from: `${inDays(-10)}T00:00:00.000Z`,
        start: { total: 3, met: 0, open: 3 },
        end: { total: 3, met: 1, open: 2, entitiesDone: 1 },
        checks: [
          { ref: 'described', title: 'Is described', start: { met: 0 } },
        ],
      });
      expect(
        report.teams.map((team: any) => [
          team.ref,
          team.start.open,
          team.end.open,
        ]),
      ).toEqual([
        ['group:default/mail', 1, 1],
        ['group:default/shop', 2, 1],
      ]);
      await engine.knex('scorecard_changes').where('changed_at', at).delete();
      for (const { entity_ref, first_at } of rows) {
        await engine
          .knex('scorecard_results')
          .where({ entity_ref, scorecard_ref: readiness })
          .update({ first_at });
      }
    });

    it('is changed by members of its owner, each of whom has read it before', async () => {
      const mine = await begin();
      const path = `/campaigns/${mine.id}`;
      const body = { ...described, title: 'Better', revision: 1 };
      expect(
        await messageOf('put', path, { as: 'bo', status: 403, body }),
      ).toContain('group:default/reliability');
      expect(
        await messageOf('put', path, { as: 'reader', status: 403, body }),
      ).toContain('opmodel.campaign.write');
      expect(
        await messageOf('put', path, { as: 'service', status: 403, body }),
      ).toContain('Only people');
      const changed = await send('put', path, { body });
      expect(changed).toMatchObject({ title: 'Better', revision: 2 });
      expect(await messageOf('put', path, { status: 409, body })).toMatch(
        /user:default\/ada.*'revision' is 2, not 1/,
      );
      const note = { revision: 2, note: 'Enough is done' };
      const ended = await send('post', `${path}/end`, { body: note });
      expect(ended).toMatchObject({
        status: 'ended',
        endedNote: 'Enough is done',
        revision: 3,
      });
      expect(
        await messageOf('put', path, {
          status: 409,
          body: { ...body, revision: 3 },
        }),
      ).toContain('has ended');
      const away = await send('post', `${path}/archive`, {
        body: { revision: 3, note: 'Told everybody' },
      });
      expect(away).toMatchObject({
        status: 'archived',
        endedNote: 'Enough is done\n\nTold everybody',
        mayEdit: false,
      });
      expect((await send('get', `${path}/report`)).isFinal).toBe(true);
      await send('post', `${path}/archive`, {
        status: 409,
        body: { revision: 4, note: 'Again' },
      });
    });

    it('lists what needs people first, and drafts for those alone who may change them', async () => {
      const draft = await begin({ isDraft: true, title: 'A draft' });
      const late = await begin({ startsOn: inDays(-20), targetOn: inDays(-1) });
      const foreign = await begin(
        { isDraft: true, ownerRef: 'group:default/mail' },
        'bo',
      );
      expect(foreign.status).toBe('draft');
      expect(late.status).toBe('delayed');
      const list = async (query: string, as?: string) =>
        (await send('get', `/campaigns?limit=100${query}`, { as })).items;
      const ids = async (query: string, as?: string) =>
        (await list(query, as)).map((one: any) => one.id);
      expect((await ids(''))[0]).toBe(late.id);
      expect(await ids('&status=draft')).toEqual([draft.id]);
      expect(await ids('&status=draft', 'bo')).toEqual([foreign.id]);
      expect(await ids('&status=draft', 'reader')).toEqual([]);
      await send('get', `/campaigns/${draft.id}`, { as: 'bo', status: 404 });
      expect(await ids('&owner=group:default/mail', 'bo')).toEqual([
        foreign.id,
      ]);
      expect(await ids('&scorecard=scorecard:default/vaulting')).toEqual([]);
      const ranks = (await list('')).map(({ status }: any) =>
        [
          'delayed',
          'in_progress',
          'scheduled',
          'draft',
          'ended',
          'archived',
        ].indexOf(status),
      );
      expect(ranks).toEqual([...ranks].sort());
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await send('get', `/campaigns?limit=2${cursor}`);
        seen.push(...page.items.map((one: any) => one.id));
        cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
      } while (cursor);
      expect(seen).toEqual(await ids(''));
      const page = await send('get', '/campaigns?limit=1', { as: 'reader' });
      expect(page.mayCreate).toBe(false);

      // Agents are told the same.
      const { items } = await act('list-campaigns', {
        teamRef: 'group:default/reliability',
      }).then(({ output }) => output);
      expect(items[0]).toMatchObject({ id: late.id, status: 'delayed' });
      const { output } = await act('get-campaign', { campaignId: late.id });
      expect(output).toMatchObject({
        campaign: { id: late.id },
        openEntities: 2,
      });
      expect(output.items).toHaveLength(2);
    });

    it('does not exist for whoever may not see all that it names', async () => {
      const secrets = [
        await begin({ ownerRef: 'group:default/guards' }, 'guard'),
        await begin({ scorecardRef: 'scorecard:default/vaulting' }, 'guard'),
        await begin(
          { scope: { ownerRefs: ['group:default/guards'] } },
          'guard',
        ),
      ];
      const listed = await send('get', '/campaigns?limit=100');
      for (const { id: campaignId } of secrets) {
        await send('get', `/campaigns/${campaignId}`, { as: 'guard' });
        for (const rest of ['', '/burn-down', '/items', '/report']) {
          expect(
            await messageOf('get', `/campaigns/${campaignId}${rest}`, {
              status: 404,
            }),
          ).toBe(`There is no campaign '${campaignId}'`);
        }
        expect(listed.items.map((one: any) => one.id)).not.toContain(
          campaignId,
        );
      }
    });

    it.each([
      ["'title'", { title: ' ' }],
      ["'ownerRef'", { ownerRef: 'group:default/nobody' }],
      ["'ownerRef'", { ownerRef: 'group:default/guards' }],
      ["'ownerRef'", { ownerRef: 'component:default/cart' }],
      ["'scorecardRef'", { scorecardRef: 'scorecard:default/none' }],
      ["'scorecardRef'", { scorecardRef: 'scorecard:default/vaulting' }],
      ["'emphasis'", { emphasis: {} }],
      ["'emphasis.checks[1]'", { emphasis: { checks: ['drill', 'none'] } }],
      ["'emphasis.levels[0]'", { emphasis: { levels: ['Gold'] } }],
      [
        "'scope.ownerRefs[0]'",
        { scope: { ownerRefs: ['group:default/guards'] } },
      ],
      [
        "'scope.systemRefs[0]'",
        { scope: { systemRefs: ['group:default/shop'] } },
      ],
      ["'startsOn'", { startsOn: '2026-02-30' }],
      ["'startsOn'", { startsOn: '2001-01-01' }],
      ["'targetOn'", { targetOn: described.startsOn }],
      ["'targetOn'", { targetOn: inDays(2_000) }],
      ["'colour'", { colour: 'red' }],
      ['remindEveryDays', { remindEveryDays: 91 }],
    ])('names %s where it is wrong', async (field, body) => {
      expect(
        await messageOf('post', '/campaigns', {
          status: 400,
          body: { ...described, ...body },
        }),
      ).toContain(field);
    });

    it('is on the list of whoever owns what is open, and of whoever runs it', async () => {
      const late = await begin({
        title: 'Late',
        startsOn: inDays(-21),
        targetOn: inDays(-1),
      });
      const silent = await begin({ remindEveryDays: 0 });
      // Three weeks have passed, and a reminder every five weeks is not due.
      const rare = await begin({ startsOn: inDays(-21), remindEveryDays: 35 });
      const about = async (as: string, query = '') => {
        const { items } = await send('get', `/attention?limit=100${query}`, {
          as,
        });
        return items
          .filter(({ kind }: any) => kind.startsWith('campaign-'))
          .map(({ kind, ownerRef, values }: any) => [
            kind,
            ownerRef,
            values.campaign,
            values.open,
          ]);
      };
      const items = await about('ada');
      expect(items).toContainEqual([
        'campaign-delayed',
        'group:default/reliability',
        late.id,
        2,
      ]);
      expect(items).toContainEqual([
        'campaign-open',
        'group:default/shop',
        late.id,
        1,
      ]);
      const campaigns = new Set(items.map(([, , campaign]: any) => campaign));
      expect(campaigns.has(silent.id)).toBe(false);
      expect(campaigns.has(rare.id)).toBe(false);
      expect(
        (await about('ada', '&owner=group:default/mail')).every(
          ([, owner]: any) => owner === 'group:default/mail',
        ),
      ).toBe(true);
      expect(
        (await about('ada')).some(
          ([, owner]: any) => owner === 'group:default/guards',
        ),
      ).toBe(false);
      expect(await about('guard')).toContainEqual([
        'campaign-open',
        'group:default/guards',
        late.id,
        1,
      ]);
    });

    it('excuses a check until a day, and lets it fail again after it', async () => {
      const path = '/entities/component/default/desk/scorecards/exemptions';
      const body = {
        scorecard: readiness,
        check: 'described',
        reason: 'It is gone next month',
        riskLevel: 'low',
        expiresOn: inDays(5),
      };
      const campaign = await begin();
      const asked = await send('post', path, { as: 'bo', status: 201, body });
      expect(asked).toMatchObject({
        subject: 'check',
        subjectRef: `${readiness}#described`,
        title: 'Is described (The readiness)',
        state: 'requested',
        requestedBy: 'user:default/bo',
      });
      expect(await verdictOf('desk', 'described')).toMatchObject({
        state: 'failed',
        exemption: { state: 'requested' },
      });
      await send('post', path, { as: 'bo', status: 409, body });
      await send('post', `/acceptances/${asked.id}/approve`, {
        as: 'bo',
        status: 403,
        body: {},
      });
      await send('post', `/acceptances/${asked.id}/approve`, { body: {} });
      expect(await verdictOf('desk', 'described')).toMatchObject({
        state: 'exempt',
      });
      expect(
        (await send('get', `/campaigns/${campaign.id}`)).progress,
      ).toMatchObject({ open: 1, exempt: 1, met: 1, entitiesDone: 2 });
      // Soon it ends, of which its owners hear.
      const { items } = await send('get', '/attention?limit=100');
      expect(
        items.find(
          ({ kind, values }: any) =>
            kind === 'acceptance-expiring' && values.acceptance === asked.id,
        ),
      ).toMatchObject({
        ownerRef: 'group:default/shop',
        values: { of: 'check', expiresOn: inDays(5) },
      });
      await engine
        .knex('acceptances')
        .where({ id: asked.id })
        .update({ expires_on: inDays(-1) });
      await engine.runTask('opmodel-acceptance-expiry');
      expect((await send('get', `/acceptances/${asked.id}`)).state).toBe(
        'expired',
      );
      expect(await verdictOf('desk', 'described')).toMatchObject({
        state: 'failed',
        message: 'desk is not described',
      });
    });

    it.each([
      ["'scorecard'", { scorecard: 'scorecard:default/none' }],
      ["'scorecard'", { scorecard: 'scorecard:default/vaulting' }],
      ["'check'", { check: 'none' }],
      ["'check' must be asked", { check: 'tagged' }],
      ["'expiresOn'", { expiresOn: inDays(1_000) }],
      ["'reason'", { reason: ' ' }],
      ["'colour'", { colour: 'red' }],
    ])(
      'names %s where an exemption cannot be asked for',
      async (field, part) => {
        expect(
          await messageOf(
            'post',
            '/entities/component/default/post/scorecards/exemptions',
            {
              status: 400,
              body: {
                scorecard: readiness,
                check: 'described',
                reason: 'r',
                riskLevel: 'low',
                ...part,
              },
            },
          ),
        ).toContain(field);
      },
    );

    it('excuses nothing that passes, and nobody but people asks', async () => {
      const path = '/entities/component/default/cart/scorecards/exemptions';
      const body = {
        scorecard: readiness,
        check: 'described',
        reason: 'r',
        riskLevel: 'low',
      };
      expect(await messageOf('post', path, { status: 400, body })).toContain(
        "'check' must be one that component:default/cart does not pass",
      );
      await send('post', path, { as: 'service', status: 403, body });
      await send('post', path, { as: 'mute', status: 403, body });
      await send('post', path.replace('cart', 'vault'), { status: 404, body });
      await send('post', path.replace('cart', 'post'), {
        as: 'reader',
        status: 403,
        body,
      });
    });

    it('lets people vouch for what a check asks, until a day', async () => {
      const path = '/entities/component/default/cart/attestations';
      expect(await verdictOf('cart', 'drill')).toMatchObject({
        state: 'not_reported',
        attestation: 'drill',
      });
      const word = {
        name: 'drill',
        holds: true,
        comment: 'Restored last night',
        expiresOn: inDays(3),
      };
      const given = await send('post', path, { status: 201, body: word });
      expect(given).toMatchObject({
        title: 'Restore drill',
        attestedBy: 'user:default/ada',
        expiresOn: inDays(3),
        isExpired: false,
      });
      expect(await verdictOf('cart', 'drill')).toMatchObject({
        state: 'passed',
      });
      expect(await send('get', path)).toMatchObject({
        items: [{ id: given.id }],
        kinds: [{ name: 'drill', maximumDays: 90 }],
        mayAttest: true,
      });
      expect((await send('get', path, { as: 'reader' })).mayAttest).toBe(false);
      expect((await send('get', path, { as: 'service' })).mayAttest).toBe(
        false,
      );

      await engine
        .knex('attestations')
        .where({ id: given.id })
        .update({ expires_at: Date.now() - 1 });
      await engine.runTask('opmodel-scorecard-attestations');
      expect(await verdictOf('cart', 'drill')).toMatchObject({
        state: 'failed',
      });

      for (const [as, status] of [
        ['reader', 403],
        ['service', 403],
        ['mute', 403],
      ] as const) {
        await send('post', path, { as, status, body: word });
      }
      await send('post', path.replace('cart', 'vault'), {
        status: 404,
        body: word,
      });
      await send('get', path.replace('cart', 'vault'), { status: 404 });
      expect(
        await messageOf('post', path, {
          status: 400,
          body: { ...word, name: 'other' },
        }),
      ).toContain("'name'");
      const person = '/entities/user/default/ada/attestations';
      expect(
        await messageOf('post', person, { status: 400, body: word }),
      ).toContain("'kind'");
    });
  },
);

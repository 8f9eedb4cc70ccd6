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
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { openSloInCatalog } from '../../testing/openSloInCatalog';
import { scanUntil } from '../../testing/scanUntil';
import { restrictedServiceHeader } from '../../testing/startBackend';
import { startEngine } from '../../testing/startEngine';

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

const component = (
  name: string,
  owner: string,
  { tier, ...metadata }: Partial<Entity['metadata']> & { tier?: string } = {},
) =>
  entity(
    'Component',
    name,
    { type: 'service', lifecycle: 'production', owner, system: 'selling' },
    {
      ...metadata,
      ...(tier && { annotations: { 'opmodel.io/tier': tier } }),
    },
  );

const scorecard = (name: string, spec: object): Entity => ({
  ...entity('Scorecard', name, spec, {
    annotations: {
      'backstage.io/view-url': `https://git.example.com/${name}.yaml`,
    },
  }),
  apiVersion: 'opmodel.io/v1alpha1',
});

const filter = 'catalog.kind == "component"';

const entities = [
  entity('Group', 'company', { type: 'company', children: [] }),
  entity(
    'Group',
    'shop',
    { type: 'team', parent: 'company', children: [] },
    { title: 'The shop' },
  ),
  entity('Group', 'mail', { type: 'team', parent: 'shop', children: [] }),
  entity('Domain', 'retail', { owner: 'company' }),
  entity('System', 'selling', { owner: 'shop', domain: 'retail' }),
  component('cart', 'shop', { tier: '1', description: 'A cart', tags: ['a'] }),
  component('post', 'mail', { tier: '2', description: 'The post' }),
  component('quiet', 'mail'),
  component('vault', 'shop', { tier: '1' }),
  scorecard('readiness', {
    title: 'Readiness',
    description: 'What is ready',
    owner: 'group:default/company',
    filter,
    levels: [
      { name: 'Bronze', rank: 1, color: '#cd7f32' },
      { name: 'Silver', rank: 2 },
      { name: 'Gold', rank: 3 },
    ],
    emptyLevel: { name: 'Basic' },
    checks: [
      {
        id: 'described',
        name: 'Is described',
        level: 'Bronze',
        category: 'Documentation',
        expression: 'catalog.hasDescription',
        value: 'catalog.descriptionLength',
        warning: 'catalog.descriptionLength > 7',
        failureMessage: '{{ entity.name }} has {{ value }} characters',
        solution: 'Describe `{{ entity.name }}` of {{ catalog.ownerRef }}',
        links: [
          { title: 'How', url: 'https://docs.example.com' },
          {
            title: 'Open an issue',
            url: 'https://git.example.com/new?title=Describe {{ entity.name }}&for={{ catalog.ownerRef }}',
          },
        ],
      },
      {
        id: 'tagged',
        name: 'Has tags',
        level: 'Silver',
        expression: 'catalog.tags.size() > 0',
        filter: 'catalog.name != "quiet"',
      },
      {
        id: 'reviewed',
        name: 'Access is reviewed',
        level: 'Gold',
        expression: 'attested.accessReview',
      },
      {
        id: 'later',
        name: 'Asked later',
        level: 'Gold',
        startsAt: '2999-01-01',
        expression: 'catalog.hasTitle',
      },
      {
        id: 'broken',
        name: 'Cannot be carried out',
        expression: 'catalog.nothingOfTheKind',
      },
    ],
  }),
  scorecard('basics', {
    title: 'Basics',
    owner: 'group:default/shop',
    filter,
    levels: [{ name: 'Met', rank: 1 }],
    checks: [
      {
        id: 'owned',
        name: 'Has an owner',
        level: 'Met',
        expression: 'catalog.hasOwner',
      },
    ],
  }),
  scorecard('vault', {
    title: 'Hidden',
    owner: 'group:default/shop',
    filter,
    levels: [{ name: 'Met', rank: 1 }],
    checks: [
      { id: 'no', name: 'Fails', level: 'Met', expression: 'catalog.hasTitle' },
    ],
  }),
];

/** Only the guard sees what is called vault; the mute reads no scorecards, and the reader does nothing but read. */
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
          not: catalogConditions.hasMetadata({ key: 'name', value: 'vault' }),
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const readiness = 'scorecard:default/readiness';
const c = (name: string) => `component:default/${name}`;

describe('scorecards behind HTTP', () => {
  const validate = createResponseValidator();
  const createEvent = jest.fn(async (_event: { eventId: string }) => ({
    success: jest.fn(),
    fail: jest.fn(),
  }));
  const auditor = mockServices.auditor.mock({ createEvent });
  let engine: Awaited<ReturnType<typeof startEngine>>;

  const as = (user: string) =>
    mockCredentials.user.header(`user:default/${user}`);

  /** A request whose answer must be what the API's description says. */
  async function send(
    method: 'get' | 'post',
    path: string,
    {
      status = 200,
      user = 'guest',
      header = as(user),
      body,
    }: {
      status?: number;
      user?: string;
      header?: string;
      body?: object;
    } = {},
  ) {
    const response = await request(engine.server)
      [method](`/api/opmodel${path}`)
      .set('authorization', header)
      .send(body);
    expect([path, response.status, response.body]).toEqual([
      path,
      status,
      expect.anything(),
    ]);
    validate(method, path, response);
    return response.body;
  }
  const get = (path: string, options: Parameters<typeof send>[2] = {}) =>
    send('get', path, options);

  async function act(id: string, input: object, user = 'guest') {
    const { body } = await request(engine.server)
      .post(`/api/opmodel/.backstage/actions/v1/actions/opmodel:${id}/invoke`)
      .set('authorization', as(user))
      .send(input);
    return body;
  }

  const ofEntity = async (name: string, user?: string) =>
    get(`/entities/component/default/${name}/scorecards`, { user });
  const readinessOf = (body: any) =>
    body.scorecards.find(({ scorecard: { ref } }: any) => ref === readiness);

  beforeAll(async () => {
    engine = await startEngine({
      policy,
      entities,
      features: [openSloInCatalog, auditor.factory],
      config: {
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
          // Scans whenever it is told to, however long a scan takes.
          snapshot: { schedule: { frequency: 'PT10M', timeout: 'PT5M' } },
          scorecards: {
            attestations: [
              { name: 'accessReview', title: 'Access review', maximumDays: 90 },
            ],
          },
        },
      },
    });
    await scanUntil(engine, async () => {
      const { body } = await request(engine.server)
        .get('/api/opmodel/scorecards/summary')
        .set('authorization', as('guard'));
      return body.entities === 9 && body.scorecards.length === 3;
    });
    await engine.runTask('opmodel-scorecards-facts');
    await engine.runTask('opmodel-scorecards-evaluation');
    await engine.runTask('opmodel-scorecards-sweep');
  });

  afterAll(() => engine.stop());

  it('says where an entity stands, what it rests on, and what is missing', async () => {
    const body = await ofEntity('post');
    expect(body).toMatchObject({
      scope: {
        ref: c('post'),
        kind: 'component',
        ownerRef: 'group:default/mail',
        tier: '2',
      },
      overall: {
        scorecardRef: readiness,
        level: { name: 'Bronze', rank: 1, color: '#cd7f32' },
        next: { name: 'Silver', rank: 2 },
        scorecards: 2,
      },
      members: null,
      waiting: false,
      mayEvaluate: true,
      mayRequestExemption: true,
      mayAttest: true,
    });
    const own = readinessOf(body);
    expect(own).toMatchObject({
      scorecard: { title: 'Readiness', origin: 'catalog', problems: 1 },
      isAsked: true,
      level: { name: 'Bronze' },
      next: { name: 'Silver' },
      missing: [{ checkId: 'tagged', name: 'Has tags', bearing: 'missed' }],
      points: null,
      summary: { judged: 2, passing: 0.5, state: 'ok' },
    });
    const [described, tagged, reviewed, later, broken] = own.checks;
    expect(described).toMatchObject({
      state: 'passed',
      value: 8,
      unit: null,
      message: null,
      solution: null,
      evidence: [
        { fact: 'catalog.hasDescription', value: true, isStale: false },
        { fact: 'catalog.descriptionLength', value: 8 },
      ],
    });
    expect(described.since).toEqual(expect.any(String));
    expect(described.evidence[0].reportedAt).toEqual(expect.any(String));
    expect(tagged).toMatchObject({
      state: 'failed',
      evidence: [{ fact: 'catalog.tags', value: [] }],
    });
    expect(reviewed).toMatchObject({
      state: 'not_reported',
      attestation: 'accessReview',
      detail: 'attested.accessReview',
    });
    expect(later).toMatchObject({ state: 'not_applicable' });
    expect(later.startsAt).toMatch(/^29/);
    expect(broken).toMatchObject({ state: 'error', evidence: [] });
    expect(broken.detail).toContain('nothingOfTheKind');
  });

  it('fills in what is wrong and what mends it, and puts first what reaches a level', async () => {
    const { nextSteps, scorecards } = await ofEntity('quiet');
    const own = readinessOf({ scorecards });
    expect(own.checks[0]).toMatchObject({
      state: 'failed',
      message: 'quiet has 0 characters',
      solution: 'Describe `quiet` of group:default/mail',
      links: [
        { title: 'How', url: 'https://docs.example.com' },
        {
          title: 'Open an issue',
          url: 'https://git.example.com/new?title=Describe quiet&for=group%3Adefault/mail',
        },
      ],
    });
    expect(own.checks[1]).toMatchObject({
      state: 'not_applicable',
      detail: 'filter',
    });
    expect(nextSteps[0]).toMatchObject({
      scorecardRef: readiness,
      checkId: 'described',
      // Nothing of Silver is asked of it.
      unlocks: 'Silver',
    });
    expect((await ofEntity('cart')).nextSteps[0]).toMatchObject({
      checkId: 'reviewed',
      unlocks: 'Gold',
    });
  });

  it('warns without holding anything back', async () => {
    const own = readinessOf(await ofEntity('cart'));
    expect(own.checks[0]).toMatchObject({ state: 'warning', value: 6 });
    expect(own.level.name).toBe('Silver');
  });

  it('tells of a scope what all of it comes to, each entity once, and nothing hidden', async () => {
    const path = '/entities/group/default/company/scorecards';
    const { members } = await get(path);
    expect(members).toEqual(
      await get('/scorecards/summary?owner=group:default/company'),
    );
    expect(members).toMatchObject({ entities: 8, scored: 3 });
    const totals = readinessOf(members);
    expect(totals).toMatchObject({
      entities: 3,
      levels: [
        { level: { name: 'Basic', rank: 0 }, entities: 1 },
        { level: { name: 'Bronze' }, entities: 1 },
        { level: { name: 'Silver' }, entities: 1 },
        { level: { name: 'Gold' }, entities: 0 },
      ],
      summary: { judged: 5, passing: 0.6, state: 'ok' },
      change: null,
    });
    expect(
      totals.checks.map(({ checkId }: any) => checkId).slice(0, 2),
    ).toEqual(['described', 'tagged']);
    expect(totals.checks[1].summary).toMatchObject({
      judged: 2,
      state: 'thin',
      counts: { not_applicable: 1, failed: 1, passed: 1 },
    });
    // Levels that are as far up are one; what holds nobody back is not named.
    const readinessIsIt = {
      scorecardRef: readiness,
      scorecardTitle: 'Readiness',
    };
    expect(members.overall).toMatchObject({
      entities: 3,
      levels: [
        { level: { name: 'No level / Basic', rank: 0 }, entities: 1 },
        { level: { name: 'Bronze', rank: 1 }, entities: 1 },
        { level: { name: 'Silver', rank: 2 }, entities: 1 },
        { level: { name: 'Met / Gold', rank: 3 }, entities: 0 },
      ],
      heldBackBy: [{ ...readinessIsIt, entities: 3 }],
      summary: { judged: 8, passing: 0.75, state: 'ok' },
    });
    const none = await get('/scorecards/summary?kind=domain');
    expect(none).toMatchObject({ scored: 0, overall: null });
    expect(JSON.stringify(members)).not.toContain('vault');
    const all = await get('/scorecards/summary', { user: 'guard' });
    expect(all.overall.entities).toBe(4);
    expect(all).toMatchObject({ entities: 9, scored: 4 });
    expect(readinessOf(all).entities).toBe(4);
    expect(all.scorecards).toHaveLength(3);
  });

  it('lists entities, the weakest first, and those of a check', async () => {
    const { items, totalItems } = await get('/scorecards/entities');
    expect(totalItems).toBe(3);
    expect(items.map((item: any) => [item.entityRef, item.level.name])).toEqual(
      [
        [c('quiet'), 'Basic'],
        [c('post'), 'Bronze'],
        [c('cart'), 'Silver'],
      ],
    );
    expect(items[1]).toMatchObject({
      scorecardRef: readiness,
      ownerTitle: 'mail',
      summary: { judged: 2, state: 'ok' },
      check: null,
    });
    const ofCheck = `/scorecards/entities?scorecard=${readiness}&check=described`;
    const failing = await get(`${ofCheck}&state=failed`);
    expect(failing.items).toMatchObject([
      { entityRef: c('quiet'), check: { state: 'failed', value: 0 } },
    ]);
    const first = await get(`${ofCheck}&sort=name&limit=1`);
    expect(first).toMatchObject({
      totalItems: 3,
      items: [{ entityRef: c('cart'), check: { state: 'warning', value: 6 } }],
    });
    const second = await get(
      `${ofCheck}&sort=name&limit=1&cursor=${first.nextCursor}`,
    );
    expect(second.items).toMatchObject([{ entityRef: c('post') }]);
    const level = await get(
      `/scorecards/entities?scorecard=${readiness}&level=0`,
    );
    expect(level.items).toMatchObject([{ entityRef: c('quiet') }]);
  });

  it.each([
    ['level=1', 'scorecard'],
    ['check=described', 'scorecard'],
    [`scorecard=${readiness}&state=failed`, 'check'],
    [`scorecard=${readiness}&check=none`, 'check'],
    ['cursor=forged', 'cursor'],
  ])('refuses the list with %s, and names the field', async (query, field) => {
    const { error } = await get(`/scorecards/entities?${query}`, {
      status: 400,
    });
    expect(error.message).toContain(`'${field}'`);
  });

  it('tells every verdict in one answer', async () => {
    const matrix = await get(
      `/scorecards/matrix?scorecard=${readiness}&owner=group:default/shop`,
    );
    expect(matrix.checks.map(({ checkId }: any) => checkId)).toEqual([
      'described',
      'tagged',
      'reviewed',
      'later',
      'broken',
    ]);
    expect(
      matrix.rows.map((row: any) => [row.entityRef, row.rank, row.states]),
    ).toEqual([
      [c('cart'), 2, 'WPRNE'],
      [c('post'), 1, 'PFRNE'],
      [c('quiet'), 0, 'FNRNE'],
    ]);
    expect(matrix).toMatchObject({ totalItems: 3, nextCursor: null });
  });

  it('lays groups beside checks, and what a group owns itself', async () => {
    const path = `/scorecards/heat-map?scorecard=${readiness}`;
    const map = await get(`${path}&by=group&owner=group:default/shop`);
    expect(
      map.rows.map((row: any) => [row.ref, row.isOwnOnly, row.entities]),
    ).toEqual([
      ['group:default/mail', false, 2],
      ['group:default/shop', true, 1],
    ]);
    expect(map.total).toMatchObject({ ref: null, entities: 3 });
    expect(map.rows[0].cells[0]).toEqual({
      passing: 0.5,
      judged: 2,
      applicable: 2,
      failed: 1,
      exempt: 0,
      silent: 0,
    });
    expect(map.rows[0].cells[4]).toMatchObject({ passing: null, silent: 2 });
    const organisation = await get(`${path}&by=group`);
    expect(organisation.rows).toMatchObject([
      { ref: 'group:default/company', isOwnOnly: false, entities: 3 },
    ]);
    const tiers = await get(`${path}&by=tier`);
    expect(tiers.rows.map(({ ref }: any) => ref)).toEqual(['1', '2', null]);
    const owners = await get(path);
    expect(owners.rows.map(({ title }: any) => title)).toEqual([
      'mail',
      'The shop',
    ]);
    for (const by of ['system', 'domain']) {
      const { rows } = await get(`${path}&by=${by}`);
      expect(rows).toMatchObject([{ entities: 3 }]);
    }
  });

  it('tells levels and shares over time, of days on which there was something', async () => {
    const series = await get(
      `/scorecards/series?scorecard=${readiness}&window=P14D&interval=day`,
    );
    expect(series.points).toHaveLength(14);
    expect(series.points[0]).toMatchObject({
      entities: 0,
      levels: [],
      passing: null,
      coverage: null,
    });
    expect(series.points.at(-1)).toMatchObject({
      entities: 3,
      levels: [
        { rank: 0, entities: 1 },
        { rank: 1, entities: 1 },
        { rank: 2, entities: 1 },
      ],
      passing: 0.6,
    });
    expect(series.definitionChanges).toMatchObject([{ version: 1 }]);
  });

  it('explains how a verdict came about', async () => {
    const path = '/entities/component/default/post/scorecards/explain';
    const explanation = await get(
      `${path}?scorecard=${readiness}&check=tagged`,
    );
    expect(explanation).toMatchObject({
      scorecard: { ref: readiness },
      check: { checkId: 'tagged', state: 'failed' },
      definedIn: 'https://git.example.com/readiness.yaml',
      checkVersion: 1,
      filterResults: [
        { of: 'scorecard', holds: true, expression: filter },
        { of: 'check', holds: true },
      ],
      warning: null,
      freshnessSeconds: null,
      confirmations: 1,
      whenNotReported: 'wait',
      changes: [],
    });
    await get(`${path}?scorecard=${readiness}&check=none`, { status: 404 });
    await get(`${path}?scorecard=scorecard:default/none&check=tagged`, {
      status: 404,
    });
  });

  it('hides what may not be seen as if it were not there', async () => {
    for (const [hidden, unknown] of [
      [
        '/entities/component/default/vault/scorecards',
        '/entities/component/default/vaulu/scorecards',
      ],
      [
        '/entities/component/default/vault/scorecards/history',
        '/entities/component/default/vaulu/scorecards/history',
      ],
      [
        '/scorecards/matrix?scorecard=scorecard:default/vault',
        '/scorecards/matrix?scorecard=scorecard:default/vaulu',
      ],
      [
        '/scorecards/summary?scorecard=scorecard:default/vault',
        '/scorecards/summary?scorecard=scorecard:default/vaulu',
      ],
    ]) {
      const first = await get(hidden, { status: 404 });
      const second = await get(unknown, { status: 404 });
      expect(first.error.message.replace('vault', 'vaulu')).toBe(
        second.error.message,
      );
    }
    expect((await ofEntity('vault', 'guard')).scorecards).toHaveLength(3);
    expect((await ofEntity('cart')).scorecards).toHaveLength(2);
    const { error } = await get('/scorecards/summary', {
      user: 'mute',
      status: 403,
    });
    expect(error.name).toBe('NotAllowedError');
    expect(await ofEntity('cart', 'reader')).toMatchObject({
      mayEvaluate: false,
      mayRequestExemption: false,
      mayAttest: false,
    });
  });

  it('answers a service by its permission', async () => {
    const body = await get('/entities/component/default/vault/scorecards', {
      header: restrictedServiceHeader(['opmodel.scorecard.read']),
    });
    expect(body).toMatchObject({ mayEvaluate: false, mayAttest: false });
    await get('/scorecards/summary', {
      header: restrictedServiceHeader(['opmodel.slo.read']),
      status: 403,
    });
  });

  it('tells agents what people read', async () => {
    const { output: own } = await act('get-entity-scorecards', {
      entityRef: 'Component:default/Post',
    });
    expect(own.scorecards.scope.ref).toBe(c('post'));
    const { output: next } = await act('what-to-fix-next', {
      entityRef: c('post'),
    });
    expect(next).toMatchObject({
      overall: { level: { name: 'Bronze' } },
      steps: [{ checkId: 'tagged', unlocks: 'Silver' }],
    });
    const { output: failing } = await act('list-failing-checks', {
      teamRef: 'group:default/mail',
    });
    expect(failing.checks).toMatchObject([
      { checkId: 'described', failed: 1, judged: 2 },
      { checkId: 'tagged', failed: 1, judged: 1 },
    ]);
    const { output: changes } = await act('get-score-changes', {
      scorecardRef: readiness,
    });
    expect(changes.report).toMatchObject({ before: null, totalItems: 3 });
  });

  it('names scorecards that cannot be carried out to whoever owns them', async () => {
    const { items } = await get('/attention?owner=group:default/company');
    expect(
      items.filter(({ subject }: any) => subject === 'scorecards'),
    ).toMatchObject([
      {
        kind: 'scorecard-wrong',
        entityRef: readiness,
        ownerRef: 'group:default/company',
        values: { scorecardTitle: 'Readiness', problems: 1 },
      },
    ]);
  });

  it('evaluates at once, and tells what became of it', async () => {
    const path = '/entities/component/default/cart/scorecards';
    await send('post', `${path}/evaluate`, { user: 'reader', status: 403 });
    await send('post', path.replace('cart', 'vault').concat('/evaluate'), {
      status: 404,
    });
    createEvent.mockClear();
    const before = readinessOf(await send('post', `${path}/evaluate`));
    expect(before.level.name).toBe('Silver');
    expect(createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'scorecard-evaluate' }),
    );
    const history = `${path}/history`;
    expect(await get(history)).toEqual({ items: [], nextCursor: null });

    const inMonth = new Date(Date.now() + 30 * 86_400_000);
    await send('post', '/entities/component/default/cart/attestations', {
      status: 201,
      body: {
        name: 'accessReview',
        holds: true,
        comment: 'Looked through',
        expiresOn: inMonth.toISOString().slice(0, 10),
      },
    });
    const after = readinessOf(await send('post', `${path}/evaluate`));
    expect(after).toMatchObject({
      level: { name: 'Gold' },
      next: null,
      missing: [],
    });

    const { items } = await get(history);
    expect(items).toMatchObject([
      {
        scorecardRef: readiness,
        version: 1,
        ownerRef: 'group:default/shop',
        levelBefore: { name: 'Silver' },
        levelAfter: { name: 'Gold' },
        checks: [
          {
            checkId: 'reviewed',
            name: 'Access is reviewed',
            before: 'not_reported',
            after: 'passed',
            cause: 'data',
          },
        ],
      },
    ]);
    const scored = await get(`/scorecards/summary?scorecard=${readiness}`);
    expect(scored.scorecards[0].levels[3].entities).toBe(1);
  });
});

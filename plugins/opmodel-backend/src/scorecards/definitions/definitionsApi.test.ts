import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { opmodelScorecardWritePermission } from '@opmodel/backstage-plugin-opmodel-common';
import request from 'supertest';
import { parse } from 'yaml';
import {
  createScorecardConditionalDecision,
  scorecardConditions,
} from '../drafts/scorecardPermissionRules';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { openSloInCatalog } from '../../testing/openSloInCatalog';
import { scanUntil } from '../../testing/scanUntil';
import { restrictedServiceHeader } from '../../testing/startBackend';
import { startEngine } from '../../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(120_000);

const check = {
  id: 'described',
  name: 'Is described',
  level: 'Bronze',
  expression: 'catalog.hasDescription',
};
const spec = {
  title: 'Readiness',
  owner: 'group:default/shop',
  levels: [{ name: 'Bronze', rank: 1 }],
  checks: [check],
};

const scorecard = (name: string): Entity => ({
  apiVersion: 'opmodel.io/v1alpha1',
  kind: 'Scorecard',
  metadata: {
    name,
    namespace: 'default',
    annotations: { 'backstage.io/view-url': 'https://git.example.com/a.yaml' },
  },
  spec: spec as unknown as Entity['spec'],
});
const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'shop', namespace: 'default', title: 'The shop' },
    spec: { type: 'team', children: [] },
  },
  scorecard('open'),
  scorecard('secret'),
];

/** Ada may all; ben does not see the secret, and writes for the shop; cyd only reads; dan writes one name. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (name === 'nobody') {
      return { result: AuthorizeResult.DENY };
    }
    if (isPermission(permission, opmodelScorecardWritePermission)) {
      switch (name) {
        case 'ada':
          return { result: AuthorizeResult.ALLOW };
        case 'ben':
          return createScorecardConditionalDecision(
            permission,
            scorecardConditions.isOwner({ claims: ['group:default/Shop'] }),
          );
        case 'dan':
          return createScorecardConditionalDecision(
            permission,
            scorecardConditions.hasName({ names: ['Delivery'] }),
          );
        default:
          return { result: AuthorizeResult.DENY };
      }
    }
    return name === 'ben' && isResourcePermission(permission, 'catalog-entity')
      ? createCatalogConditionalDecision(permission, {
          not: catalogConditions.hasMetadata({ key: 'name', value: 'secret' }),
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const headers: Record<string, string> = {
  ...Object.fromEntries(
    ['ada', 'ben', 'cyd', 'dan', 'nobody'].map(name => [
      name,
      mockCredentials.user.header(`user:default/${name}`),
    ]),
  ),
  token: restrictedServiceHeader([
    'opmodel.scorecard.read',
    'opmodel.scorecard.write',
  ]),
  anonymous: mockCredentials.none.header(),
};

describe('definitions of scorecards behind HTTP', () => {
  const validate = createResponseValidator();
  const success = jest.fn();
  const fail = jest.fn();
  const createEvent = jest.fn(async (_event: { meta?: object }) => ({
    success,
    fail,
  }));
  const auditor = mockServices.auditor.mock({ createEvent });
  let engine: Awaited<ReturnType<typeof startEngine>>;

  async function ask(
    path: string,
    caller = 'ada',
    body?: object,
    method: 'get' | 'post' | 'put' | 'delete' = body ? 'post' : 'get',
  ) {
    const response = await request(engine.server)
      [method](`/api/opmodel${path}`)
      .set('authorization', headers[caller])
      .send(body);
    if (caller !== 'anonymous' && response.status !== 204) {
      validate(method, path, response);
    }
    return response;
  }
  const drafts = '/scorecard-drafts';
  const begin = async (body: object, caller = 'ada') =>
    (await ask(drafts, caller, body)).body;
  const publish = (id: string, revision: number, caller = 'ada') =>
    ask(`${drafts}/${id}/publish`, caller, { revision, note: 'It is time' });
  const refsOf = (body: { items: { scorecard: { ref: string } }[] }) =>
    body.items.map(item => item.scorecard.ref);

  beforeAll(async () => {
    engine = await startEngine({
      policy,
      entities,
      features: [openSloInCatalog, auditor.factory],
      config: {
        catalog: {
          locations: [],
          processingInterval: '1s',
          rules: [{ allow: ['Group', 'Scorecard', 'Location'] }],
        },
      },
    });
    await scanUntil(engine, async () => {
      const { body } = await ask('/scorecards');
      return body.items?.length === 2;
    });
  });
  afterAll(() => engine.stop());
  beforeEach(() => jest.clearAllMocks());

  it('lists what each may see, and what they may do', async () => {
    const { body } = await ask('/scorecards');
    expect(body).toMatchObject({
      mayCreate: true,
      items: [
        {
          scorecard: {
            ref: 'scorecard:default/open',
            title: 'Readiness',
            origin: 'catalog',
            version: 1,
            ownerTitle: 'The shop',
            problems: 0,
          },
          checks: 1,
          draftId: null,
          mayEdit: false,
        },
        { scorecard: { ref: 'scorecard:default/secret' } },
      ],
    });
    expect(refsOf((await ask('/scorecards', 'ben')).body)).toEqual([
      'scorecard:default/open',
    ]);
    expect((await ask('/scorecards', 'cyd')).body.mayCreate).toBe(false);
    expect((await ask('/scorecards', 'nobody')).status).toBe(403);
    expect((await ask('/scorecards', 'anonymous')).status).toBe(401);
    const { body: told } = await ask('/scorecards', 'token');
    expect(told).toMatchObject({ mayCreate: false });
    expect(told.items).toHaveLength(2);
  });

  it('tells one with its document, versions and where it lies, and nothing of what is hidden', async () => {
    const path = '/scorecards/default/open';
    expect((await ask(path)).body).toMatchObject({
      spec: { checks: [check] },
      source: 'https://git.example.com/a.yaml',
      publishedBy: null,
      mayEdit: false,
      mayCopy: true,
    });
    const { body: document } = await ask(`${path}/document?version=1`);
    expect(document.name).toBe('open');
    expect(parse(document.yaml)).toEqual({
      apiVersion: 'opmodel.io/v1alpha1',
      kind: 'Scorecard',
      metadata: { name: 'open', title: 'Readiness' },
      spec,
    });
    expect((await ask(`${path}/document?version=2`)).status).toBe(404);
    // No version that a database could keep.
    expect((await ask(`${path}/document?version=2147483648`)).status).toBe(400);
    expect((await ask(`${path}/versions`)).body).toMatchObject({
      items: [{ version: 1, publishedBy: null }],
      nextCursor: null,
    });
    for (const suffix of ['', '/versions', '/document']) {
      const hidden = await ask(`/scorecards/default/secret${suffix}`, 'ben');
      const none = await ask(`/scorecards/default/secrey${suffix}`, 'ben');
      expect(hidden.status).toBe(404);
      expect(hidden.body.error.message.replace('secret', 'secrey')).toBe(
        none.body.error.message,
      );
    }
  });

  it('checks a definition without keeping it', async () => {
    const typo = { ...check, expression: 'catalog.hasDescripton' };
    const { body } = await ask('/scorecards/check', 'cyd', {
      name: 'some',
      spec: { ...spec, checks: [typo] },
    });
    expect(body.problems).toEqual([
      expect.objectContaining({ path: 'checks[0].expression' }),
    ]);
    expect(
      (await ask('/scorecards/check', 'cyd', { name: 'some', spec })).body,
    ).toEqual({ problems: [] });
  });

  it('lets a draft be begun, saved over what was read, published as versions, and retired', async () => {
    const begun = await begin({
      name: 'delivery',
      spec: { ...spec, checks: [] },
    });
    expect(begun).toMatchObject({
      scorecardRef: 'scorecard:default/delivery',
      basedOn: null,
      isOutdated: false,
      revision: 1,
      createdBy: 'user:default/ada',
      mayPublish: true,
    });
    expect((await ask(drafts, 'ada', { name: 'Delivery' })).status).toBe(409);
    const path = `${drafts}/${begun.id}`;
    expect((await publish(begun.id, 1)).body.error.message).toContain(
      "'spec.checks' must have at least one entry",
    );
    const saved = await ask(path, 'ada', { spec, revision: 1 }, 'put');
    expect(saved.body).toMatchObject({ revision: 2, problems: [] });
    const late = await ask(path, 'ada', { spec: {}, revision: 1 }, 'put');
    expect(late.status).toBe(409);
    expect((await publish(begun.id, 1)).status).toBe(409);
    expect((await publish(begun.id, 2)).body).toMatchObject({
      scorecard: {
        ref: 'scorecard:default/delivery',
        origin: 'portal',
        version: 1,
      },
      publishedBy: 'user:default/ada',
      note: 'It is time',
      source: null,
      mayEdit: true,
      draftId: null,
    });
    expect((await ask(path)).status).toBe(404);
    expect(createEvent.mock.calls.map(([{ meta }]) => meta)).toContainEqual(
      expect.objectContaining({ actionType: 'publish', note: 'It is time' }),
    );

    const copyOf = 'scorecard:default/delivery';
    const edited = await begin({ copyOf });
    expect(edited).toMatchObject({ basedOn: 1, spec, changes: [] });
    const renamed = { ...spec, title: 'Delivery' };
    const { body: changed } = await ask(
      `${drafts}/${edited.id}`,
      'ada',
      { spec: renamed, revision: 1 },
      'put',
    );
    expect(changed.changes).toEqual([
      {
        kind: 'changed',
        path: 'title',
        before: 'Readiness',
        after: 'Delivery',
      },
    ]);
    expect((await publish(edited.id, 2)).body.scorecard.version).toBe(2);
    const versions = '/scorecards/default/delivery/versions?limit=1';
    const { body: page } = await ask(versions);
    expect(page.items).toEqual([
      expect.objectContaining({
        version: 2,
        changes: [expect.objectContaining({ path: 'title' })],
      }),
    ]);
    const next = await ask(`${versions}&cursor=${page.nextCursor}`);
    expect(next.body).toMatchObject({
      items: [{ version: 1 }],
      nextCursor: null,
    });

    const retire = '/scorecards/default/delivery/retire';
    expect((await ask(retire, 'cyd', { note: 'No' })).status).toBe(403);
    expect((await ask(retire, 'ada', { note: 'Done' })).status).toBe(204);
    expect((await ask('/scorecards/default/delivery')).status).toBe(404);
    expect((await ask(retire, 'ada', { note: 'Done' })).status).toBe(404);
  });

  it('leaves what is written in the catalog to the catalog, and copies it under a new name', async () => {
    const copyOf = 'scorecard:default/open';
    const refused = await ask(drafts, 'ada', { copyOf });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain("give a 'name' to copy it");
    expect(
      (await ask('/scorecards/default/open/retire', 'ada', { note: 'No' }))
        .status,
    ).toBe(409);
    expect((await ask(drafts, 'ada', { name: 'open' })).status).toBe(409);
    const copy = await begin({ copyOf, name: 'ours' });
    expect(copy).toMatchObject({
      scorecardRef: 'scorecard:default/ours',
      basedOn: null,
      spec,
    });
    const hidden = await ask(drafts, 'ben', {
      copyOf: 'scorecard:default/secret',
      name: 'theirs',
    });
    expect(hidden.status).toBe(404);
    expect(
      (await ask(`${drafts}/${copy.id}`, 'ada', undefined, 'delete')).status,
    ).toBe(204);
  });

  it('lets nobody write what the policy does not let them', async () => {
    for (const caller of ['cyd', 'token', 'nobody']) {
      expect((await ask(drafts, caller, { name: 'mine' })).status).toBe(403);
    }
    // Ben writes for the shop: he may begin anything, and publish what the shop answers for.
    const own = await begin({ name: 'bens', spec }, 'ben');
    expect(own.mayPublish).toBe(true);
    const foreign = { ...spec, owner: 'group:default/guards' };
    const saved = await ask(
      `${drafts}/${own.id}`,
      'ben',
      { spec: foreign, revision: 1 },
      'put',
    );
    expect(saved.body.mayPublish).toBe(false);
    expect((await publish(own.id, 2, 'ben')).status).toBe(403);
    // Dan sees no draft of another name.
    expect((await ask(drafts, 'dan')).body.items).toEqual([]);
    expect((await ask(`${drafts}/${own.id}`, 'dan')).status).toBe(404);
    expect((await publish(own.id, 2, 'ada')).status).toBe(200);
    // What the guards answer for is not Ben's to change any more.
    const copyOf = 'scorecard:default/bens';
    const refused = await ask(drafts, 'ben', { copyOf });
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain(copyOf);
    expect(refused.body.error.message).not.toContain('guards');
    const [listed] = (await ask('/scorecards', 'ben')).body.items.filter(
      (item: { scorecard: { ref: string } }) => item.scorecard.ref === copyOf,
    );
    expect(listed).toMatchObject({ mayEdit: false, draftId: null });
  });

  it('names the field that is wrong', async () => {
    const messages = await Promise.all(
      [
        {},
        { name: 'a b' },
        { copyOf: 'component:cart' },
        { copyOf: 'scorecard:open', spec: {} },
        { name: 'some', colour: 1 },
        { name: 7 },
      ].map(async body => {
        const { status, body: answer } = await ask(drafts, 'ada', body);
        return `${status} ${answer.error.message}`;
      }),
    );
    expect(messages).toEqual([
      expect.stringMatching(/^400 'name' is missing/),
      expect.stringMatching(/^400 'name' must have letters/),
      expect.stringMatching(/^400 'copyOf' must be the ref of a scorecard/),
      expect.stringMatching(/^400 'spec' cannot be there/),
      expect.stringMatching(/^400 .*colour/),
      expect.stringMatching(/^400 .*name/),
    ]);
  });
});

import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import request from 'supertest';
import { createResponseValidator } from '../testing/createResponseValidator';
import { restrictedServiceHeader } from '../testing/startBackend';
import { startEngine } from '../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(120_000);

const entity = (kind: string, name: string, spec: object): Entity => ({
  apiVersion:
    kind.startsWith('Decision') || kind.startsWith('Escalation')
      ? 'opmodel.io/v1alpha1'
      : 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: spec as Entity['spec'],
});
const service = { type: 'service', lifecycle: 'production' };
const entities = [
  entity('Group', 'board', { type: 'division', children: [] }),
  entity('Group', 'shop', { type: 'team', children: [], parent: 'board' }),
  entity('Group', 'guards', { type: 'team', children: [] }),
  entity('System', 'selling', { owner: 'shop' }),
  entity('Component', 'checkout', {
    ...service,
    owner: 'shop',
    system: 'selling',
  }),
  entity('Component', 'vault', { ...service, owner: 'guards' }),
  entity('EscalationPath', 'selling', {
    appliesTo: ['system:selling'],
    paths: [
      {
        about: 'incident',
        severities: ['sev1'],
        steps: [
          { targets: ['on-call'], via: 'pager' },
          { targets: ['owner', 'guards'], after: 'PT15M' },
        ],
      },
    ],
  }),
  entity('DecisionRights', 'board', {
    appliesTo: ['board'],
    rights: [
      {
        id: 'seams',
        decides: ['architecture'],
        mode: 'with_peers',
        deciders: ['owner'],
        peers: ['guards'],
      },
    ],
  }),
  entity('DecisionForum', 'council', {
    members: ['shop', 'guards'],
    scope: ['system:selling'],
  }),
];

/** The catalog of this test takes the kinds of the operating model as they are. */
const kinds = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'operating-kinds',
  register(env) {
    env.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addProcessor({
          getProcessorName: () => 'operating-kinds',
          validateEntityKind: async ({ apiVersion }) =>
            apiVersion === 'opmodel.io/v1alpha1',
        });
      },
    });
  },
});

/** Ada and the chief may all; ben sees neither the vault nor its guards, and writes about what he sees; cyd only reads. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (name === 'nobody') {
      return { result: AuthorizeResult.DENY };
    }
    if (name === 'cyd' && permission.name === 'opmodel.decision.write') {
      return { result: AuthorizeResult.DENY };
    }
    return name === 'ben' && isResourcePermission(permission, 'catalog-entity')
      ? createCatalogConditionalDecision(permission, {
          not: {
            anyOf: ['vault', 'guards'].map(value =>
              catalogConditions.hasMetadata({ key: 'name', value }),
            ) as any,
          },
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const headers: Record<string, string> = {
  ...Object.fromEntries(
    ['ada', 'ben', 'cyd', 'nobody'].map(name => [
      name,
      mockCredentials.user.header(`user:default/${name}`),
    ]),
  ),
  token: restrictedServiceHeader(['opmodel.decision.read']),
  ci: restrictedServiceHeader(['opmodel.event.create']),
  anonymous: mockCredentials.none.header(),
};

const decision = {
  title: 'Use one queue',
  context: 'Two were in use',
  decision: 'The first is kept',
  entityRefs: ['component:default/checkout'],
  ownerRef: 'group:default/shop',
  decidedOn: '2026-01-02',
  links: [{ label: 'ADR 7', url: 'https://adr.example.com/7' }],
};

describe('decisions behind HTTP', () => {
  const validate = createResponseValidator();
  const success = jest.fn();
  const fail = jest.fn();
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => ({ success, fail })),
  });
  let engine: Awaited<ReturnType<typeof startEngine>>;

  async function ask(
    path: string,
    caller = 'ada',
    body?: object,
    method: 'get' | 'post' | 'put' = body ? 'post' : 'get',
  ) {
    const response = await request(engine.server)
      [method](`/api/opmodel${path}`)
      .set('authorization', headers[caller])
      .send(body);
    if (caller !== 'anonymous') {
      validate(method, path, response);
    }
    return response;
  }

  const enter = async (overrides: object = {}, caller = 'ada') =>
    (await ask('/decisions', caller, { ...decision, ...overrides })).body;

  beforeAll(async () => {
    engine = await startEngine({
      policy,
      entities,
      features: [kinds, auditor.factory],
      config: {
        catalog: {
          locations: [],
          processingInterval: '1s',
          rules: [
            { allow: [...new Set(entities.map(one => one.kind)), 'Location'] },
          ],
        },
      },
    });
    for (let attempt = 0; attempt < 120; attempt += 1) {
      await engine.runTask('opmodel-catalog-snapshot');
      const { body } = await ask('/decision-forums');
      const rights = await ask(
        '/entities/component/default/checkout/decision-rights',
      );
      const path = await ask('/entities/component/default/checkout/escalation');
      if (
        body.totalItems === 1 &&
        rights.body.items?.length === 1 &&
        path.body.source === 'document'
      ) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 500));
    }
    auditor.createEvent.mockClear();
  });

  afterAll(async () => {
    await engine?.stop();
  });

  it.each(['escalation', 'decision-rights'])(
    'answers %s for who may know, and tells all others why not',
    async what => {
      const statuses: Record<string, number[]> = {};
      const unfound: string[] = [];
      for (const caller of Object.keys(headers)) {
        statuses[caller] = [];
        for (const name of ['checkout', 'vault', 'unknown']) {
          const path = `/entities/component/default/${name}/${what}`;
          const { status, body } = await ask(path, caller);
          statuses[caller].push(status);
          unfound.push(...(status === 404 ? [body.error.message] : []));
        }
      }
      expect(statuses).toEqual({
        ada: [200, 200, 404],
        ben: [200, 404, 404],
        cyd: [200, 200, 404],
        nobody: [403, 403, 403],
        token: [200, 200, 404],
        ci: [403, 403, 403],
        anonymous: [401, 401, 401],
      });
      // What is hidden is told from what does not exist in no way.
      expect(new Set(unfound)).toEqual(
        new Set(
          ['vault', 'unknown'].map(
            name => `No entity 'component:default/${name}' in the catalog`,
          ),
        ),
      );
    },
  );

  it('says whom to tell, and names nobody who is hidden', async () => {
    const path = '/entities/Component/Default/Checkout/escalation';
    const { body } = await ask(`${path}?severity=SEV1`);
    expect(body).toMatchObject({
      entityRef: 'component:default/checkout',
      about: 'incident',
      source: 'document',
      documentRef: 'escalationpath:default/selling',
      attachedTo: 'system:default/selling',
      steps: [
        { level: 1, via: 'pager', targets: [{ title: 'on-call' }] },
        {
          level: 2,
          afterSeconds: 900,
          targets: [
            { ref: 'group:default/shop' },
            { ref: 'group:default/guards' },
          ],
        },
      ],
    });
    const seen = await ask(`${path}?severity=SEV1`, 'ben');
    expect(JSON.stringify(seen.body)).not.toContain('guards');
    const chain = await ask(`${path}?about=roadmap`);
    expect(chain.body).toMatchObject({
      source: 'owner_chain',
      steps: [
        { targets: [{ ref: 'group:default/shop' }] },
        { targets: [{ ref: 'group:default/board' }] },
      ],
    });
    const wrong = await ask(`${path}?about=weather`);
    expect(wrong.status).toBe(400);
  });

  it('says who decides, where, and how much was decided', async () => {
    await enter();
    await enter({
      entityRefs: [...decision.entityRefs, 'component:default/vault'],
    });
    const path = '/entities/component/default/checkout/decision-rights';
    const { body } = await ask(path);
    expect(body).toMatchObject({
      items: [
        {
          id: 'seams',
          documentRef: 'decisionrights:default/board',
          deciders: [{ ref: 'group:default/shop' }],
          peers: [{ ref: 'group:default/guards' }],
          appliesBecause: 'group:default/board',
        },
      ],
      forums: [{ ref: 'decisionforum:default/council' }],
      decisions: 2,
    });
    const seen = await ask(path, 'ben');
    expect(seen.body).toMatchObject({ items: [{ peers: [] }], decisions: 1 });
    const forums = await ask('/decision-forums', 'ben');
    expect(forums.body).toMatchObject({
      totalItems: 1,
      items: [{ members: [{ ref: 'group:default/shop' }] }],
    });
    const page = await ask('/decision-forums?cursor=x');
    expect(page.body.error.message).toContain(`'cursor' must be`);
  });

  it('enters, finds, changes and keeps what a decision was', async () => {
    const entered = await ask('/decisions', 'ada', {
      ...decision,
      title: 'Drop the ledger',
    });
    expect(entered.status).toBe(201);
    expect(auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({ eventId: 'decision-create' }),
    );
    expect(success).toHaveBeenLastCalledWith({
      meta: { decisionId: entered.body.id, version: 1, status: 'accepted' },
    });
    const found = await ask('/decisions?text=LEDGER%20first');
    expect(found.body).toMatchObject({
      totalItems: 1,
      items: [{ id: entered.body.id, versions: [] }],
    });
    const path = `/decisions/${entered.body.id}`;
    const changed = await ask(
      path,
      'ben',
      { ...decision, title: 'Keep the ledger', version: 1 },
      'put',
    );
    expect(changed.body).toMatchObject({
      title: 'Keep the ledger',
      version: 2,
      updatedBy: 'user:default/ben',
      versions: [{ version: 1, title: 'Drop the ledger' }],
    });
    const beyond = { ...decision, version: 99_999_999_999 };
    const refused = await ask(path, 'ada', beyond, 'put');
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain('version');
    const late = await ask(path, 'ada', { ...decision, version: 1 }, 'put');
    expect(late.status).toBe(409);
    expect(late.body.error.message).toContain('by user:default/ben');
    expect(auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({ eventId: 'decision-update' }),
    );
    expect(fail).toHaveBeenCalled();
  });

  it('lets two change one decision once', async () => {
    const { id } = await enter();
    const answers = await Promise.all(
      ['ada', 'ben'].map(caller =>
        ask(`/decisions/${id}`, caller, { ...decision, version: 1 }, 'put'),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('refuses those who may not write, and what nobody may see', async () => {
    const hidden = await enter({ entityRefs: ['component:default/vault'] });
    const { id } = await enter();
    const statusOf = async (path: string, caller: string, body?: object) =>
      (await ask(path, caller, body, body && 'put')).status;
    expect(await statusOf(`/decisions/${hidden.id}`, 'ben')).toBe(404);
    expect(await statusOf(`/decisions/${hidden.id}`, 'nobody')).toBe(403);
    const change = { ...decision, version: 1 };
    expect(await statusOf(`/decisions/${hidden.id}`, 'ben', change)).toBe(404);
    for (const caller of ['cyd', 'token', 'nobody']) {
      expect([
        caller,
        await statusOf(`/decisions/${id}`, caller, change),
        (await ask('/decisions', caller, decision)).status,
      ]).toEqual([caller, 403, 403]);
    }
    const about = await ask('/decisions', 'ben', {
      ...decision,
      entityRefs: ['component:default/vault'],
    });
    expect([about.status, about.body.error.message]).toEqual([
      400,
      `'entityRefs' must be in the catalog, and 'component:default/vault' is not`,
    ]);
  });

  it.each<[string, object]>([
    ['title', { title: '' }],
    ['entityRefs', { entityRefs: [] }],
    ['decidedOn', { decidedOn: '2026-13-01' }],
    ['url', { links: [{ label: 'a', url: 'ftp://example.com' }] }],
    ['supersedes', { supersedes: 'unknown' }],
    ['unknown', { unknown: 1 }],
  ])('names %s in a body that is wrong', async (field, wrong) => {
    const { status, body } = await ask('/decisions', 'ada', {
      ...decision,
      ...wrong,
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain(field);
  });

  it('asks for attention to a review that is overdue', async () => {
    const { id } = await enter({ reviewOn: '2026-02-01' });
    const { body } = await ask('/attention?limit=100', 'ben');
    expect(
      body.items.filter(({ subject }: any) => subject === 'decisions'),
    ).toMatchObject([
      { kind: 'decision-review-overdue', values: { decisionId: id } },
    ]);
    const due = await ask('/decisions?reviewDue=true', 'ben');
    expect(due.body.items).toMatchObject([{ id, reviewOverdue: true }]);
  });

  it('lets agents ask the same', async () => {
    const act = async (name: string, input: object) => {
      const { body } = await request(engine.server)
        .post(
          `/api/opmodel/.backstage/actions/v1/actions/opmodel:${name}/invoke`,
        )
        .set('authorization', headers.ben)
        .send(input);
      return body.output;
    };
    const { escalation } = await act('get-escalation-path', {
      entityRef: 'Component:default/checkout',
      severity: 'sev1',
    });
    expect(escalation).toMatchObject({ source: 'document' });
    const { decisions, total } = await act('list-decisions', {
      text: 'ledger',
    });
    expect(total).toBe(1);
    expect(decisions[0]).toMatchObject({ title: 'Keep the ledger' });
    expect(decisions[0]).not.toHaveProperty('versions');
  });
});

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
import { createResponseValidator } from '../testing/createResponseValidator';
import { restrictedServiceHeader } from '../testing/startBackend';
import { startEngine } from '../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(120_000);

const entity = (
  kind: string,
  name: string,
  spec: Record<string, unknown>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: spec as Entity['spec'],
});
const component = (name: string, owner: string) =>
  entity('Component', name, {
    type: 'service',
    lifecycle: 'production',
    owner,
    system: 'selling',
  });
const entities = [
  entity('Group', 'shop', { type: 'team', children: [] }),
  entity('Group', 'guards', { type: 'team', children: [] }),
  entity('System', 'selling', { owner: 'shop' }),
  component('checkout', 'shop'),
  component('vault', 'guards'),
];

/**
 * All may read all, but cyd does not see the vault and nobody sees nothing. Ada may correct what her group owns, the chief and cyd
 * everything that they see.
 */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (name === 'nobody') {
      return { result: AuthorizeResult.DENY };
    }
    if (!isResourcePermission(permission, 'catalog-entity')) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (permission.name === 'opmodel.dora.correct') {
      if (name === 'ada') {
        return createCatalogConditionalDecision(
          permission,
          catalogConditions.isEntityOwner({ claims: ['group:default/shop'] }),
        );
      }
      return {
        result:
          name === 'chief' || name === 'cyd'
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      };
    }
    return name === 'cyd'
      ? createCatalogConditionalDecision(permission, {
          not: catalogConditions.hasMetadata({ key: 'name', value: 'vault' }),
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const headers: Record<string, string> = {
  ...Object.fromEntries(
    ['ada', 'ben', 'chief', 'cyd', 'nobody'].map(name => [
      name,
      mockCredentials.user.header(`user:default/${name}`),
    ]),
  ),
  service: mockCredentials.service.header(),
  token: restrictedServiceHeader(['opmodel.dora.read']),
  anonymous: mockCredentials.none.header(),
};

const checkout = '/entities/component/default/checkout/dora';
const vault = '/entities/component/default/vault/dora';
const selling = '/entities/system/default/selling/dora';
const shop = '/entities/group/default/shop/dora';
const daysAgo = (days: number) =>
  DateTime.utc().minus({ days }).startOf('day').toISO()!;

const failed = {
  kind: 'deployment_failed',
  deployment: { source: 'https://ci.example.com', id: 'checkout-d5' },
  failed: true,
  reason: 'Rolled back by hand',
};
const doubt = {
  metric: 'change-fail-rate',
  from: daysAgo(30).slice(0, 10),
  to: daysAgo(1).slice(0, 10),
  reason: 'Two of these were drills',
};

describe('corrections and disputes behind HTTP', () => {
  const validate = createResponseValidator();
  const success = jest.fn();
  const fail = jest.fn();
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => ({ success, fail })),
  });
  let engine: Awaited<ReturnType<typeof startEngine>>;

  async function ask(path: string, caller: string, body?: object) {
    const url = `/api/opmodel${path}`;
    const sent = body
      ? request(engine.server).post(url).send(body)
      : request(engine.server).get(url);
    const response = await sent.set('authorization', headers[caller]);
    if (caller !== 'anonymous') {
      validate(body ? 'post' : 'get', path, response);
    }
    return response;
  }

  async function succeed(path: string, caller: string, body?: object) {
    const response = await ask(path, caller, body);
    expect([path, response.body.error?.message]).toEqual([path, undefined]);
    return response.body;
  }

  /** What an action tells ben of the last days of the component. */
  async function act(name: string, input: object = {}) {
    const { body } = await request(engine.server)
      .post(`/api/opmodel/.backstage/actions/v1/actions/opmodel:${name}/invoke`)
      .set('authorization', headers.ben)
      .send({
        entityRef: 'component:default/checkout',
        window: 'P30D',
        ...input,
      });
    return body.output;
  }

  beforeAll(async () => {
    engine = await startEngine({
      policy,
      entities,
      features: [auditor.factory],
    });
    for (let attempt = 0; attempt < 120; attempt += 1) {
      await engine.runTask('opmodel-catalog-snapshot');
      const { body } = await ask('/overview', 'chief');
      if (body.catalog.components === 2 && body.catalog.systems === 1) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 500));
    }
    const deployments = ['checkout', 'vault'].flatMap(name =>
      [1, 3, 5, 8, 13, 21].map(days => ({
        source: 'https://ci.example.com',
        id: `${name}-d${days}`,
        entityRef: `component:default/${name}`,
        environment: 'production',
        finishedAt: daysAgo(days),
      })),
    );
    await succeed('/deployments', 'chief', { items: deployments });
    await engine.runTask('opmodel-dora-calculation');
    auditor.createEvent.mockClear();
    success.mockClear();
  });

  afterAll(async () => {
    await engine?.stop();
  });

  it('lets who may correct, and tells all others why not', async () => {
    const answers: Record<string, number[]> = {};
    for (const caller of Object.keys(headers)) {
      answers[caller] = [];
      for (const [path, id] of [
        [checkout, 'checkout-d5'],
        [vault, 'vault-d5'],
      ]) {
        const { status } = await ask(`${path}/corrections`, caller, {
          ...failed,
          deployment: { ...failed.deployment, id },
        });
        answers[caller].push(status);
      }
    }
    expect(answers).toEqual({
      ada: [201, 403],
      ben: [403, 403],
      chief: [201, 201],
      cyd: [201, 404],
      nobody: [403, 403],
      service: [403, 403],
      token: [403, 403],
      anonymous: [401, 401],
    });
    const { body } = await ask(`${checkout}/corrections`, 'service', failed);
    expect(body.error.message).toContain('Only people correct facts');
  });

  it('shows corrections to all who read the component, and what each may do about them', async () => {
    for (const [caller, mayCorrect] of [
      ['ada', true],
      ['ben', false],
      ['token', false],
    ] as const) {
      const page = await succeed(`${checkout}/corrections`, caller);
      expect(page).toMatchObject({
        totalItems: 3,
        mayCorrect,
        items: [
          { decidedBy: 'user:default/cyd', state: 'active' },
          { decidedBy: 'user:default/chief', state: 'superseded' },
          { decidedBy: 'user:default/ada', state: 'superseded' },
        ],
      });
      expect(page.items.map(({ mayUndo }: any) => mayUndo)).toEqual([
        mayCorrect,
        mayCorrect,
        mayCorrect,
      ]);
    }
  });

  it('takes corrections back for who may correct, once', async () => {
    const { items } = await succeed(`${checkout}/corrections?limit=1`, 'ben');
    const undo = `${checkout}/corrections/${items[0].id}/undo`;
    const body = { reason: 'It was the other release' };
    expect((await ask(undo, 'ben', body)).status).toBe(403);
    expect((await ask(undo, 'service', body)).status).toBe(403);
    expect(await succeed(undo, 'ada', body)).toMatchObject({
      state: 'undone',
      undoneBy: 'user:default/ada',
      undoReason: 'It was the other release',
    });
    expect((await ask(undo, 'chief', body)).status).toBe(409);
    const elsewhere = undo.replace('checkout', 'vault');
    expect((await ask(elsewhere, 'chief', body)).status).toBe(404);
  });

  it('tells the auditor of every decision, and of every attempt', async () => {
    auditor.createEvent.mockClear();
    success.mockClear();
    fail.mockClear();
    const { id } = await succeed(`${checkout}/corrections`, 'ada', failed);
    await succeed(`${checkout}/corrections/${id}/undo`, 'ada', {
      reason: 'A trial',
    });
    await ask(`${vault}/corrections`, 'ada', failed);
    const entityRef = 'component:default/checkout';
    expect(
      auditor.createEvent.mock.calls.map(
        ([{ eventId, severityLevel, meta }]) => [eventId, severityLevel, meta],
      ),
    ).toEqual([
      [
        'dora-correction-create',
        'medium',
        { entityRef, kind: 'deployment_failed' },
      ],
      ['dora-correction-undo', 'medium', { entityRef, correctionId: id }],
      [
        'dora-correction-create',
        'medium',
        { entityRef: 'component:default/vault', kind: 'deployment_failed' },
      ],
    ]);
    expect(success.mock.calls).toEqual([
      [{ meta: { correctionId: id } }],
      [{ meta: { kind: 'deployment_failed' } }],
    ]);
    expect(fail).toHaveBeenCalledTimes(1);
  });

  it('names the field of a body that is wrong', async () => {
    for (const [body, field] of [
      [{ ...failed, kind: 'other' }, 'kind'],
      [{ ...failed, reason: '' }, 'reason'],
      [{ ...failed, reason: 'x'.repeat(2001) }, 'reason'],
      [{ ...failed, deployment: { source: 'ci' } }, 'id'],
      [{ ...failed, failed: 'yes' }, 'failed'],
      [{ ...failed, unknown: 1 }, 'unknown'],
      [{ ...failed, planned: true }, 'planned'],
      [
        {
          ...failed,
          deployment: { source: 'https://ci.example.com', id: 'x' },
        },
        'deployment',
      ],
      // A record of another component.
      [
        { ...failed, deployment: { ...failed.deployment, id: 'vault-d5' } },
        'deployment',
      ],
    ] as const) {
      const response = await ask(`${checkout}/corrections`, 'ada', body);
      expect([response.status, response.body.error.message]).toEqual([
        400,
        expect.stringContaining(field),
      ]);
    }
    const onSystem = await ask(`${selling}/corrections`, 'chief', failed);
    expect([onSystem.status, onSystem.body.error.message]).toEqual([
      400,
      expect.stringContaining('correct the component'),
    ]);
    for (const [body, field] of [
      [{ ...doubt, metric: 'velocity' }, 'metric'],
      [{ ...doubt, to: '2999-01-01' }, 'to'],
      [{ ...doubt, from: '2026-02-30' }, 'from'],
      [{ ...doubt, reason: ' ' }, 'reason'],
      [{ ...doubt, profile: 'own' }, 'profile'],
    ] as const) {
      const response = await ask(`${checkout}/disputes`, 'ben', body);
      expect([response.status, response.body.error.message]).toEqual([
        400,
        expect.stringContaining(field),
      ]);
    }
  });

  it('computes the numbers again after a correction, and back after it is taken back', async () => {
    const rate = async () => {
      await engine.runTask('opmodel-dora-calculation');
      const { changeFailRate } = await succeed(
        `${checkout}?window=P30D`,
        'ben',
      );
      return [changeFailRate.numerator, changeFailRate.denominator];
    };
    const { items } = await succeed(`${checkout}/corrections`, 'ada');
    for (const { id, undoneAt } of items) {
      if (undoneAt === null) {
        await succeed(`${checkout}/corrections/${id}/undo`, 'ada', {
          reason: 'From the start',
        });
      }
    }
    expect(await rate()).toEqual([0, 6]);
    const { id } = await succeed(`${checkout}/corrections`, 'ada', failed);
    expect(await rate()).toEqual([1, 6]);
    expect(await act('list-failed-deployments')).toMatchObject({
      total: 1,
      deployments: [
        {
          id: 'checkout-d5',
          failed: true,
          failures: [{ kind: 'person', decidedBy: 'user:default/ada' }],
        },
      ],
    });
    expect(
      await act('explain-dora-metric', { metric: 'change-fail-rate' }),
    ).toMatchObject({
      explanation: { metric: 'change-fail-rate', n: 6 },
    });
    expect(
      await act('get-dora-metrics', { profile: 'devlake', edition: '2023' }),
    ).toMatchObject({
      report: {
        definition: { id: 'devlake' },
        edition: '2023',
        changeFailRate: { denominator: 6 },
      },
    });
    await succeed(`${checkout}/corrections/${id}/undo`, 'ada', {
      reason: 'It had not failed',
    });
    expect(await rate()).toEqual([0, 6]);
  });

  describe('disputes', () => {
    const idOf: Record<string, string> = {};

    it('are opened by people who see the number', async () => {
      const answers: Record<string, number[]> = {};
      for (const caller of Object.keys(headers)) {
        answers[caller] = [];
        for (const scope of [checkout, vault, selling, shop]) {
          const { status, body } = await ask(
            `${scope}/disputes`,
            caller,
            doubt,
          );
          idOf[`${caller} ${scope}`] = body.id;
          answers[caller].push(status);
        }
      }
      expect(answers).toEqual({
        ada: [201, 201, 201, 201],
        ben: [201, 201, 201, 201],
        chief: [201, 201, 201, 201],
        cyd: [201, 404, 201, 201],
        nobody: [403, 403, 403, 403],
        service: [403, 403, 403, 403],
        token: [403, 403, 403, 403],
        anonymous: [401, 401, 401, 401],
      });
      const again = await ask(`${checkout}/disputes`, 'ben', doubt);
      expect([again.status, again.body.error.message]).toEqual([
        409,
        expect.stringContaining(idOf[`ben ${checkout}`]),
      ]);
    });

    it('are listed as far as the caller sees their scope, with the number as far as he may know it', async () => {
      const totals: Record<string, number[]> = {};
      for (const caller of ['ben', 'cyd', 'token']) {
        totals[caller] = [];
        for (const path of [
          '/dora/disputes?limit=100',
          '/dora/disputes?owner=group:default/shop',
          '/dora/disputes?owner=group:default/guards',
          '/dora/disputes?state=accepted',
          `${selling}/disputes`,
        ]) {
          const page = await succeed(path, caller);
          expect(page.items).toHaveLength(page.totalItems);
          totals[caller].push(page.totalItems);
        }
      }
      expect(totals).toEqual({
        ben: [15, 12, 3, 0, 4],
        cyd: [12, 12, 0, 0, 4],
        token: [15, 12, 3, 0, 4],
      });
      const seenBy = async (caller: string) =>
        Object.fromEntries(
          (await succeed(`${selling}/disputes`, caller)).items.map(
            ({ openedBy, value }: any) => [openedBy.split('/')[1], value],
          ),
        );
      expect(await seenBy('cyd')).toEqual({
        ada: null,
        ben: null,
        chief: null,
        cyd: 0,
      });
      expect(Object.values(await seenBy('ben'))).not.toContain(null);
      const hidden = await ask(`${vault}/disputes`, 'cyd');
      const unknown = await ask(
        `${vault.replace('vault', 'x')}/disputes`,
        'cyd',
      );
      expect([hidden.status, unknown.status]).toEqual([404, 404]);
    });

    it('are answered by who may correct the scope, never by who opened them', async () => {
      const answer = { verdict: 'accepted', answer: 'True: they were drills' };
      const statusOf = async (caller: string, scope: string, opener: string) =>
        (
          await ask(
            `${scope}/disputes/${idOf[`${opener} ${scope}`]}/answer`,
            caller,
            answer,
          )
        ).status;
      expect(await statusOf('ben', checkout, 'ada')).toBe(403);
      expect(await statusOf('service', checkout, 'ben')).toBe(403);
      expect(await statusOf('nobody', checkout, 'ben')).toBe(403);
      expect(await statusOf('ada', checkout, 'ada')).toBe(403);
      expect(await statusOf('ada', vault, 'ben')).toBe(403);
      expect(await statusOf('cyd', vault, 'ben')).toBe(404);
      expect(await statusOf('ada', checkout, 'ben')).toBe(200);
      expect(await statusOf('chief', checkout, 'ben')).toBe(409);
      expect(await statusOf('ada', selling, 'ben')).toBe(200);
      expect(await statusOf('chief', vault, 'ben')).toBe(200);
      const page = await succeed('/dora/disputes?state=accepted', 'cyd');
      expect(page.items.map(({ answeredBy }: any) => answeredBy)).toEqual([
        'user:default/ada',
        'user:default/ada',
      ]);
    });

    it('are withdrawn by who opened them', async () => {
      const withdraw = (caller: string) =>
        ask(
          `${checkout}/disputes/${idOf[`cyd ${checkout}`]}/withdraw`,
          caller,
          {},
        );
      expect((await withdraw('ada')).status).toBe(403);
      expect((await withdraw('service')).status).toBe(403);
      // As a browser sends what says nothing more.
      const bare = await request(engine.server)
        .post(
          `/api/opmodel${checkout}/disputes/${
            idOf[`cyd ${checkout}`]
          }/withdraw`,
        )
        .set('authorization', headers.cyd);
      expect([bare.status, bare.body.state]).toEqual([200, 'withdrawn']);
      expect((await withdraw('cyd')).status).toBe(409);
    });

    it('ask their owners for attention while they are open', async () => {
      const kinds = async (path: string, caller: string) =>
        (await succeed(path, caller)).items.filter(
          ({ kind }: any) => kind === 'dispute-open',
        ).length;
      const all = '/attention?limit=100';
      // 15 were opened, three answered and one withdrawn.
      expect(await kinds(all, 'ben')).toBe(11);
      expect(await kinds(all, 'cyd')).toBe(9);
      expect(await kinds(`${all}&owner=group:default/guards`, 'ben')).toBe(2);
      expect(await kinds(`${all}&owner=group:default/guards`, 'cyd')).toBe(0);
    });

    it('are marked at the number that they are about', async () => {
      const { contexts } = await succeed(checkout, 'ben');
      expect(
        contexts
          .filter(({ openDisputes }: any) => openDisputes > 0)
          .map(({ metric, openDisputes }: any) => [metric, openDisputes]),
      ).toEqual([['change-fail-rate', 2]]);
    });
  });
});

import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { openSloInCatalog } from '../../testing/openSloInCatalog';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(240_000);

const entity = (kind: string, name: string, spec: object): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: spec as Entity['spec'],
});

const service = (name: string) =>
  entity('Component', name, {
    type: 'service',
    lifecycle: 'production',
    owner: 'shop',
  });

function register(name: string, items: unknown, title?: string): Entity {
  const { metadata, ...document } = entity('TechDebtRegister', name, {
    owner: 'shop',
    appliesTo: ['cart'],
    items,
  });
  return {
    ...document,
    apiVersion: 'opmodel.io/v1alpha1',
    metadata: { ...metadata, ...(title !== undefined && { title }) },
  };
}

const wrongItems = Array.from({ length: 25 }, (_, at) => ({
  name: `wrong-${at + 1}`,
  title: 'Impact beyond the scale',
  estimate: { impact: 9 },
}));

const entities = [
  entity('Group', 'shop', { type: 'team', children: [] }),
  service('cart'),
  service('vault'),
  register(
    'checkout',
    [
      {
        name: 'old-runtime',
        title: 'Old runtime',
        severity: 'high',
        estimate: { principalDays: 5 },
      },
      { name: 'lock', title: 'Weak lock', entityRefs: ['vault'] },
      { name: 'gone', title: 'Of what is gone', entityRefs: ['vaulu'] },
      { name: 'impact', title: 'Too much', estimate: { impact: 9 } },
    ],
    'Checkout and what it owes',
  ),
  register('many', wrongItems),
  register('nonsense', 'nothing that is a list'),
  register('secret', [{ name: 'hidden', title: 'Nobody knows' }]),
];

const hidden = ['vault', 'secret'];

/** Only the guard sees what is hidden; the mute reads no debt at all. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (name === 'mute' && permission.name === 'opmodel.tech-debt.read') {
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

/** A catalog that a test adds documents to. */
let writing: EntityProviderConnection;
const writtenDocuments = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'test-written-documents',
  register(env) {
    env.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addEntityProvider({
          getProviderName: () => 'written-documents',
          async connect(connection) {
            writing = connection;
          },
        });
      },
    });
  },
});
const location = 'url:https://git.example.com/shop/debt.yaml';

const d = (name: string) => `techdebtregister:default/${name}`;

describe('documents that keep debt, behind HTTP', () => {
  const validate = createResponseValidator();
  let engine: Awaited<ReturnType<typeof startEngine>>;

  async function send(
    path: string,
    {
      as = 'ada',
      status = 200,
      method = 'get' as 'get' | 'patch' | 'post',
      body = undefined as object | undefined,
    } = {},
  ) {
    const response = await request(engine.server)
      [method](`/api/opmodel${path}`)
      .set('authorization', mockCredentials.user.header(`user:default/${as}`))
      .send(body);
    expect([path, response.status, response.body]).toEqual([
      path,
      status,
      expect.anything(),
    ]);
    validate(method, path, response);
    return response.body;
  }
  const documents = async (as?: string) =>
    (await send('/tech-debt/documents', { as })).items;
  const documentOf = async (name: string, as?: string) =>
    (await documents(as)).find(
      ({ entityRef }: { entityRef: string }) => entityRef === d(name),
    );

  beforeAll(async () => {
    engine = await startEngine({
      policy,
      entities,
      features: [openSloInCatalog, writtenDocuments],
      config: {
        opmodel: {
          snapshot: { schedule: { frequency: 'PT10M', timeout: 'PT5M' } },
        },
      },
    });
    await scanUntil(engine, async () => {
      const kept = await engine.knex('tech_debt_documents').pluck('ref');
      const there = await engine.knex('entities').pluck('name');
      return (
        kept.length === 4 &&
        entities.every(({ metadata }) => there.includes(metadata.name))
      );
    });
    // What a document names may have come into the catalog after it.
    await engine.runTask('opmodel-catalog-snapshot');
  });

  afterAll(() => engine.stop());

  it('become items of the register, which are changed in the document alone', async () => {
    const { items } = await send(
      '/tech-debt/items?entity=component:default/cart&text=runtime',
    );
    expect(items).toMatchObject([
      {
        title: 'Old runtime',
        ownerRef: 'group:default/shop',
        severity: 'high',
        estimate: { principalDays: 5 },
        status: 'open',
        reportedBy: 'opmodel',
        origin: { type: 'document', ref: `${d('checkout')}#old-runtime` },
        may: { change: false, delete: false },
      },
    ]);
    const [{ id, version }] = items;
    const { error } = await send(`/tech-debt/items/${id}`, {
      method: 'patch',
      status: 409,
      body: { version, title: 'By hand' },
    });
    expect(error.message).toContain(d('checkout'));
    // What it hangs on is seen, and the document that keeps it is not.
    const secret = await send('/tech-debt/items?text=Nobody');
    expect(secret.items).toMatchObject([{ may: { change: false } }]);
    expect(secret.items[0].origin).toEqual({ type: 'document' });
  });

  it('are listed with what became of them', async () => {
    expect(await documentOf('checkout', 'guard')).toEqual({
      entityRef: d('checkout'),
      title: 'Checkout and what it owes',
      keptAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      items: 2,
      problems: [
        {
          row: 3,
          name: 'gone',
          field: 'entityRefs[0]',
          message: expect.stringContaining('component:default/vaulu'),
        },
        {
          row: 4,
          name: 'impact',
          field: 'estimate.impact',
          message: expect.stringContaining('5'),
        },
      ],
      moreProblems: false,
    });
    expect(await documentOf('nonsense')).toMatchObject({
      title: 'nonsense',
      items: 0,
      problems: [{ row: null, name: null, field: 'spec.items' }],
    });
    const many = await documentOf('many');
    expect(many).toMatchObject({ items: 0, moreProblems: true });
    expect(many.problems.map(({ row }: { row: number }) => row)).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
  });

  it('tell hidden from unknown in no way, and are themselves only seen by who may', async () => {
    const own = await documentOf('checkout');
    expect(own.items).toBe(1);
    const [lock, gone, impact] = own.problems;
    expect(lock).toMatchObject({ row: 2, name: 'lock' });
    expect(gone).toEqual({ ...lock, row: 3, name: 'gone' });
    expect(impact).toMatchObject({ row: 4, field: 'estimate.impact' });
    const refsOf = async (as?: string) =>
      (await documents(as)).map(
        ({ entityRef }: { entityRef: string }) => entityRef,
      );
    const seen = ['checkout', 'many', 'nonsense'].map(d);
    expect(await refsOf()).toEqual(seen);
    expect(await refsOf('guard')).toEqual([...seen, d('secret')]);
    await send('/tech-debt/documents', { as: 'mute', status: 403 });
  });

  it('come a page at a time', async () => {
    const first = await send('/tech-debt/documents?limit=2');
    expect(first.items).toHaveLength(2);
    expect(first.totalItems).toBe(3);
    const rest = await send(
      `/tech-debt/documents?limit=2&cursor=${first.nextCursor}`,
    );
    expect(rest).toMatchObject({
      items: [{ entityRef: d('nonsense') }],
      nextCursor: null,
    });
    for (const query of ['limit=21', 'cursor=forged']) {
      const { error } = await send(`/tech-debt/documents?${query}`, {
        status: 400,
      });
      expect(error.message).toContain(query.split('=')[0]);
    }
  });

  it('leave to people what they no longer name, as people leave it', async () => {
    const movers = async () =>
      (await send('/tech-debt/items?text=mover&sort=title')).items;
    const titles = async () =>
      (await movers()).map(
        ({ title, status }: { title: string; status: string }) =>
          `${title}: ${status}`,
      );
    let written = 0;
    const write = async (names: readonly string[], isThere: string[]) => {
      written += 1;
      const title = `As written for the ${written}. time`;
      const items = names.map(name => ({
        name,
        title: `The mover ${name}`,
        status: 'planned',
      }));
      const document = register('moving', items, title);
      document.metadata.annotations = {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      };
      const before = Date.now();
      await writing.applyMutation({
        type: 'full',
        entities: [{ entity: document }],
      });
      await scanUntil(engine, async () => {
        const told = await documentOf('moving');
        return told?.title === title && Date.parse(told.keptAt) >= before;
      });
      expect(await titles()).toEqual(isThere);
    };
    await write(['a', 'b'], ['The mover a: planned', 'The mover b: planned']);
    await write(['a'], ['The mover a: planned', 'The mover b: resolved']);
    const [, left] = await movers();
    expect(left).toMatchObject({
      origin: { type: 'document', leftAt: expect.any(String) },
      may: { change: true, delete: true, deeds: ['reopen'] },
    });
    const open = await send(`/tech-debt/items/${left.id}/status`, {
      method: 'post',
      body: { version: left.version, deed: 'reopen' },
    });
    await send(`/tech-debt/items/${left.id}`, {
      method: 'patch',
      body: { version: open.version, title: 'The mover by hand' },
    });
    const byHand = ['The mover a: planned', 'The mover by hand: open'];
    await write(['a'], byHand);
    await write(['a'], byHand);
    expect(await documentOf('moving')).toMatchObject({ items: 1 });
    await write(['a', 'b'], ['The mover a: planned', 'The mover b: planned']);
  });
});

import { mockCredentials } from '@backstage/backend-test-utils';
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
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';

const entity = (kind: string, name: string, spec: object) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: { type: kind === 'Group' ? 'team' : 'service', ...spec },
});
const component = (name: string) =>
  entity('Component', name, { lifecycle: 'production', owner: 'shop' });

const entities = [
  entity('Group', 'shop', { children: [] }),
  entity('Group', 'quiet', { children: [] }),
  component('checkout'),
  component('vault'),
];

/** Only the guard sees the vault; the outsider may read no flow. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const ref = user?.info.userEntityRef;
    if (
      ref === 'user:default/outsider' &&
      permission.name === 'opmodel.flow.read'
    ) {
      return { result: AuthorizeResult.DENY };
    }
    return isResourcePermission(permission, 'catalog-entity') &&
      ref !== 'user:default/guard'
      ? createCatalogConditionalDecision(permission, {
          not: catalogConditions.hasMetadata({ key: 'name', value: 'vault' }),
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const config = {
  opmodel: {
    flow: {
      allocation: {
        agreements: [
          {
            scope: 'group:default/shop',
            from: '2020-01-01',
            split: { feature: 75, debt: 25 },
            note: 'Pay back first',
          },
        ],
      },
    },
  },
};

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(120_000);

const validate = createResponseValidator();

describe('the capacity for debt behind HTTP', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;

  /** A request whose answer must be what the API's description says. */
  async function get(query: string, status = 200, user = 'guest') {
    const path = `/tech-debt/capacity?window=P30D&ownership=now&${query}`;
    const response = await request(engine.server)
      .get(`/api/opmodel${path}`)
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${user}`),
      );
    expect([path, response.status]).toEqual([path, status]);
    validate('get', path, response);
    return response.body;
  }

  beforeAll(async () => {
    engine = await startEngine({ policy, entities, config });
    await scanUntil(engine, async () => {
      const counted = await engine
        .knex('entities')
        .whereNull('removed_at')
        .count({ n: '*' })
        .first();
      return Number(counted?.n) === entities.length;
    });
    const at = (daysAgo: number) =>
      DateTime.utc().minus({ days: daysAgo }).startOf('day').toISO()!;
    const completed = [
      ...Array.from({ length: 9 }, () => ['checkout', 'feature']),
      ['checkout', 'debt'],
      ...Array.from({ length: 10 }, () => ['vault', 'debt']),
    ];
    await request(engine.server)
      .post('/api/opmodel/work-items')
      .set('authorization', mockCredentials.user.header('user:default/guard'))
      .send({
        items: completed.map(([name, category], index) => ({
          source: 'urn:example:tracker',
          id: `item-${index}`,
          entityRef: `component:default/${name}`,
          title: `Item ${index}`,
          category,
          time: at(12),
          createdAt: at(12),
          startedAt: at(10),
          completedAt: at(8),
        })),
      })
      .expect(200);
    await engine.runTask('opmodel-flow-calculation');
  });

  afterAll(() => engine.stop());

  it('lays what a group spent on debt beside what it agreed on, of what the caller may see', async () => {
    expect(await get('scope=group:default/shop')).toMatchObject({
      scope: { ref: 'group:default/shop', title: 'shop' },
      window: { days: 30, zone: 'UTC' },
      unit: 'items',
      noDataBecause: null,
      agreement: { scopeRef: 'group:default/shop', note: 'Pay back first' },
      current: {
        basis: 'agreed',
        agreedShare: 0.25,
        spentShare: 0.1,
        spent: 1,
        agreed: 2.5,
        classified: 10,
      },
    });
    const whole = await get('scope=group:default/shop', 200, 'guard');
    expect(whole.current).toMatchObject({ spent: 11, classified: 20 });
  });

  it('says of a scope without work that nothing is known, and of everything that nobody agreed', async () => {
    expect(await get('scope=group:default/quiet')).toMatchObject({
      noDataBecause: 'nothing_completed',
      agreement: null,
      current: { basis: 'default', spentShare: null, delta: null },
    });
    expect(await get('')).toMatchObject({
      scope: null,
      agreement: null,
      current: { basis: 'default', spentShare: 0.1 },
    });
  });

  it('tells of a hidden scope as of one that there is not', async () => {
    const messageOf = async (name: string) => {
      const { error } = await get(`scope=component:default/${name}`, 404);
      return error.message.replace(name, '?');
    };
    expect(await messageOf('vault')).toBe(await messageOf('nothing'));
  });

  it('takes the permission to read flow', async () => {
    const { error } = await get('', 403, 'outsider');
    expect(error.message).toBe('Reading flow metrics is not allowed');
  });

  it('names the field of what is asked wrongly', async () => {
    const { error } = await get('scope=', 400);
    expect(error.message).toContain('scope');
  });
});

import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { openSloInCatalog } from '../../testing/openSloInCatalog';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(240_000);

const entity = (
  kind: string,
  name: string,
  spec: object,
  apiVersion = 'backstage.io/v1alpha1',
): Entity => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'default' },
  spec: spec as Entity['spec'],
});

const component = (name: string) =>
  entity('Component', name, {
    type: 'service',
    lifecycle: 'production',
    owner: 'shop',
  });

const paid = entity(
  'Scorecard',
  'paid',
  {
    title: 'Owes nothing',
    owner: 'group:default/shop',
    filter: 'catalog.kind == "component"',
    levels: [{ name: 'Met', rank: 1 }],
    checks: [
      {
        id: 'free',
        name: 'Owes nothing',
        level: 'Met',
        expression: 'techDebt.owed == 0',
      },
    ],
  },
  'opmodel.io/v1alpha1',
);

describe('debt that is filed after the provider of facts was asked', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;

  async function ask(path: string, body?: object) {
    const url = `/api/opmodel${path}`;
    const sent = body
      ? request(engine.server).post(url).send(body)
      : request(engine.server).get(url);
    return sent.set(
      'authorization',
      mockCredentials.user.header('user:default/ada'),
    );
  }

  async function stateOf(name: string): Promise<string> {
    const { body } = await ask(
      `/entities/component/default/${name}/scorecards`,
    );
    return body.scorecards?.[0]?.checks[0].state;
  }

  beforeAll(async () => {
    engine = await startEngine({
      policy: { handle: async () => ({ result: AuthorizeResult.ALLOW }) },
      features: [openSloInCatalog],
      entities: [
        entity('Group', 'shop', { type: 'team', children: [] }),
        component('cart'),
        component('desk'),
        component('quiet'),
        paid,
      ],
    });
    await scanUntil(engine, async () => {
      const { body } = await ask('/scorecards/summary');
      return body.entities === 4 && body.scorecards.length === 1;
    });
    await engine.runTask('opmodel-scorecards-facts');
    await engine.runTask('opmodel-scorecards-evaluation');
  });

  afterAll(() => engine.stop());

  it('is told, and judged, without waiting for the next run', async () => {
    const names = ['cart', 'desk', 'quiet'];
    const states = () => Promise.all(names.map(stateOf));
    expect(await states()).toEqual(['passed', 'passed', 'passed']);

    const filed = await ask('/tech-debt/items', {
      title: 'Old queue',
      entityRefs: ['component:default/cart'],
    });
    expect(filed.status).toBe(201);
    const imported = await ask('/tech-debt/imports', {
      format: 'json',
      text: JSON.stringify([
        { title: 'Old desk', entityRefs: ['component:default/desk'] },
      ]),
    });
    expect(imported.body.counts).toMatchObject({ created: 1 });
    // Nobody is due for an hour.
    await engine.runTask('opmodel-scorecards-facts');
    expect(await states()).toEqual(['passed', 'passed', 'passed']);

    await engine.runTask('opmodel-scorecards-figures');
    expect(await states()).toEqual(['failed', 'failed', 'passed']);
  });
});

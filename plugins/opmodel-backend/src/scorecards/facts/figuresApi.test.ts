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

const delivers = entity(
  'Scorecard',
  'delivers',
  {
    title: 'Delivers',
    owner: 'group:default/shop',
    filter: 'catalog.kind == "component"',
    levels: [{ name: 'Met', rank: 1 }],
    checks: [
      {
        id: 'deployed',
        name: 'Is deployed',
        level: 'Met',
        expression: 'dora.deployments > 0',
      },
      {
        id: 'flows',
        name: 'Completes work',
        level: 'Met',
        expression: 'flow.completed > 0',
      },
    ],
  },
  'opmodel.io/v1alpha1',
);

describe('figures that come after the providers were asked', () => {
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

  /** States of the checks of a component, by id. */
  async function statesOf(name: string): Promise<Record<string, string>> {
    const path = `/entities/component/default/${name}/scorecards`;
    const { body } = await ask(path);
    const checks: { checkId: string; state: string }[] =
      body.scorecards?.[0]?.checks ?? [];
    return Object.fromEntries(
      checks.map(({ checkId, state }) => [checkId, state]),
    );
  }

  beforeAll(async () => {
    engine = await startEngine({
      policy: { handle: async () => ({ result: AuthorizeResult.ALLOW }) },
      features: [openSloInCatalog],
      entities: [
        entity('Group', 'shop', { type: 'team', children: [] }),
        component('cart'),
        component('quiet'),
        delivers,
      ],
      config: {
        catalog: {
          locations: [],
          processingInterval: '1s',
          rules: [{ allow: ['Component', 'Group', 'Location', 'Scorecard'] }],
        },
      },
    });
    await scanUntil(engine, async () => {
      const { body } = await ask('/scorecards/summary');
      return body.entities === 3 && body.scorecards.length === 1;
    });
    await engine.runTask('opmodel-scorecards-facts');
    await engine.runTask('opmodel-scorecards-evaluation');
  });

  afterAll(() => engine.stop());

  it('are told, and judged, without waiting for the next run', async () => {
    const nothingYet = { deployed: 'not_reported', flows: 'not_reported' };
    expect(await statesOf('cart')).toEqual(nothingYet);

    const finishedAt = new Date(Date.now() - 86_400_000).toISOString();
    const sent = await ask('/deployments', {
      items: [
        {
          source: 'https://ci.example.com',
          id: 'd1',
          entityRef: 'component:default/cart',
          environment: 'production',
          version: '1.0.0',
          finishedAt,
        },
      ],
    });
    expect(sent.body.items).toMatchObject([{ status: 'accepted' }]);
    await engine.runTask('opmodel-dora-calculation');
    // Nobody is due for an hour.
    await engine.runTask('opmodel-scorecards-facts');
    expect(await statesOf('cart')).toEqual(nothingYet);

    await engine.runTask('opmodel-scorecards-figures');
    expect(await statesOf('cart')).toEqual({
      deployed: 'passed',
      flows: 'not_reported',
    });
    expect(await statesOf('quiet')).toEqual(nothingYet);
  });
});

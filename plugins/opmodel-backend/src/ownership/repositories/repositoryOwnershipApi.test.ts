import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  opmodelCollectorsExtensionPoint,
  opmodelOnCallProvidersExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import request from 'supertest';
import { collectorOf } from '../../testing/collectors';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { startEngine } from '../../testing/startEngine';

jest.setTimeout(120_000);

const entity = (
  kind: string,
  name: string,
  spec: Entity['spec'],
  annotations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', annotations },
  spec,
});

const validate = createResponseValidator();
const cart = '/entities/component/default/cart/ownership';

describe('what repositories and on-call systems say of owners, behind HTTP', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;

  beforeAll(async () => {
    const modules = createBackendModule({
      pluginId: 'opmodel',
      moduleId: 'test-sources',
      register(env) {
        env.registerInit({
          deps: {
            collectors: opmodelCollectorsExtensionPoint,
            onCall: opmodelOnCallProvidersExtensionPoint,
          },
          async init({ collectors, onCall }) {
            collectors.addCollector(
              collectorOf(async ({ ownership }) => {
                const teams = await ownership!.teamsOf([
                  'ADA@example.com',
                  'eve@example.org',
                ]);
                await ownership!.report([
                  {
                    entityRef: 'component:default/cart',
                    folder: null,
                    codeowners: {
                      path: 'CODEOWNERS',
                      rules: [
                        { pattern: '*', line: 1, owners: ['@acme/shop'] },
                      ],
                    },
                    from: Date.parse('2026-08-24T00:00:00Z'),
                    to: Date.parse('2026-11-22T00:00:00Z'),
                    commits: 25,
                    contributors: 1,
                    unassignedCommits: 5,
                    teams: (teams.get('ada@example.com') ?? []).map(
                      teamRef => ({ teamRef, commits: 20, contributors: 1 }),
                    ),
                  },
                ]);
              }),
            );
            onCall.addOnCallProvider({
              id: 'pager',
              title: 'Pager',
              annotation: 'pagerduty.com/service-id',
              read: async schedules =>
                new Map(
                  schedules.map(schedule => [
                    schedule,
                    {
                      entries: [
                        { level: 1, label: 'Ada', userRef: null, until: null },
                      ],
                      asOf: Date.now(),
                      url: null,
                    },
                  ]),
                ),
            });
          },
        });
      },
    });
    engine = await startEngine({
      policy: { handle: async () => ({ result: AuthorizeResult.ALLOW }) },
      entities: [
        entity('Group', 'shop', { type: 'team', children: [] }),
        entity('User', 'ada', {
          memberOf: ['shop'],
          profile: { email: 'Ada@Example.com' },
        }),
        entity(
          'Component',
          'cart',
          { type: 'service', lifecycle: 'production', owner: 'shop' },
          {
            'github.com/project-slug': 'acme/shop',
            'pagerduty.com/service-id': 'S1',
          },
        ),
      ],
      features: [modules],
    });
  });

  afterAll(() => engine.stop());

  it('stands in the report on an entity, and in the count of who knows it', async () => {
    const get = async (path: string) => {
      const response = await request(engine.server)
        .get(`/api/opmodel${path}`)
        .set('authorization', mockCredentials.user.header());
      return response;
    };
    // The catalog may need a moment to read the entities.
    for (let attempt = 0; attempt < 60; attempt++) {
      await engine.runTask('opmodel-catalog-snapshot');
      const { body } = await get(cart);
      if (body.owners?.[0]?.exists && body.owners[0].ref.startsWith('group:')) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 500));
    }
    await engine.runTask('opmodel-look-after-git');
    await engine.runTask('opmodel-ownership-on-call');
    const response = await get(cart);
    validate('get', cart, response);
    expect(response.body).toMatchObject({
      codeowners: {
        state: 'agrees',
        owners: [{ ref: 'group:default/shop', isCatalogOwner: true }],
      },
      suggestions: {
        state: 'known',
        items: [{ ownerRef: 'group:default/shop', share: 0.8 }],
        unassignedShare: 0.2,
      },
      onCall: {
        provider: 'Pager',
        state: 'known',
        entries: [{ label: 'Ada' }],
      },
    });
    const succession = await get('/ownership/succession');
    expect(succession.body.items).toMatchObject([
      {
        ref: 'component:default/cart',
        knowledgeOnOne: 1,
        onCallOnOne: true,
      },
    ]);
    expect(
      JSON.stringify(await engine.knex('repository_activity')).concat(
        JSON.stringify(await engine.knex('repository_ownership')),
      ),
    ).not.toMatch(/ada|eve@/i);
  });
});

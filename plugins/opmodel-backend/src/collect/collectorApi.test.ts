import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { opmodelCollectorsExtensionPoint } from '@opmodel/backstage-plugin-opmodel-node';
import request from 'supertest';
import { collectorOf, eventOf } from '../testing/collectors';
import { createResponseValidator } from '../testing/createResponseValidator';
import { startEngine } from '../testing/startEngine';

jest.setTimeout(120_000);

const validate = createResponseValidator();

describe('the collectors of an engine', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  let collect: jest.Mock;

  async function get(path: string, user: string = 'operator') {
    const response = await request(engine.server)
      .get(`/api/opmodel${path}`)
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${user}`),
      );
    validate('get', path, response);
    return response;
  }

  beforeAll(async () => {
    collect = jest.fn();
    engine = await startEngine({
      policy: {
        handle: async (_asked, user) => ({
          result:
            user?.info.userEntityRef === 'user:default/operator'
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        }),
      },
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: 'shop',
            namespace: 'default',
            annotations: { 'github.com/project-slug': 'acme/shop' },
          },
          spec: { type: 'service', lifecycle: 'production', owner: 'team' },
        },
      ],
      features: [
        createBackendModule({
          pluginId: 'opmodel',
          moduleId: 'test-collector',
          register(env) {
            env.registerInit({
              deps: { collectors: opmodelCollectorsExtensionPoint },
              async init({ collectors }) {
                collectors.addCollector(
                  collectorOf(context => collect(context)),
                );
              },
            });
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await engine.stop();
  });

  it('run what the first scan finds, and tell operators how it went', async () => {
    expect((await get('/health')).body.collectors).toMatchObject([
      { id: 'git', state: 'never', lagSeconds: null, budget: null },
    ]);
    collect.mockImplementation(
      async ({ emit, reportProgress, reportProblem }) => {
        await emit([eventOf('1')]);
        reportProblem({ subject: 'acme/shop', message: 'gone' });
        reportProgress({
          requests: 3,
          completeUntil: Date.now() - 60_000,
          budget: { limit: 5000, remaining: 4000, resetAt: Date.now() + 9_000 },
        });
      },
    );
    // The catalog may need a moment to read the entity.
    for (let scan = 0; scan < 60 && collect.mock.calls.length === 0; scan++) {
      await engine.runTask('opmodel-catalog-snapshot');
      await new Promise(resolve => setTimeout(resolve, 250));
    }
    expect(collect).toHaveBeenCalledTimes(1);

    collect.mockRejectedValue(new Error('no network'));
    await engine.runTask('opmodel-collect-git');
    const { body } = await get('/health/collectors/git/runs');
    expect(body.items).toMatchObject([
      {
        state: 'failed',
        error: 'Error: no network',
        requests: null,
        lagSeconds: null,
        budget: null,
      },
      {
        state: 'succeeded',
        events: 1,
        requests: 3,
        lagSeconds: expect.any(Number),
        budget: { limit: 5000, remaining: 4000 },
        problems: [{ subject: 'acme/shop', message: 'gone' }],
      },
    ]);
    expect(
      (await get('/health/collectors/git/runs?limit=1')).body.items,
    ).toHaveLength(1);
    const health = (await get('/health')).body;
    expect(health.collectors).toMatchObject([
      {
        state: 'failed',
        consecutiveFailures: 1,
        nextAttemptAt: expect.any(String),
        lagSeconds: expect.any(Number),
        problems: [{ subject: 'acme/shop' }],
      },
    ]);
    expect(health.alarms).toContainEqual(
      expect.objectContaining({ id: 'collector-failing', subject: 'git' }),
    );
  });

  it('tell nobody else, and nothing of what is not there', async () => {
    for (const id of ['git', 'none']) {
      expect((await get(`/health/collectors/${id}/runs`, 'guest')).status).toBe(
        403,
      );
    }
    expect((await get('/health/collectors/none/runs')).status).toBe(404);
    expect((await get('/health/collectors/git/runs?limit=0')).status).toBe(400);
    expect(
      (await get(`/health/collectors/${'x'.repeat(64)}/runs`)).status,
    ).toBe(400);
  });
});

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from './events/timeline';
import demo from './index';

/** An intake that accepts everything. */
function createFakeOpmodel() {
  const taken: Delivery['body'][] = [];
  const measured: object[] = [];
  const plugin = createBackendPlugin({
    pluginId: 'opmodel',
    register(env) {
      env.registerInit({
        deps: { auth: coreServices.auth, httpRouter: coreServices.httpRouter },
        async init({ auth, httpRouter }) {
          httpRouter.use(async (request, response) => {
            if (request.path === '/health') {
              response.json({
                snapshot: {
                  lastCompleteAt: '2026-10-15T11:00:00Z',
                  entities: 1000,
                },
              });
              return;
            }
            const token = request.headers.authorization!.split(' ')[1];
            const { principal } = await auth.authenticate(token);
            expect(principal).toMatchObject({ subject: 'plugin:demo' });
            const body = JSON.parse(await text(request));
            const bodies: Delivery['body'][] = body.items ?? body;
            if (request.path === '/sli-measurements') {
              measured.push(...bodies);
            } else {
              taken.push(...bodies);
            }
            response.json({
              items: bodies.map(({ source, id }) => ({
                source: source ?? null,
                id: id ?? null,
                status: 'accepted',
              })),
            });
          });
        },
      });
    },
  });
  return { plugin, taken, measured };
}

async function start(config: object) {
  const { plugin, taken, measured } = createFakeOpmodel();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    features: [
      demo,
      plugin,
      logger.factory,
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  return { backend, taken, measured, logger };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await sleep(20);
  }
}

describe('the demo plugin', () => {
  it('sends the history to the intake of the opmodel plugin', async () => {
    const { backend, taken, measured, logger } = await start({
      demo: { enabled: true, seed: 'small', days: 30 },
    });
    await until(() =>
      logger.info.mock.calls.some(([message]) =>
        /^The demo organisation is up to date: \d+ events/.test(message),
      ),
    );
    await until(() =>
      logger.info.mock.calls.some(([message]) =>
        message.startsWith('Nobody can enter this portal as a guest'),
      ),
    );
    await until(() => measured.length > 10_000);
    expect(taken.length).toBeGreaterThan(500);
    expect(logger.error).not.toHaveBeenCalled();
    await backend.stop();
  });

  it('does nothing unless it is switched on', async () => {
    const { backend, taken } = await start({});
    await backend.stop();
    expect(taken).toEqual([]);
  });
});

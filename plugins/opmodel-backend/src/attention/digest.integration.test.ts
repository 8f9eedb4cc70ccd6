import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import {
  type NotificationService,
  notificationService,
} from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { NoNotificationsError, PortalDigestNotifier } from './DigestNotifier';

jest.setTimeout(60_000);

/** A portal, and what the engine in it tells people with. */
async function startPortal(options: { notifications: boolean }) {
  let service: NotificationService | undefined;
  let knex: Knex | undefined;
  const engine = createBackendPlugin({
    pluginId: 'opmodel',
    register(env) {
      env.registerInit({
        deps: { notifications: notificationService },
        async init({ notifications }) {
          service = notifications;
        },
      });
    },
  });
  const database = createBackendModule({
    pluginId: 'notifications',
    moduleId: 'test-database',
    register(env) {
      env.registerInit({
        deps: { database: coreServices.database },
        async init(services) {
          knex = await services.database.getClient();
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      engine,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://localhost:3000' } },
      }),
      ...(options.notifications ? [notificationsPlugin, database] : []),
    ],
  });
  const notifier = new PortalDigestNotifier({
    notifications: service!,
    settings: { counts: false, link: '/' },
  });
  const send = (week: string) =>
    notifier.send({
      team: {
        ref: 'group:default/shop',
        title: 'Shop',
        members: ['user:default/ada', 'user:default/ben'],
      },
      week,
      items: [],
    });
  return { backend, send, readSent: () => knex!('notification').select() };
}

describe("the digest with the portal's notifications", () => {
  it('reaches each member once, also when it is sent twice', async () => {
    const { backend, send, readSent } = await startPortal({
      notifications: true,
    });
    try {
      await send('2026-06-29');
      await send('2026-06-29');
      const sent = await readSent();
      expect(sent.map(({ user }) => user).sort()).toEqual([
        'user:default/ada',
        'user:default/ben',
      ]);
      expect(sent[0]).toMatchObject({
        title: 'What needs Shop this week',
        link: '/',
      });
      await send('2026-07-06');
      expect(await readSent()).toHaveLength(4);
    } finally {
      await backend.stop();
    }
  });

  it('knows a portal that has none', async () => {
    const { backend, send } = await startPortal({ notifications: false });
    try {
      await expect(send('2026-06-29')).rejects.toThrow(NoNotificationsError);
    } finally {
      await backend.stop();
    }
  });
});

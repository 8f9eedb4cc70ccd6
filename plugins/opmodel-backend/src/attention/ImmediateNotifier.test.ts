import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { eachStore } from '../testing/eachStore';
import { DatabaseImmediateNoticeStore } from './DatabaseImmediateNoticeStore';
import { FakeImmediateNoticeStore } from './FakeImmediateNoticeStore';
import type { ImmediateNotice } from './ImmediateNotices';
import type { ImmediateNoticeStore } from './ImmediateNoticeStore';
import { ImmediateNotifier } from './ImmediateNotifier';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(60_000);

const start = Date.parse('2026-06-29T03:00:00Z');
const minute = 60_000;

function notice(overrides: Partial<ImmediateNotice> = {}): ImmediateNotice {
  return {
    id: 'slo-burning:slo:default/checkout:0:1',
    ownerRef: 'group:default/shop',
    title: 'Checkout burns its error budget',
    description: '14 times as fast as it may – ä 😀',
    namelessTitle: 'An objective burns its error budget',
    link: '/slos/default/checkout',
    severity: 'critical',
    topic: 'Burning objectives of my teams',
    scope: 'opmodel:slo-burning:slo:default/checkout',
    ...overrides,
  };
}

eachStore<ImmediateNoticeStore>(
  {
    name: 'ImmediateNotifier with a store',
    fake: () => new FakeImmediateNoticeStore(),
    database: knex => new DatabaseImmediateNoticeStore(knex),
  },
  createStore => {
    let store: ImmediateNoticeStore;
    let now: number;
    let sent: Parameters<NotificationService['send']>[0][];
    let failure: Error | undefined;

    const notifications: NotificationService = {
      async send(options) {
        if (failure) {
          throw failure;
        }
        sent.push(options);
      },
    };
    const teams = {
      list: async (refs: readonly string[]) =>
        [
          {
            ref: 'group:default/shop',
            title: 'Shop',
            members: ['user:default/ada', 'user:default/bo'],
          },
          { ref: 'group:default/empty', title: 'Empty', members: [] },
        ].filter(({ ref }) => refs.includes(ref)),
    };
    const replica = (names = true) =>
      new ImmediateNotifier({
        store,
        teams,
        notifications,
        settings: { names },
        logger: mockServices.logger.mock(),
        clock: () => now,
      });
    const send = (of = replica()) => of.send(new AbortController().signal);
    const request = (...notices: ImmediateNotice[]) =>
      store.request(notices, { now });

    beforeEach(async () => {
      store = await createStore();
      now = start;
      sent = [];
      failure = undefined;
    });

    it('sends a notice once, to the direct members, however many replicas there are and however often it is asked for', async () => {
      await Promise.all([request(notice()), request(notice())]);
      await Promise.all([send(), send(replica()), send(replica())]);
      now += 10 * minute;
      await request(notice({ title: 'In other words' }));
      await send();
      expect(sent).toEqual([
        {
          recipients: {
            type: 'entity',
            entityRef: ['user:default/ada', 'user:default/bo'],
          },
          payload: {
            title: 'Checkout burns its error budget',
            description: '14 times as fast as it may – ä 😀',
            link: '/slos/default/checkout',
            severity: 'critical',
            topic: 'Burning objectives of my teams',
            scope: 'opmodel:slo-burning:slo:default/checkout',
          },
        },
      ]);
    });

    it('is sent by another replica when the one that took it dies before it sends', async () => {
      await request(notice());
      const [taken] = await store.claim({ limit: 1, leaseMs: minute, now });
      expect(taken).toMatchObject({ id: notice().id, attempts: 0 });
      await send();
      expect(sent).toEqual([]);
      now += minute;
      await send();
      await send(replica());
      expect(sent).toHaveLength(1);
    });

    it('is tried again when it cannot be sent, less and less often, and at last given up', async () => {
      await request(notice());
      failure = new Error('The portal is away');
      const tries: number[] = [];
      const told = new Set<string>();
      for (let second = 0; second <= 30 * 60; second += 15) {
        now = start + second * 1_000;
        await send().catch(error => {
          tries.push(second);
          told.add(String(error));
        });
      }
      expect([...told]).toEqual([
        'Error: 1 notices could not be sent; the first: Error: The portal is away',
      ]);
      expect(tries).toEqual([0, 30, 90, 210, 450]);
      failure = undefined;
      await send();
      expect(sent).toEqual([]);
    });

    it('is sent once the portal is back', async () => {
      await request(notice());
      failure = new Error('The portal is away');
      await expect(send()).rejects.toThrow('1 notices could not be sent');
      failure = undefined;
      await send();
      expect(sent).toEqual([]);
      now += minute;
      await send();
      expect(sent).toHaveLength(1);
    });

    it('gives up at once where the portal has no notifications', async () => {
      await request(notice());
      failure = new Error('Failed to send: status 404');
      await send();
      failure = undefined;
      now += 60 * minute;
      await send();
      expect(sent).toEqual([]);
    });

    it('names nothing where that is configured, tells a single owner, and nobody of a group without members', async () => {
      await request(
        notice({ id: 'a', ownerRef: 'user:default/ada' }),
        notice({ id: 'b', ownerRef: 'group:default/empty' }),
        notice({ id: 'c', ownerRef: 'group:default/gone' }),
      );
      await send(replica(false));
      expect(sent).toEqual([
        {
          recipients: { type: 'entity', entityRef: ['user:default/ada'] },
          payload: {
            title: 'An objective burns its error budget',
            link: '/',
            severity: 'critical',
            topic: 'Burning objectives of my teams',
            scope: 'opmodel:slo-burning:slo:default/checkout',
          },
        },
      ]);
    });

    it('forgets what is settled and old, and nothing that is still to be sent', async () => {
      await request(notice({ id: 'old' }));
      await send();
      await request(notice({ id: 'open' }));
      now += minute;
      expect(await store.deleteSettledBefore(now, 10)).toBe(1);
      expect(await store.deleteSettledBefore(now, 10)).toBe(0);
      await send();
      expect(sent).toHaveLength(2);
    });
  },
);

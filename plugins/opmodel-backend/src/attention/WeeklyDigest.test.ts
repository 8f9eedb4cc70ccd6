import { mockServices } from '@backstage/backend-test-utils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { AttentionItem } from '@opmodel/backstage-plugin-opmodel-common';
import { seesAll } from '../catalog/Visibility';
import { eachStore } from '../testing/eachStore';
import { entityOf } from '../testing/catalog';
import { DatabaseDigestStore } from './DatabaseDigestStore';
import {
  type Digest,
  type DigestNotifier,
  NoNotificationsError,
  PortalDigestNotifier,
} from './DigestNotifier';
import type { DigestStore } from './DigestStore';
import { FakeDigestStore } from './FakeDigestStore';
import { CatalogTeamDirectory } from './TeamDirectory';
import { WeeklyDigest } from './WeeklyDigest';

const shop = 'group:default/shop';
const guards = 'group:default/guards';
const monday = Date.parse('2026-06-29T09:00:00Z');
const hour = 3_600_000;

function item(ownerRef: string | null, overrides: object = {}): AttentionItem {
  return {
    id: 'dora:dispute-open:1',
    subject: 'dora',
    kind: 'dispute-open',
    entityRef: 'component:default/checkout',
    entityTitle: 'Checkout',
    ownerRef,
    since: null,
    urgency: 'later',
    values: {},
    ...overrides,
  };
}

/** Remembers what was sent, and fails as it is told to. */
class FakeNotifier implements DigestNotifier {
  readonly sent: Digest[] = [];
  failure: ((digest: Digest) => Error | undefined) | undefined;

  async send(digest: Digest): Promise<void> {
    const error = this.failure?.(digest);
    if (error) {
      throw error;
    }
    this.sent.push(digest);
  }
}

eachStore<DigestStore>(
  {
    name: 'WeeklyDigest with a store',
    fake: () => new FakeDigestStore(),
    database: knex => new DatabaseDigestStore(knex),
  },
  createStore => {
    let store: DigestStore;
    let notifier: FakeNotifier;
    let items: AttentionItem[];
    let now: number;
    const logger = mockServices.logger.mock();
    const listAttention = jest.fn(async () => items);

    const teams = {
      list: async (refs: readonly string[]) =>
        [
          { ref: shop, title: 'Shop', members: ['user:default/ada'] },
          { ref: guards, title: 'Guards', members: ['user:default/ben'] },
          { ref: 'group:default/empty', title: 'Empty', members: [] },
        ].filter(({ ref }) => refs.includes(ref)),
    };
    const replica = () =>
      new WeeklyDigest({
        subjects: [{ listAttention }],
        store,
        teams,
        notifier,
        settings: { weekday: 1, hour: 9 },
        zone: 'UTC',
        logger,
        clock: () => now,
      });
    const send = (digest = replica()) =>
      digest.send(new AbortController().signal);
    const told = () => notifier.sent.map(({ team }) => team.ref).sort();

    beforeEach(async () => {
      jest.clearAllMocks();
      store = await createStore();
      notifier = new FakeNotifier();
      now = monday;
      items = [
        item(shop),
        item(shop, { id: 'dora:stopped-deploying:2' }),
        item(guards),
        item('group:default/empty'),
        item('group:default/unknown'),
        item('user:default/ada'),
        item(null),
      ];
    });

    it('tells each group that something needs it, with all of it', async () => {
      await send();
      expect(told()).toEqual([guards, shop]);
      expect(notifier.sent[0]).toEqual({
        team: { ref: shop, title: 'Shop', members: ['user:default/ada'] },
        week: '2026-06-29',
        items: items.slice(0, 2),
      });
      expect(listAttention).toHaveBeenCalledWith(seesAll);
    });

    it('is silent at other times, and where nothing needs anybody', async () => {
      now = monday - 1;
      await send();
      now = monday + 24 * hour;
      await send();
      expect(listAttention).not.toHaveBeenCalled();
      items = [];
      now = monday;
      await send();
      expect(notifier.sent).toEqual([]);
    });

    it('tells a group once a week, whatever restarts and whoever else runs', async () => {
      await Promise.all([send(), send(), send()]);
      now += hour;
      await send();
      // Something new within the same week waits for the next.
      items = [...items, item('group:default/late')];
      await send();
      expect(told()).toEqual([guards, shop]);
      now = monday + 7 * 24 * hour;
      await send();
      expect(told()).toEqual([guards, guards, shop, shop]);
    });

    it('goes on where a replica was stopped', async () => {
      const stopping = new AbortController();
      notifier.failure = () => {
        stopping.abort(new Error('stopped'));
        return undefined;
      };
      await expect(replica().send(stopping.signal)).rejects.toThrow('stopped');
      expect(notifier.sent).toHaveLength(1);
      notifier.failure = undefined;
      await send();
      expect(told()).toEqual([guards, shop]);
    });

    it('goes on where a replica was killed, once its claim ran out', async () => {
      await store.claim(
        { groupRef: 'org', week: '2026-06-29' },
        { leaseMs: hour, now },
      );
      await send();
      expect(notifier.sent).toEqual([]);
      now += hour;
      await send();
      expect(told()).toEqual([guards, shop]);
    });

    it('tries a group again that could not be told, and no other', async () => {
      notifier.failure = ({ team }) =>
        team.ref === shop ? new Error('the network is away') : undefined;
      await expect(send()).rejects.toThrow(
        '1 groups could not be told what needs them; of the first: Error: the network is away',
      );
      expect(told()).toEqual([guards]);
      notifier.failure = undefined;
      now += 5 * 60_000;
      await send();
      expect(told()).toEqual([guards, shop]);
    });

    it('tells the operator once where the portal has no notifications', async () => {
      notifier.failure = () => new NoNotificationsError('none');
      await send();
      await send();
      expect(logger.warn).toHaveBeenCalledTimes(1);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('opmodel.attention.digest.enabled: false'),
      );
    });
  },
);

describe('PortalDigestNotifier', () => {
  const team = {
    ref: shop,
    title: 'Shop',
    members: ['user:default/ada', 'user:default/ben'],
  };
  const secret = item(shop, {
    entityRef: 'component:default/vault',
    entityTitle: 'The vault',
    urgency: 'soon',
  });
  const send = jest.fn();
  const notify = (counts: boolean, items: AttentionItem[]) =>
    new PortalDigestNotifier({
      notifications: { send } as NotificationService,
      settings: { counts, link: '/' },
    }).send({ team, week: '2026-06-29', items });

  beforeEach(() => {
    send.mockReset();
  });

  it('says to each member that something waits, and nothing of what it is or how many they are', async () => {
    await notify(false, [secret, secret]);
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith({
      recipients: { type: 'entity', entityRef: team.members },
      payload: {
        title: 'What needs Shop this week',
        description:
          'Something waits for the team. The page shows what of it you may see.',
        link: '/',
        severity: 'normal',
        topic: 'Weekly digest of what needs my teams',
        scope: 'opmodel:attention-digest:group:default/shop:2026-06-29',
      },
    });
    const [first] = send.mock.calls;
    await notify(false, [item(shop)]);
    expect(send.mock.calls[1]).toEqual(first);
  });

  it.each<[AttentionItem[], string]>([
    [[item(shop)], '1 thing waits for the team.'],
    [[item(shop), secret], '2 things wait for the team, 1 of them soon.'],
  ])('counts where the operator lets it', async (items, expected) => {
    await notify(true, items);
    expect(send.mock.calls[0][0].payload.description).toBe(
      `${expected} The page shows what of it you may see.`,
    );
  });

  it('knows a portal without notifications from one that fails', async () => {
    const failWith = (status: number) =>
      send.mockRejectedValueOnce(
        new Error(
          `Failed to send notifications: Error: Request failed with status ${status}`,
        ),
      );
    failWith(404);
    await expect(notify(false, [])).rejects.toThrow(NoNotificationsError);
    failWith(503);
    await expect(notify(false, [])).rejects.toThrow('status 503');
  });
});

describe('CatalogTeamDirectory', () => {
  it('knows the direct members of groups, asked for in portions', async () => {
    const refs = Array.from({ length: 250 }, (_, i) => `group:default/g${i}`);
    const getEntitiesByRefs = jest.fn(
      async ({ entityRefs }: { entityRefs: string[] }) => ({
        items: entityRefs.map(ref =>
          ref.endsWith('g7')
            ? undefined
            : {
                ...entityOf(ref, { title: ref.endsWith('g1') ? 'One' : '' }),
                relations: [
                  { type: 'hasMember', targetRef: 'user:default/Ada' },
                  { type: 'hasMember', targetRef: 'user:default/ada' },
                  { type: 'hasMember', targetRef: 'group:default/sub' },
                  { type: 'parentOf', targetRef: 'group:default/below' },
                  { type: 'ownerOf', targetRef: 'user:default/odd' },
                ],
              },
        ),
      }),
    );
    const teams = await new CatalogTeamDirectory({
      auth: mockServices.auth(),
      catalog: {
        getEntitiesByRefs,
      } as Partial<CatalogService> as CatalogService,
    }).list(refs);
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(3);
    expect(teams).toHaveLength(249);
    expect(teams.slice(0, 2)).toEqual([
      { ref: 'group:default/g0', title: 'g0', members: ['user:default/ada'] },
      { ref: 'group:default/g1', title: 'One', members: ['user:default/ada'] },
    ]);
  });
});

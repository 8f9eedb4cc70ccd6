import { mockServices } from '@backstage/backend-test-utils';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import { seesAll } from '../catalog/Visibility';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachStore } from '../testing/eachStore';
import { AcceptanceExpiry } from './AcceptanceExpiry';
import type { AcceptanceRecord } from './Acceptances';
import type { AcceptanceStore, KeptAcceptance } from './AcceptanceStore';
import { AcceptanceTeller } from './AcceptanceTeller';
import { DatabaseAcceptanceStore } from './DatabaseAcceptanceStore';
import { FakeAcceptanceStore } from './FakeAcceptanceStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(60_000);

const cart = 'component:default/cart';
const now = Date.parse('2026-12-02T09:00:00Z');

const kept = (at: number): KeptAcceptance => ({
  id: `acceptance-${at}`,
  subject: at % 2 === 0 ? 'check' : 'gate',
  subjectRef: `part-${at}`,
  title: 'Not yet',
  entityRefs: [cart],
  riskLevel: 'low',
  reason: 'Later',
  details: {},
  requestedBy: 'user:default/ada',
  requestedAt: at,
  decideBy: '2026-12-01',
  expiresOn: null,
  maximumDays: null,
  approvers: [],
  approvalsNeeded: 1,
  eachOf: null,
  approvals: [],
  history: [],
  state: 'requested',
  decidedAt: null,
  decidedBy: null,
  revision: 1,
});

eachStore<AcceptanceStore>(
  {
    name: 'AcceptanceExpiry',
    async fake() {
      const catalog = new FakeCatalogStore();
      await scanEntities(catalog, [entityOf(cart)]);
      return new FakeAcceptanceStore(catalog);
    },
    async database(knex) {
      await scanEntities(new DatabaseSnapshotStore(knex), [entityOf(cart)]);
      return new DatabaseAcceptanceStore(knex);
    },
  },
  createStore => {
    let store: AcceptanceStore;
    const signal = new AbortController().signal;

    beforeEach(async () => {
      store = await createStore();
      for (let at = 0; at < 6; at += 1) {
        await store.add(kept(at), seesAll);
        await store.markTold(kept(at));
      }
    });

    /** An engine of its own on the same rows. */
    function replica(
      fails: (record: AcceptanceRecord) => boolean = () => false,
    ) {
      const told: string[] = [];
      const teller = new AcceptanceTeller({
        store,
        logger: mockServices.logger.mock(),
      });
      for (const subject of ['check', 'gate'] as const) {
        teller.onChanged(subject, async record => {
          if (fails(record)) {
            throw new Error(`no ${record.id}`);
          }
          told.push(`${record.id} ${record.state}`);
        });
      }
      const expiry = new AcceptanceExpiry({
        store,
        teller,
        zone: 'UTC',
        clock: () => now,
      });
      return { run: () => expiry.run(signal), told };
    }
    const everyEnd = [0, 1, 2, 3, 4, 5].map(at => `acceptance-${at} lapsed`);
    const endings = async () => {
      const { items } = await store.list({}, seesAll, { limit: 100 });
      return items.flatMap(({ id, history }) =>
        history.map(({ kind }) => `${id} ${kind}`),
      );
    };

    it('writes each end once and tells it at least once, whoever else does the same', async () => {
      const [one, two] = [replica(), replica()];
      await Promise.all([one.run(), two.run()]);
      expect([...new Set([...one.told, ...two.told])].sort()).toEqual(everyEnd);
      expect((await endings()).sort()).toEqual(everyEnd);
      const third = replica();
      await third.run();
      expect(third.told).toEqual([]);
    });

    it('tells after a restart what was ended and not told', async () => {
      const broken = replica(({ subject }) => subject === 'gate');
      await expect(broken.run()).rejects.toThrow(
        'What became of 3 acceptances could not be told; of the first: Error: no acceptance-1',
      );
      expect(broken.told).toEqual(everyEnd.filter((_, at) => at % 2 === 0));
      const restarted = replica();
      await restarted.run();
      expect(restarted.told).toEqual(everyEnd.filter((_, at) => at % 2 === 1));
      expect((await endings()).sort()).toEqual(everyEnd);
    });

    it('goes on where it stopped', async () => {
      let left = 2;
      const stopped: AcceptanceStore = Object.assign(Object.create(store), {
        listDue: (...args: Parameters<AcceptanceStore['listDue']>) =>
          store.listDue(...args),
        change: async (...args: Parameters<AcceptanceStore['change']>) => {
          left -= 1;
          if (left < 0) {
            throw new Error('killed');
          }
          return store.change(...args);
        },
      });
      const killed = new AcceptanceExpiry({
        store: stopped,
        teller: { tellUntold: async () => {} },
        zone: 'UTC',
        clock: () => now,
      });
      await expect(killed.run(signal)).rejects.toThrow('killed');
      const next = replica();
      await next.run();
      expect(next.told).toEqual(everyEnd);
      expect((await endings()).sort()).toEqual(everyEnd);
    });
  },
);

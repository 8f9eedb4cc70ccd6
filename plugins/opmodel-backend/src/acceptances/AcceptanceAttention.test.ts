import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import { seesAll, type Visibility } from '../catalog/Visibility';
import { entityOf, scanEntities } from '../testing/catalog';
import { AcceptanceAttention } from './AcceptanceAttention';
import type { AcceptanceStore, KeptAcceptance } from './AcceptanceStore';
import { FakeAcceptanceStore } from './FakeAcceptanceStore';

const cart = 'component:default/cart';
const money = 'group:default/money';
const shop = 'group:default/shop';
const guards = 'group:default/guards';
const now = Date.parse('2026-11-22T09:00:00Z');

const waitingFor = (id: string, ...refs: string[]): KeptAcceptance => ({
  id,
  subject: 'check',
  subjectRef: id,
  title: id,
  entityRefs: [cart],
  riskLevel: 'low',
  reason: 'Later',
  details: {},
  requestedBy: 'user:default/ada',
  requestedAt: now,
  decideBy: '2026-12-01',
  expiresOn: null,
  maximumDays: null,
  approvers: refs.map(ref => ({
    ref,
    rightId: null,
    belowRefs: [],
    exceptRefs: [],
  })),
  approvalsNeeded: refs.length,
  eachOf: refs.map(ref => [ref]),
  approvals: [],
  history: [],
  state: 'requested',
  decidedAt: null,
  decidedBy: null,
  revision: 1,
});

describe('AcceptanceAttention', () => {
  async function start() {
    const catalog = new FakeCatalogStore();
    await scanEntities(catalog, [
      entityOf(cart, { ownedBy: shop }),
      entityOf(money),
      entityOf(shop, { childOf: money }),
      entityOf(guards),
    ]);
    const store = new FakeAcceptanceStore(catalog);
    await store.add(waitingFor('for-shop', shop), seesAll);
    await store.add(waitingFor('for-both', shop, guards), seesAll);
    await store.change('for-both', () => ({
      state: 'requested',
      event: {
        kind: 'approved',
        at: now,
        by: 'user:default/bo',
        note: null,
        approverRefs: null,
        approvalsNeeded: null,
      },
      approval: {
        by: 'user:default/bo',
        at: now,
        verdict: 'approved',
        asRef: shop,
        note: null,
      },
    }));
    const read: string[] = [];
    const counting: Pick<AcceptanceStore, 'list'> = {
      list: async (...args) => {
        const page = await store.list(...args);
        read.push(...page.items.map(({ id }) => id));
        return page;
      },
    };
    const attention = new AcceptanceAttention({
      store: counting,
      catalog,
      zone: 'UTC',
      clock: () => now,
    });
    const list = async (owners?: string[], visibility: Visibility = seesAll) =>
      (await attention.list(visibility, owners)).map(
        ({ ownerRef, values }) => `${values.acceptance} ${ownerRef}`,
      );
    return { list, read };
  }

  it('asks those whose approval is awaited, and nobody who has agreed', async () => {
    const { list } = await start();
    expect((await list()).sort()).toEqual([
      `for-both ${guards}`,
      `for-shop ${shop}`,
    ]);
  });

  it('reads what waits for the owners asked and the groups below, and nothing else', async () => {
    const { list, read } = await start();
    expect(await list([guards])).toEqual([`for-both ${guards}`]);
    expect(read).toEqual(['for-both']);
    expect(await list([money])).toEqual([`for-shop ${shop}`]);
    expect(await list(['group:default/none'])).toEqual([]);
  });

  it('tells nothing of what is below an owner who may not be seen', async () => {
    const { list } = await start();
    const withoutMoney: Visibility = {
      type: 'refs',
      refs: new Set([cart, shop, guards]),
    };
    expect(await list([money], withoutMoney)).toEqual([]);
    expect(await list([shop], withoutMoney)).toEqual([`for-shop ${shop}`]);
  });
});

import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import { seesAll, seesNone, type Visibility } from '../catalog/Visibility';
import { entityOf, scanEntities } from '../testing/catalog';
import { AcceptanceDescriber } from './AcceptanceDescriber';
import type { KeptAcceptance, KeptApproval } from './AcceptanceStore';

const cart = 'component:default/cart';
const shop = 'group:default/shop';
const guards = 'group:default/guards';
const now = Date.parse('2026-11-22T09:00:00Z');

const handOver: KeptAcceptance = {
  id: 'one',
  subject: 'hand_over',
  title: 'Hand-over of cart',
  entityRefs: [cart],
  riskLevel: 'low',
  reason: 'It sells',
  receivingRef: shop,
  details: { fromRef: guards, toRef: shop, snippet: 'spec: {}', count: 2 },
  requestedBy: 'user:default/ada',
  requestedAt: now,
  decideBy: '2026-12-01',
  expiresOn: null,
  maximumDays: null,
  approvers: [shop, guards].map(ref => ({
    ref,
    rightId: null,
    belowRefs: [],
    exceptRefs: [],
  })),
  approvalsNeeded: 2,
  eachOf: [[shop], [guards]],
  approvals: [],
  history: [],
  state: 'requested',
  decidedAt: null,
  decidedBy: null,
  revision: 1,
};

describe('AcceptanceDescriber', () => {
  async function describeFor(
    reads: Visibility,
    groups: string[] = [],
    rest: Partial<KeptAcceptance> = {},
  ) {
    const catalog = new FakeCatalogStore();
    await scanEntities(catalog, [
      entityOf(cart, { ownedBy: guards }),
      entityOf(shop),
      entityOf(guards),
    ]);
    const person = 'user:default/bo';
    const [described] = await new AcceptanceDescriber({
      catalog,
      zone: 'UTC',
      clock: () => now,
    }).describe([{ ...handOver, ...rest }], {
      person,
      refs: new Set([person, ...groups]),
      reads,
      requests: seesNone,
      approves: seesAll,
    });
    return described;
  }

  it('names in the details no group that the reader may not see', async () => {
    expect((await describeFor(seesAll)).details).toEqual(handOver.details);
    const withoutGuards = await describeFor({
      type: 'refs',
      refs: new Set([cart, shop]),
    });
    expect(withoutGuards.details).toEqual({
      ...handOver.details,
      fromRef: null,
    });
    expect(withoutGuards.approvers.map(({ ref }) => ref)).toEqual([shop]);
  });

  it('lets those decide whose approval brings it further', async () => {
    const approval: KeptApproval = {
      by: 'user:default/cy',
      at: now,
      verdict: 'approved',
      asRef: shop,
      note: null,
    };
    const mayDecide = async (group: string, approvals: KeptApproval[] = []) =>
      (await describeFor(seesAll, [group], { approvals })).mayDecide;
    expect(await mayDecide(shop)).toBe(true);
    expect(await mayDecide(shop, [approval])).toBe(false);
    expect(await mayDecide(guards, [approval])).toBe(true);
    expect(
      await mayDecide(guards, [{ ...approval, by: 'user:default/bo' }]),
    ).toBe(false);
  });
});

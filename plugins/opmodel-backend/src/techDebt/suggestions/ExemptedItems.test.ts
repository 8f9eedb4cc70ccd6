import {
  type DebtItem,
  noEstimate,
  suggestionFingerprint,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AcceptanceRecord } from '../../acceptances/Acceptances';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { seesAll } from '../../catalog/Visibility';
import { FakeDebtItemStore } from '../items/FakeDebtItemStore';
import { AcceptedStanding } from './AcceptedStanding';
import { ExemptedItems } from './ExemptedItems';

const noon = Date.UTC(2026, 10, 22, 12);
const cart = 'component:default/cart';
const checkRef = 'scorecard:default/readiness#old';

const exemption = (given: Partial<AcceptanceRecord> = {}): AcceptanceRecord =>
  ({
    id: 'e1',
    subject: 'check',
    subjectRef: checkRef,
    entityRefs: [cart],
    state: 'approved',
    decidedBy: 'user:default/bo',
    expiresOn: '2026-12-31',
    ...given,
  } as AcceptanceRecord);

async function createWorld() {
  const items = new FakeDebtItemStore(new FakeComponentCatalog());
  const clock = () => noon;
  const accepted = new AcceptedStanding({
    exemptions: { get: async () => undefined },
    zone: 'UTC',
    clock,
  });
  const item: DebtItem = {
    id: 'i',
    version: 1,
    title: 'Exempt from: Old',
    description: null,
    entityRefs: [cart],
    ownerRef: 'group:default/shop',
    category: 'code',
    intent: null,
    prudence: null,
    severity: null,
    estimate: noEstimate,
    businessImpact: null,
    remediationPlan: null,
    targetDate: null,
    reviewDate: null,
    links: [],
    status: 'open',
    reportedBy: 'user:default/ada',
    origin: {
      type: 'suggestion',
      source: 'exemption',
      ref: suggestionFingerprint('exemption', cart, [checkRef]),
    },
    createdAt: noon,
    updatedAt: noon,
    statusSince: noon,
    resolvedAt: null,
    resolution: null,
    acceptedUntil: null,
    acceptedBy: null,
    externalId: null,
  };
  await items.create(item, { at: noon, by: 'user:default/ada', note: null });
  const followed = new ExemptedItems({ items, accepted, clock });
  return {
    follow: (given?: Partial<AcceptanceRecord>) =>
      followed.follow(exemption(given)),
    item: async () => (await items.get('i', seesAll))!,
  };
}

describe('an item that was promoted from an exemption', () => {
  it('is accepted as long as the exemption holds, and open after it', async () => {
    const { follow, item } = await createWorld();
    await follow();
    await follow();
    expect(await item()).toMatchObject({
      status: 'accepted',
      version: 2,
      acceptedUntil: '2026-12-31',
      acceptedBy: 'user:default/bo',
    });
    await follow({ state: 'expired', expiresOn: '2026-12-31' });
    await follow({ state: 'expired', expiresOn: '2026-12-31' });
    expect(await item()).toMatchObject({
      status: 'open',
      version: 3,
      acceptedUntil: null,
    });
  });

  it('stays accepted where another one holds for longer', async () => {
    const { follow, item } = await createWorld();
    await follow({ expiresOn: '2027-01-31' });
    await follow({ state: 'expired', expiresOn: '2026-12-31' });
    expect((await item()).status).toBe('accepted');
    await follow({ state: 'revoked', expiresOn: '2027-01-31' });
    expect((await item()).status).toBe('open');
  });

  it('is not touched by what is denied, over, without an end or of another check', async () => {
    const { follow, item } = await createWorld();
    await follow({ state: 'denied' });
    await follow({ expiresOn: '2026-11-21' });
    await follow({ expiresOn: null });
    await follow({ subjectRef: 'scorecard:default/readiness#other' });
    expect(await item()).toMatchObject({ status: 'open', version: 1 });
  });
});

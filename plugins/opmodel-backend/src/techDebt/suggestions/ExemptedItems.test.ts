import {
  type DebtItem,
  noEstimate,
  suggestionFingerprint,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AcceptanceRecord } from '../../acceptances/Acceptances';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { seesAll } from '../../catalog/Visibility';
import { FakeDebtItemStore } from '../items/FakeDebtItemStore';
import { DebtAcceptanceSettler } from '../acceptances/DebtAcceptanceSettler';
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
  const inForce: AcceptanceRecord[] = [];
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
  const followed = new ExemptedItems({
    items,
    settler: new DebtAcceptanceSettler({
      store: items,
      acceptances: {
        listInForce: async () => inForce,
        listOpen: async () => [],
        end: async () => {
          throw new Error('There is no acceptance of the item itself');
        },
      },
      zone: 'UTC',
      clock: () => noon,
    }),
  });
  return {
    /** These hold, and something became of the first. */
    async follow(...holding: Partial<AcceptanceRecord>[]) {
      inForce.splice(0, inForce.length, ...holding.map(exemption));
      await followed.follow(exemption(holding[0]));
    },
    item: async () => (await items.get('i', seesAll))!,
  };
}

describe('an item that was promoted from an exemption', () => {
  it('is accepted as long as an exemption holds, and open after it', async () => {
    const { follow, item } = await createWorld();
    await follow({});
    await follow({});
    expect(await item()).toMatchObject({
      status: 'accepted',
      version: 2,
      acceptedUntil: '2026-12-31',
      acceptedBy: 'user:default/bo',
    });
    await follow();
    await follow();
    expect(await item()).toMatchObject({
      status: 'open',
      version: 3,
      acceptedUntil: null,
    });
  });

  it('is accepted as long as the longest of them', async () => {
    const { follow, item } = await createWorld();
    await follow({}, { id: 'e2', expiresOn: '2027-01-31' });
    expect((await item()).acceptedUntil).toBe('2027-01-31');
  });

  it('is not touched by an exemption from another check', async () => {
    const { follow, item } = await createWorld();
    await follow({ subjectRef: 'scorecard:default/readiness#other' });
    expect(await item()).toMatchObject({ status: 'open', version: 1 });
  });
});

describe('what is suggested because of an exemption', () => {
  const standingOf = (
    given: Partial<AcceptanceRecord>,
    source: 'exemption' | 'failing_check' = 'exemption',
  ) =>
    new AcceptedStanding({
      exemptions: {
        get: async id => (id === 'e1' ? exemption(given) : undefined),
      },
      zone: 'UTC',
      clock: () => noon,
    }).of({ source, links: [{ type: 'exemption', ref: 'e1', title: null }] });

  it('is filed as accepted until the exemption ends', async () => {
    expect(await standingOf({})).toEqual({
      status: 'accepted',
      statusSince: noon,
      acceptedUntil: '2026-12-31',
      acceptedBy: 'user:default/bo',
    });
    expect((await standingOf({ expiresOn: '2026-11-22' }))?.status).toBe(
      'accepted',
    );
  });

  it.each([
    ['over', { expiresOn: '2026-11-21' }],
    ['without an end', { expiresOn: null }],
    ['expired', { state: 'expired' as const }],
    ['denied', { state: 'denied' as const }],
  ])('is open where that is %s', async (_, given) => {
    expect(await standingOf(given)).toBeUndefined();
  });

  it('is open where it comes from something else', async () => {
    expect(await standingOf({}, 'failing_check')).toBeUndefined();
  });
});

import {
  type DebtItem,
  noEstimate,
} from '@opmodel/backstage-plugin-opmodel-common';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { seesAll } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { FakeDebtItemStore } from '../items/FakeDebtItemStore';
import { ReopenedDebt } from './ReopenedDebt';

const DAY = 86_400_000;
// In Auckland it is 3 December already.
const now = Date.parse('2026-12-02T12:00:00Z');
const zone = 'Pacific/Auckland';
const cart = 'component:default/cart';
const shop = 'group:default/shop';

const promoted: DebtItem = {
  id: 'promoted',
  version: 1,
  title: 'No alarms',
  description: null,
  entityRefs: [cart],
  ownerRef: shop,
  category: 'process',
  intent: null,
  prudence: null,
  severity: null,
  estimate: noEstimate,
  businessImpact: null,
  remediationPlan: null,
  targetDate: null,
  reviewDate: null,
  links: [],
  status: 'accepted',
  reportedBy: 'user:default/ada',
  origin: { type: 'suggestion', source: 'exemption', ref: 'finger' },
  createdAt: now - 60 * DAY,
  updatedAt: now - 60 * DAY,
  statusSince: now - 60 * DAY,
  resolvedAt: null,
  resolution: null,
  acceptedUntil: '2026-12-31',
  acceptedBy: 'user:default/bo',
  externalId: null,
};

/** What the owner is told of an item that opened again some days ago. */
async function tell(days: number) {
  const catalog = new FakeComponentCatalog();
  await scanEntities(
    catalog,
    [entityOf(cart, { title: 'The cart' }), entityOf(shop)],
    { now },
  );
  const store = new FakeDebtItemStore(catalog);
  await store.create(promoted, {
    at: promoted.createdAt,
    by: 'user:default/ada',
    note: null,
  });
  const at = now - days * DAY;
  await store.replace(
    {
      ...promoted,
      version: 2,
      status: 'open',
      statusSince: at,
      updatedAt: at,
      acceptedUntil: null,
      acceptedBy: null,
    },
    {
      at,
      // Whoever revoked it.
      by: 'user:default/bo',
      note: null,
      changes: [{ field: 'acceptedUntil', before: '2026-12-31', after: null }],
    },
  );
  const reopened = new ReopenedDebt({ catalog, store, zone, clock: () => now });
  return reopened.list({ visibility: seesAll, ownerRefs: [shop] });
}

describe('ReopenedDebt', () => {
  it('tells of what was promoted from an exemption as of any other item, with the last day on which it was accepted', async () => {
    expect(await tell(0)).toEqual([
      {
        id: 'tech-debt:debt-acceptance-ended:promoted',
        subject: 'tech-debt',
        kind: 'debt-acceptance-ended',
        entityRef: cart,
        entityTitle: 'The cart',
        ownerRef: shop,
        since: '2026-12-02T12:00:00.000Z',
        urgency: 'soon',
        values: {
          debtItem: 'promoted',
          title: 'No alarms',
          // Somebody ended it before its time.
          acceptedUntil: '2026-12-03',
        },
      },
    ]);
  });

  it('tells of it for 30 days', async () => {
    expect(await tell(30)).toHaveLength(1);
    expect(await tell(31)).toEqual([]);
  });
});

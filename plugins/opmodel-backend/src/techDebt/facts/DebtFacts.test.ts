import {
  noEstimate,
  ordinaryRemediationDays,
  type DebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { eachStore } from '../../testing/eachStore';
import { factEntityOf } from '../../testing/factEntityOf';
import { DatabaseDebtItemStore } from '../items/DatabaseDebtItemStore';
import type { DebtItemStore } from '../items/DebtItemStore';
import { FakeDebtItemStore } from '../items/FakeDebtItemStore';
import { DebtFacts } from './DebtFacts';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const DAY = 86_400_000;
const noon = Date.UTC(2026, 10, 22, 12);
const cart = 'component:default/cart';
const mailer = 'component:default/mailer';
const ada = 'user:default/ada';

function itemOf(id: string, overrides: Partial<DebtItem>): DebtItem {
  return {
    id,
    version: 1,
    title: `Item ${id}`,
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
    reportedBy: ada,
    origin: { type: 'person' },
    createdAt: noon,
    updatedAt: noon,
    statusSince: noon,
    resolvedAt: null,
    resolution: null,
    acceptedUntil: null,
    acceptedBy: null,
    externalId: null,
    ...overrides,
  };
}

eachStore<DebtItemStore>(
  {
    name: 'DebtFacts',
    fake: () => new FakeDebtItemStore(new FakeComponentCatalog()),
    database: knex => new DatabaseDebtItemStore(knex),
  },
  createStore => {
    async function tell(items: readonly DebtItem[], refs = [cart, mailer]) {
      const store = await createStore();
      for (const item of items) {
        await store.create(item, { at: item.createdAt, by: ada, note: null });
      }
      return new DebtFacts({
        store,
        settings: { remediationDays: ordinaryRemediationDays },
        zone: 'UTC',
      }).provide(
        refs.map(ref => factEntityOf(ref)),
        { now: noon, signal: new AbortController().signal },
      );
    }

    it('counts what is owed on each entity, and what of it is late', async () => {
      const told = await tell([
        itemOf('a', {
          severity: 'critical',
          createdAt: noon - 8 * DAY,
          estimate: { ...noEstimate, principalDays: 0.1 },
          targetDate: '2026-11-21',
        }),
        itemOf('b', {
          severity: 'high',
          createdAt: noon - 29 * DAY,
          estimate: { ...noEstimate, principalDays: 0.2 },
          entityRefs: [mailer, cart],
          targetDate: '2026-11-22',
          reviewDate: '2026-11-21',
        }),
        itemOf('c', {
          status: 'accepted',
          acceptedUntil: '2026-12-31',
          targetDate: '2026-11-01',
        }),
        itemOf('d', {
          status: 'resolved',
          severity: 'critical',
          createdAt: noon - 90 * DAY,
          resolvedAt: noon - DAY,
          resolution: 'paid',
        }),
      ]);
      expect(told).toEqual([
        {
          entityRef: cart,
          facts: {
            owed: 3,
            critical: 1,
            high: 1,
            accepted: 1,
            overdue: 1,
            breached: 1,
            reviewsOverdue: 1,
            withoutEstimate: 1,
            principalDays: 0.3,
            oldestAt: noon - 29 * DAY,
          },
        },
        {
          entityRef: mailer,
          facts: expect.objectContaining({
            owed: 1,
            critical: 0,
            breached: 0,
            principalDays: 0.2,
          }),
        },
      ]);
    });

    it('tells of what owes nothing only that, and no principal that nobody estimated', async () => {
      expect(await tell([itemOf('a', {})])).toEqual([
        {
          entityRef: cart,
          facts: {
            owed: 1,
            critical: 0,
            high: 0,
            accepted: 0,
            overdue: 0,
            breached: 0,
            reviewsOverdue: 0,
            withoutEstimate: 1,
            oldestAt: noon,
          },
        },
        { entityRef: mailer, facts: { owed: 0 } },
      ]);
    });
  },
);

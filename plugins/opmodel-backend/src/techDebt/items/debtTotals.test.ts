import {
  type DebtItem,
  noEstimate,
  ordinaryRemediationDays,
} from '@opmodel/backstage-plugin-opmodel-common';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { seesAll } from '../../catalog/Visibility';
import { NamedEntities } from '../../decisions/NamedEntities';
import { DebtMemory } from './DebtMemory';
import { DebtSummaryReader } from './DebtSummaryReader';
import { DebtTopReader } from './DebtTopReader';
import { FakeDebtItemStore } from './FakeDebtItemStore';

const DAY = 86_400_000;
const now = Date.parse('2026-06-01T12:00:00Z');
const settings = { remediationDays: ordinaryRemediationDays, dayRate: null };

const itemOf = (id: string, given: Partial<DebtItem> = {}): DebtItem => ({
  id,
  version: 1,
  title: id,
  description: null,
  entityRefs: ['component:default/cart'],
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
  origin: { type: 'person' },
  createdAt: now,
  updatedAt: now,
  statusSince: now,
  resolvedAt: null,
  resolution: null,
  acceptedUntil: null,
  acceptedBy: null,
  externalId: null,
  ...given,
});

async function storeOf(items: readonly DebtItem[]) {
  const catalog = new FakeComponentCatalog();
  const store = new FakeDebtItemStore(catalog);
  for (const item of items) {
    await store.create(item, { at: now, by: item.reportedBy, note: null });
  }
  return { store, names: new NamedEntities({ catalog }) };
}

const many = (count: number, prefix: string, given: Partial<DebtItem>) =>
  Array.from({ length: count }, (_, at) => itemOf(`${prefix}-${at}`, given));

const selection = { visibility: seesAll };

describe('DebtSummaryReader', () => {
  const summarise = async (items: readonly DebtItem[]) => {
    const { store } = await storeOf(items);
    return new DebtSummaryReader({
      store,
      memory: new DebtMemory(store),
      settings,
      zone: 'UTC',
      clock: () => now,
    }).summarise(selection, '2026-06-01');
  };

  it('counts all breaches, and tells the most severe and oldest of them', async () => {
    const severity = 'critical';
    const dueToday = { severity, createdAt: now - 7 * DAY } as const;
    const { breaches } = await summarise([
      ...many(9, 'old', { severity, createdAt: now - 8 * DAY }),
      itemOf('older', { severity, createdAt: now - 9 * DAY }),
      ...many(3, 'due', dueToday),
      ...many(600, 'high', { severity: 'high', createdAt: now - 40 * DAY }),
    ]);
    expect(breaches.bySeverity.map(({ items, days }) => [items, days])).toEqual(
      [
        [10, 7],
        [600, 30],
        [0, 90],
        [0, 180],
      ],
    );
    expect(breaches.items).toHaveLength(20);
    expect(breaches.items[0]).toMatchObject({ id: 'older', daysOver: 2 });
    expect(breaches.items[10]).toMatchObject({
      severity: 'high',
      daysOver: 10,
    });
  });

  it('takes what is accepted or has ended for no breach and for nothing overdue', async () => {
    const late = {
      severity: 'critical',
      createdAt: now - 30 * DAY,
      targetDate: '2026-05-01',
    } as const;
    const summary = await summarise([
      itemOf('accepted', {
        ...late,
        status: 'accepted',
        acceptedUntil: '2026-09-01',
      }),
      itemOf('resolved', { ...late, status: 'resolved', resolvedAt: now }),
      itemOf('planned', { ...late, status: 'planned' }),
    ]);
    expect(summary.overdue).toBe(1);
    expect(summary.owed.items).toBe(2);
    expect(summary.breaches.items.map(({ id }) => id)).toEqual(['planned']);
  });
});

describe('DebtTopReader', () => {
  const estimate = {
    ...noEstimate,
    principalDays: 1,
    interestDays: 1,
    occurrencesPerMonth: 1,
    impact: 1,
    likelihood: 1,
  };
  const caller = {
    ref: 'user:default/ada',
    isPerson: true,
    actor: null,
    reads: seesAll,
    seeing: async () => seesAll,
    mayDo: () => true,
    mayDoSome: () => true,
  };
  const read = async (items: readonly DebtItem[]) => {
    const { store, names } = await storeOf(items);
    return new DebtTopReader({
      store,
      memory: new DebtMemory(store),
      names,
      settings,
    }).read(selection, { order: 'priority', count: 10 }, caller);
  };

  it('counts what is not scored, however much there is', async () => {
    const top = await read([
      ...many(1_001, 'scored', { estimate }),
      ...many(150, 'unknown', {}),
    ]);
    expect(top.notScored).toBe(150);
    expect(top.items).toHaveLength(10);
  });
});

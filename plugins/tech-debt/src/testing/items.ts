import {
  noEstimate,
  priceDebt,
  type DebtEstimate,
  type DebtItemRow,
  type DebtSummary,
  type EntityTechDebt,
  type PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';

/** The entity that tests are about. */
export const CHECKOUT = 'component:default/checkout-api';

const estimate: DebtEstimate = {
  ...noEstimate,
  principalDays: 5,
  interestDays: 0.5,
  occurrencesPerMonth: 4,
  impact: 4,
  likelihood: 3,
};

/** An item of the checkout that is priced as in the documentation. */
export function buildItem(
  changes: Partial<PricedDebtItem> = {},
): PricedDebtItem {
  return {
    id: 'd1',
    version: 3,
    title: 'Orders are written by two services',
    description: 'Both write **the same table**.',
    entities: [{ ref: CHECKOUT, title: 'Checkout API', exists: true }],
    ownerRef: 'group:default/payments',
    ownerTitle: 'Payments',
    category: 'architecture',
    intent: null,
    prudence: null,
    severity: 'high',
    estimate,
    businessImpact: null,
    remediationPlan: null,
    targetDate: '2026-11-01',
    reviewDate: null,
    links: [
      {
        type: 'issue',
        ref: 'https://issues.example.com/PAY-7',
        title: 'PAY-7',
        state: 'external',
        path: null,
      },
    ],
    status: 'open',
    reportedBy: 'user:default/guest',
    origin: { type: 'person' },
    createdAt: '2026-09-01T08:00:00.000Z',
    updatedAt: '2026-11-20T08:00:00.000Z',
    statusSince: '2026-09-01T08:00:00.000Z',
    resolvedAt: null,
    resolution: null,
    acceptedUntil: null,
    acceptedBy: null,
    acceptances: [],
    mayAskAcceptance: true,
    prices: priceDebt(estimate, {
      amount: 800,
      currency: 'EUR',
    }) as PricedDebtItem['prices'],
    age: {
      days: 83,
      daysInStatus: 83,
      daysOverdue: 22,
      daysSinceReview: null,
    },
    remediation: {
      severity: 'high',
      days: 30,
      dueDay: '2026-10-01',
      state: 'overdue',
      daysOver: 53,
      daysLeft: null,
    },
    may: {
      change: true,
      delete: true,
      comment: true,
      deeds: ['plan', 'start', 'resolve', 'give_up'],
    },
    ...changes,
  };
}

/** An item of which nothing is known but its title. */
export function buildBareItem(
  changes: Partial<PricedDebtItem> = {},
): PricedDebtItem {
  return buildItem({
    id: 'd2',
    version: 1,
    title: 'Nobody knows how refunds work',
    description: null,
    category: 'documentation',
    severity: null,
    estimate: noEstimate,
    prices: priceDebt(noEstimate) as PricedDebtItem['prices'],
    targetDate: null,
    links: [],
    remediation: null,
    status: 'planned',
    age: {
      days: 4,
      daysInStatus: 1,
      daysOverdue: null,
      daysSinceReview: null,
    },
    may: {
      change: true,
      delete: false,
      comment: true,
      deeds: ['start', 'put_back', 'resolve', 'give_up'],
    },
    ...changes,
  });
}

/** What is owed by the two items. */
export function buildSummary(changes: Partial<DebtSummary> = {}): DebtSummary {
  const none = { items: 0, principalDays: 0, withoutPrincipal: 0 };
  return {
    statuses: [
      { status: 'open', items: 1, principalDays: 5, withoutPrincipal: 0 },
      { status: 'planned', items: 1, principalDays: null, withoutPrincipal: 1 },
      { status: 'in_progress', ...none },
      { status: 'accepted', ...none },
      { status: 'resolved', ...none },
      { status: 'wont_fix', ...none },
    ],
    owed: { items: 2, principalDays: 5, withoutPrincipal: 1 },
    ages: { medianDays: 41.5, oldestDays: 76 },
    overdue: 1,
    reviewDue: 0,
    breaches: {
      bySeverity: [
        { severity: 'critical', days: 7, items: 0 },
        { severity: 'high', days: 30, items: 1 },
      ],
      items: [
        {
          id: 'd1',
          title: 'Orders are written by two services',
          severity: 'high',
          dueDay: '2026-10-01',
          daysOver: 53,
        },
      ],
    },
    dayRate: { amount: 800, currency: 'EUR' },
    ...changes,
  };
}

/** What the checkout owes: one item that is priced and late, and one of which nothing is known. */
export function buildEntityDebt(
  changes: Partial<EntityTechDebt> = {},
): EntityTechDebt {
  const items: DebtItemRow[] = [buildItem(), buildBareItem()];
  return {
    entityRef: CHECKOUT,
    title: 'Checkout API',
    isRollUp: false,
    countedBy: 'entity',
    summary: buildSummary(),
    items,
    totalItems: items.length,
    nextCursor: null,
    mayCreate: true,
    ...changes,
  };
}

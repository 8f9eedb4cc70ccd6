import type {
  DebtBulkResult,
  DebtFlowReport,
  DebtMatrix,
  DebtPlaces,
  DebtTopTen,
} from '@opmodel/backstage-plugin-opmodel-common';
import { buildItem } from './items';

type Amount = DebtFlowReport['flow']['opening']['owed'];
type Flow = DebtFlowReport['flow'];

const amount = (
  items: number,
  principalDays: number | null = 0,
  withoutPrincipal = 0,
): Amount => ({ items, principalDays, withoutPrincipal });
const NONE = amount(0);

const balance = (owed: Amount): Flow['opening'] => ({
  owed,
  open: owed,
  accepted: NONE,
});

const quiet = {
  opened: NONE,
  reopened: NONE,
  resolved: NONE,
  givenUp: NONE,
  accepted: NONE,
  acceptanceEnded: NONE,
  movedIn: NONE,
  movedOut: NONE,
  rescoped: { items: 0, principalDays: 0, withoutPrincipal: 0 },
};

/** Two months: three items were owed, four were filed, one came back, two were paid and one was given up. */
export function buildFlow(
  changes: Partial<DebtFlowReport> = {},
): DebtFlowReport {
  return {
    window: {
      from: '2026-10-01',
      to: '2026-11-23',
      zone: 'UTC',
      days: 54,
      previous: { from: '2026-08-08', to: '2026-09-30' },
    },
    interval: 'month',
    ownership: 'then',
    by: null,
    flow: {
      opening: balance(amount(3, 6)),
      periods: [
        {
          ...quiet,
          from: '2026-10-01',
          to: '2026-10-31',
          opened: amount(4, 8, 1),
          resolved: amount(1, 2),
          balance: balance(amount(6, 12, 1)),
        },
        {
          ...quiet,
          from: '2026-11-01',
          to: '2026-11-23',
          reopened: amount(1, 2),
          resolved: amount(1, 3),
          givenUp: amount(1, 1),
          balance: balance(amount(5, 10, 1)),
        },
      ],
    },
    burn: [
      {
        day: '2026-09-30',
        items: { scope: 3, ended: 0, owed: 3 },
        principalDays: null,
        withoutPrincipal: 0,
      },
      {
        day: '2026-10-31',
        items: { scope: 7, ended: 1, owed: 6 },
        principalDays: null,
        withoutPrincipal: 1,
      },
    ],
    groups: [],
    omittedGroups: 0,
    ...changes,
  };
}

/** What two systems and nothing owe today; nobody estimated what the second one owes. */
export function buildPlaces(changes: Partial<DebtPlaces> = {}): DebtPlaces {
  return {
    by: 'system',
    day: '2026-11-23',
    owed: amount(6, 10, 3),
    places: [
      { ref: 'system:default/shop', title: 'Shop', ...amount(4, 9, 1) },
      {
        ref: 'system:default/billing',
        title: 'Billing',
        ...amount(2, null, 2),
      },
      { ref: null, title: null, ...amount(1, 1) },
    ],
    omittedPlaces: 3,
    ...changes,
  };
}

/** Three items of the second worst cell, and two that nobody scored. */
export function buildMatrix(): DebtMatrix {
  return {
    cells: [{ impact: 4, likelihood: 5, risk: 20, items: 3 }],
    unscored: 2,
  };
}

/** The item of the documentation is the first to be paid, and one without a principal the second. */
export function buildTopTen(changes: Partial<DebtTopTen> = {}): DebtTopTen {
  const { prices } = buildItem();
  return {
    order: 'priority',
    items: [
      {
        id: 'd1',
        title: 'Orders are written by two services',
        ownerRef: 'group:default/payments',
        entityRefs: ['component:default/checkout-api'],
        chosenBy: prices.priority,
        principalDays: 5,
        interest: prices.interest,
        payback: prices.payback,
        risk: prices.risk,
      },
      {
        id: 'd3',
        title: 'Refunds are booked by hand',
        ownerRef: null,
        entityRefs: ['component:default/checkout-api'],
        chosenBy: prices.priority,
        principalDays: null,
        interest: prices.interest,
        payback: { state: 'not_scored', missing: ['principalDays'] },
        risk: prices.risk,
      },
    ],
    principalDays: 5,
    withoutPrincipal: 1,
    cost: {
      amount: 4000,
      currency: 'EUR',
      per: 'once',
      formula: '5 × 800 = 4,000 EUR',
    },
    risksRemoved: [{ impact: 4, likelihood: 3, items: 2 }],
    notScored: 7,
    accepted: 1,
    ...changes,
  };
}

/** The first item changed, and somebody else changed the second. */
export function buildBulkResult(): DebtBulkResult {
  return {
    counts: {
      changed: 1,
      unchanged: 0,
      conflict: 1,
      not_allowed: 0,
      not_found: 0,
      bad: 0,
    },
    items: [
      { id: 'd1', outcome: 'changed', version: 4, field: null, message: null },
      {
        id: 'd2',
        outcome: 'conflict',
        version: 2,
        field: null,
        message: 'somebody changed it in the meantime',
      },
    ],
  };
}

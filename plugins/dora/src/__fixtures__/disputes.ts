import type {
  Dispute,
  DisputePage,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A change fail rate that somebody disputes. */
export function buildDispute(overrides: Partial<Dispute> = {}): Dispute {
  return {
    id: 'd-1',
    scopeRef: 'component:default/payments-api',
    scopeTitle: 'payments-api',
    metric: 'change-fail-rate',
    profile: 'dora-2026',
    from: '2026-08-25',
    to: '2026-11-22',
    value: 0.098,
    reason: 'Two of these were the power cut of the region',
    openedBy: 'user:default/sam.okafor',
    openedAt: '2026-11-18T10:00:00.000Z',
    ownerRef: 'group:default/payments',
    answerDue: '2026-12-02',
    overdue: false,
    state: 'open',
    answer: null,
    answeredBy: null,
    answeredAt: null,
    mayAnswer: true,
    mayWithdraw: false,
    ...overrides,
  };
}

/** A page of disputes. */
export function buildDisputePage(
  overrides: Partial<DisputePage> = {},
): DisputePage {
  const items = [buildDispute()];
  return { items, totalItems: items.length, nextCursor: null, ...overrides };
}

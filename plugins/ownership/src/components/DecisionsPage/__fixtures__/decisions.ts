import type {
  Decision,
  DecisionForumPage,
  DecisionPage,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A decision as the engine answers it. */
export function buildDecision(overrides: Partial<Decision> = {}): Decision {
  return {
    id: 'd-1',
    title: 'Use one queue',
    context: 'Two were in use',
    decision: 'The first is kept',
    entities: [
      {
        ref: 'component:default/checkout',
        title: 'Checkout',
        ownerRef: 'group:default/shop',
      },
    ],
    ownerRef: 'group:default/shop',
    ownerTitle: 'Shop',
    decidedOn: '2026-06-01',
    reviewOn: null,
    reviewOverdue: false,
    status: 'accepted',
    supersedes: null,
    supersededBy: null,
    links: [],
    createdBy: 'user:default/ada',
    createdAt: '2026-06-01T09:00:00.000Z',
    updatedBy: null,
    updatedAt: null,
    version: 1,
    versions: [],
    mayChange: true,
    ...overrides,
  };
}

/** One page of the decision log. */
export function buildDecisionPage(...items: Decision[]): DecisionPage {
  return { items, totalItems: items.length, nextCursor: null };
}

/** Two forums, one of which says no more than its name. */
export function buildForumPage(): DecisionForumPage {
  return {
    items: [
      {
        ref: 'decisionforum:default/council',
        title: 'Council',
        purpose: 'Seams between services',
        cadence: 'P14D',
        members: [
          {
            ref: 'group:default/shop',
            title: 'Shop',
            exists: true,
            rightId: null,
          },
          {
            ref: 'group:default/gone',
            title: 'gone',
            exists: false,
            rightId: null,
          },
        ],
        chair: null,
        scopeRefs: [],
        decides: ['architecture'],
        url: 'https://notes.example.com/council',
      },
      {
        ref: 'decisionforum:default/quiet',
        title: 'Quiet',
        purpose: null,
        cadence: null,
        members: [],
        chair: null,
        scopeRefs: [],
        decides: [],
        url: null,
      },
    ],
    totalItems: 2,
    nextCursor: null,
  };
}

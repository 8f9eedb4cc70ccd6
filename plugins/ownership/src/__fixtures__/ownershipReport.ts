import type {
  AppliedRights,
  Escalation,
  OwnershipExplanation,
  OwnershipPage,
  OwnershipReport,
  OwnershipReviewEventPage,
  OwnershipRow,
  OwnershipRung,
  OwnershipSummary,
} from '@opmodel/backstage-plugin-opmodel-common';

const PAYMENTS = 'component:default/payments-api';
const OWNER = 'group:default/payments';

const definition = {
  id: 'ownership-2026',
  version: '1',
  title: 'Ownership 2026',
  docs: 'ownership#the-ladder',
};

const freshness = {
  snapshotAt: '2026-11-22T10:00:00Z',
  assessedAt: '2026-11-22T10:01:00Z',
};

/** A component that lacks an escalation path and a review. */
export function buildOwnershipReport(): OwnershipReport {
  return {
    entity: {
      ref: PAYMENTS,
      kind: 'component',
      title: 'Payments API',
      type: 'service',
      tier: '1',
      tierSource: 'opmodel.io/tier',
      lifecycle: 'production',
    },
    freshness,
    ladder: {
      definition,
      reached: 5,
      gaps: ['owner_without_escalation', 'review_overdue'],
      assessedAt: freshness.assessedAt,
      rungs: [
        {
          id: 'owner_set',
          state: 'reached',
          gap: null,
          values: { ownerRef: OWNER },
        },
        {
          id: 'owner_resolves',
          state: 'reached',
          gap: null,
          values: { ownerRef: OWNER },
        },
        {
          id: 'owner_is_group',
          state: 'reached',
          gap: null,
          values: { ownerRef: OWNER },
        },
        {
          id: 'has_members',
          state: 'reached',
          gap: null,
          values: { members: 4, minimum: 2 },
        },
        {
          id: 'has_contact',
          state: 'reached',
          gap: null,
          values: { contacts: 1 },
        },
        {
          id: 'has_escalation',
          state: 'missing',
          gap: 'owner_without_escalation',
          values: {},
        },
        {
          id: 'reviewed',
          state: 'missing',
          gap: 'review_overdue',
          values: { verifiedAt: null, expiresAt: null, holdsDays: 90 },
        },
      ],
    },
    owners: [{ ref: OWNER, title: 'Payments', exists: true, primary: true }],
    chain: [
      { ref: OWNER, title: 'Payments', type: 'team' },
      { ref: 'group:default/company', title: 'Company', type: 'company' },
    ],
    contacts: [
      {
        type: 'chat',
        label: '#payments',
        value: '#payments',
        url: 'https://chat.example.com/payments',
        source: 'team_api',
      },
    ],
    onCall: {
      provider: 'Pager',
      state: 'known',
      entries: [
        {
          level: 1,
          label: 'Ada Byrne',
          userRef: 'user:default/ada',
          until: '2026-11-23T09:00:00Z',
        },
      ],
      asOf: '2026-11-22T09:58:00Z',
      url: 'https://pager.example.com/payments',
    },
    team: null,
    review: {
      entityRef: PAYMENTS,
      entityTitle: 'Payments API',
      kind: 'component',
      tier: '1',
      ownerRef: OWNER,
      ownerTitle: 'Payments',
      state: 'never',
      verifiedAt: null,
      verifiedBy: null,
      expiresAt: null,
      dueDay: '2026-12-01',
      handOverId: null,
      mayReview: true,
    },
    history: [
      {
        ownerRef: OWNER,
        ownerTitle: 'Payments',
        from: '2026-03-02T00:00:00Z',
        to: null,
      },
      {
        ownerRef: 'group:default/shop',
        ownerTitle: 'Shop',
        from: null,
        to: '2026-03-02T00:00:00Z',
      },
    ],
    codeowners: {
      state: 'partly',
      path: '.github/CODEOWNERS',
      folder: '/services/payments',
      owners: [
        {
          name: '@example/payments',
          ref: OWNER,
          title: 'Payments',
          isCatalogOwner: true,
        },
        {
          name: '@example/guild',
          ref: null,
          title: null,
          isCatalogOwner: false,
        },
      ],
      rules: [
        {
          pattern: '/services/payments/',
          line: 12,
          owners: ['@example/payments', '@example/guild'],
        },
      ],
      asOf: '2026-11-22T08:00:00Z',
    },
    suggestions: null,
    gapDates: [
      {
        entityRef: PAYMENTS,
        gap: 'review_overdue',
        dueDay: '2026-11-01',
        note: 'After the move',
        setBy: 'user:default/guest',
        setAt: '2026-10-01T08:00:00Z',
        overdue: true,
      },
    ],
    rollUp: null,
    load: null,
    nextSteps: [
      {
        id: 'add_escalation',
        entityRef: PAYMENTS,
        values: { gap: 'owner_without_escalation', ownerRef: OWNER },
      },
      {
        id: 'review',
        entityRef: PAYMENTS,
        values: { gap: 'review_overdue', ownerRef: OWNER },
      },
    ],
  };
}

/** A component without an owner, of which repositories and on-call are not set up. */
export function buildUnownedReport(): OwnershipReport {
  const report = buildOwnershipReport();
  return {
    ...report,
    ladder: {
      ...report.ladder!,
      reached: 0,
      gaps: ['unowned'],
      rungs: report.ladder!.rungs.map(
        ({ id }): OwnershipRung =>
          id === 'owner_set'
            ? {
                id,
                state: 'missing',
                gap: 'unowned',
                values: { ownerRef: null },
              }
            : { id, state: 'blocked', gap: null, values: {} },
      ),
    },
    owners: [],
    chain: [],
    contacts: [],
    onCall: {
      provider: 'none',
      state: 'not_set_up',
      entries: [],
      asOf: null,
      url: null,
    },
    review: null,
    history: [],
    codeowners: null,
    suggestions: {
      state: 'known',
      items: [
        {
          ownerRef: OWNER,
          ownerTitle: 'Payments',
          commits: 40,
          share: 0.8,
          contributors: 3,
          change: 'spec:\n  owner: group:default/payments',
        },
      ],
      unassignedShare: 0.1,
      from: '2026-08-25',
      to: '2026-11-22',
      asOf: '2026-11-22T08:00:00Z',
    },
    gapDates: [],
    nextSteps: [{ id: 'set_owner', entityRef: PAYMENTS, values: {} }],
  };
}

/** The coverage of a selection, with two days of history. */
export function buildOwnershipSummary(): OwnershipSummary {
  return {
    scope: {
      ref: 'selection',
      kind: 'selection',
      title: 'Selection',
      rollUp: true,
      components: 10,
      activeComponents: 10,
    },
    window: {
      from: '2026-11-20',
      to: '2026-11-22',
      days: 3,
      zone: 'Europe/Berlin',
      previous: { from: '2026-11-17', to: '2026-11-19' },
    },
    definition,
    coverage: {
      entities: 10,
      full: 4,
      share: 0.4,
      weightedShare: 0.25,
      state: 'ok',
    },
    rungs: [
      {
        rung: 'owner_set',
        reached: 9,
        entities: 10,
        share: 0.9,
        weightedShare: 0.95,
      },
      {
        rung: 'reviewed',
        reached: 4,
        entities: 10,
        share: 0.4,
        weightedShare: 0.25,
      },
    ],
    gaps: [
      { gap: 'unowned', entities: 1 },
      { gap: 'owner_without_escalation', entities: 5 },
      { gap: 'owner_is_user', entities: 0 },
    ],
    tiers: [
      {
        tier: '1',
        weight: 4,
        coverage: {
          entities: 2,
          full: 0,
          share: 0,
          weightedShare: 0,
          state: 'thin',
        },
      },
      {
        tier: null,
        weight: 1,
        coverage: {
          entities: 8,
          full: 4,
          share: 0.5,
          weightedShare: 0.5,
          state: 'ok',
        },
      },
    ],
    trend: [
      {
        day: '2026-11-20',
        entities: 0,
        full: 0,
        share: null,
        weightedShare: null,
        rungs: [0, 0, 0, 0, 0, 0, 0],
        definitionChanged: false,
      },
      {
        day: '2026-11-21',
        entities: 10,
        full: 3,
        share: 0.3,
        weightedShare: 0.2,
        rungs: [9, 9, 8, 7, 6, 5, 3],
        definitionChanged: false,
      },
      {
        day: '2026-11-22',
        entities: 10,
        full: 4,
        share: 0.4,
        weightedShare: 0.25,
        rungs: [9, 9, 8, 7, 6, 5, 4],
        definitionChanged: true,
      },
    ],
    change: 0.1,
    freshness,
  };
}

/** A group with what it owns, carries and says of itself. */
export function buildGroupReport(): OwnershipReport {
  return {
    ...buildOwnershipReport(),
    entity: {
      ref: OWNER,
      kind: 'group',
      title: 'Payments',
      type: 'team',
      tier: null,
      tierSource: null,
      lifecycle: null,
    },
    ladder: null,
    owners: [],
    review: null,
    history: [],
    codeowners: null,
    gapDates: [],
    team: {
      ref: OWNER,
      title: 'Payments',
      focus: 'Taking money',
      type: 'stream-aligned',
      members: 4,
      channels: [],
      searchTerms: ['checkout', 'refund'],
      services: [
        {
          name: 'Payments API',
          url: null,
          versioning: 'semantic',
          entityRef: PAYMENTS,
        },
      ],
      work: [],
      meetings: [],
      interactions: [
        {
          teamRef: 'group:default/platform',
          teamTitle: 'Platform',
          mode: 'collaboration',
          purpose: 'New ledger',
          since: '2026-06-01',
          expectedEnd: '2026-09-01',
          overdue: true,
        },
      ],
      source: 'https://git.example.com/payments/team-api.yaml',
    },
    rollUp: buildOwnershipSummary(),
    load: {
      entities: 10,
      weighted: 16,
      members: 4,
      onCall: true,
      openIncidents: null,
      deployments: 31,
      interactions: 1,
    },
    nextSteps: [
      { id: 'close_gaps', entityRef: OWNER, values: { entities: 6 } },
      {
        id: 'overdue_interaction',
        entityRef: OWNER,
        values: {
          teamRef: 'group:default/platform',
          expectedEnd: '2026-09-01',
        },
      },
    ],
  };
}

function buildRow(change: Partial<OwnershipRow>): OwnershipRow {
  return {
    ref: PAYMENTS,
    kind: 'component',
    title: 'Payments API',
    type: 'service',
    tier: '1',
    lifecycle: 'production',
    systemRef: 'system:default/checkout',
    ownerRef: OWNER,
    ownerTitle: 'Payments',
    reached: 5,
    rungs: 7,
    gaps: ['owner_without_escalation', 'review_overdue'],
    dueDay: '2026-11-01',
    overdue: true,
    gapDates: buildOwnershipReport().gapDates,
    reviewState: 'never',
    verifiedAt: null,
    ...change,
  };
}

/** A page of the list: one entity with gaps, one that nobody owns, one owned well. */
export function buildOwnershipPage(): OwnershipPage {
  return {
    items: [
      buildRow({
        ref: 'api:default/ledger',
        kind: 'api',
        title: 'Ledger',
        tier: null,
        ownerRef: null,
        ownerTitle: null,
        reached: 0,
        gaps: ['unowned'],
        dueDay: null,
        overdue: false,
        gapDates: [],
        reviewState: null,
      }),
      buildRow({}),
      buildRow({
        ref: 'component:default/mailer',
        title: 'Mailer',
        reached: 7,
        gaps: [],
        dueDay: null,
        overdue: false,
        gapDates: [],
        reviewState: 'verified',
        verifiedAt: '2026-11-01T08:00:00Z',
      }),
    ],
    totalItems: 3,
    nextCursor: null,
  };
}

/** Where the coverage of the summary comes from. */
export function buildOwnershipExplanation(): OwnershipExplanation {
  const { scope } = buildOwnershipSummary();
  return {
    scope,
    definition,
    freshness,
    state: 'ok',
    n: 10,
    figures: [
      { label: 'full', value: 4 },
      { label: 'entities', value: 10 },
      { label: 'share', value: 0.4 },
      { label: 'full-weight', value: 4 },
      { label: 'weight', value: 16 },
      { label: 'weighted-share', value: 0.25 },
    ],
    weights: [
      { tier: '1', weight: 4, entities: 2, full: 0 },
      { tier: null, weight: 1, entities: 8, full: 4 },
    ],
    excluded: [{ reason: 'lifecycle_left_out', count: 2 }],
  };
}

/** Whom to page about the component, and whom then. */
export function buildEscalation(): Escalation {
  return {
    entityRef: PAYMENTS,
    about: 'incident',
    severity: null,
    source: 'owner_chain',
    documentRef: null,
    attachedTo: null,
    steps: [
      {
        level: 1,
        afterSeconds: null,
        via: null,
        targets: [
          {
            ref: OWNER,
            title: 'Payments',
            exists: true,
            contacts: buildOwnershipReport().contacts,
          },
        ],
      },
      {
        level: 2,
        afterSeconds: 1800,
        via: 'phone',
        targets: [
          {
            ref: 'group:default/company',
            title: 'Company',
            exists: true,
            contacts: [],
          },
        ],
      },
    ],
    url: null,
    asOf: '2026-11-22T10:00:00Z',
  };
}

/** Who decides on a hand-over of the component. */
export function buildDecisionRights(): AppliedRights {
  const approver = (name: string, title: string) => ({
    ref: `group:default/${name}`,
    title,
    exists: true,
    rightId: 'hand-over',
  });
  return {
    items: [
      {
        id: 'hand-over',
        title: 'Handing over services',
        documentRef: 'decisionrights:default/money',
        decides: ['hand_over'],
        mode: 'with_peers',
        riskLevels: [],
        deciders: [approver('payments', 'Payments')],
        peers: [approver('architects', 'Architects')],
        executives: [],
        appliesBecause: 'group:default/company',
      },
    ],
    forums: [],
    decisions: 2,
  };
}

/** One confirmation that expired. */
export function buildReviewEvents(): OwnershipReviewEventPage {
  return {
    items: [
      {
        id: '1',
        kind: 'expired',
        at: '2026-09-01T00:00:00Z',
        by: null,
        ownerRef: OWNER,
        toRef: null,
        note: null,
      },
    ],
    totalItems: 1,
    nextCursor: null,
  };
}

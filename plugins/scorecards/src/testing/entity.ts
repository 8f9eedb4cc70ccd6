import type {
  EntityCheck,
  EntityScorecard,
  EntityScorecards,
  ScorecardChangePage,
  ScorecardExplanation,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  buildCheckTotals,
  buildScorecard,
  buildVerdicts,
  levels,
  READINESS,
} from './scorecard';

/** The entity of the fixtures. */
export const CHECKOUT = 'component:default/checkout-api';

/** A check that fails, with all that a check can have. */
export function buildCheck(overrides: Partial<EntityCheck> = {}): EntityCheck {
  return {
    checkId: 'change-failures',
    name: 'Few changes fail',
    description: 'Changes that fail cost customers.',
    category: 'Delivery',
    level: 'Silver',
    weight: 1,
    ownerRef: 'group:default/platform',
    state: 'failed',
    since: '2026-11-10T10:00:00Z',
    value: 0.24,
    unit: 'ratio',
    standing: null,
    pending: null,
    message: '24 % of its changes fail.',
    solution: 'Look at **failed deployments** first.',
    links: [{ title: 'Guide', url: 'https://docs.example.com/changes' }],
    detail: null,
    startsAt: null,
    evidence: [
      {
        fact: 'dora.changeFailRate',
        description: 'Share of deployments that failed',
        providerTitle: 'DORA metrics',
        value: 0.24,
        unit: 'ratio',
        reportedAt: '2026-11-22T10:00:00Z',
        isStale: false,
      },
    ],
    exemption: null,
    attestation: null,
    expression: 'dora.changeFailRate <= 0.15',
    filter: null,
    ...overrides,
  };
}

/** A check that passes, one that is exempt, one whose facts are missing, and one to vouch for. */
export const otherChecks: EntityCheck[] = [
  buildCheck({
    checkId: 'has-owner',
    name: 'Has an owner',
    category: 'Ownership',
    level: 'Bronze',
    state: 'passed',
    value: true,
    unit: null,
    message: null,
    solution: null,
    links: [],
    evidence: [],
    expression: 'ownership.hasOwner',
  }),
  buildCheck({
    checkId: 'has-runbook',
    name: 'Has a runbook',
    category: 'Operations',
    level: 'Bronze',
    state: 'exempt',
    value: null,
    exemption: {
      acceptanceId: 'a1',
      state: 'approved',
      reason: 'It is switched off in spring',
      expiresOn: '2027-03-01',
    },
  }),
  buildCheck({
    checkId: 'has-slo',
    name: 'Has an SLO',
    category: 'Operations',
    level: 'Silver',
    state: 'not_reported',
    standing: 'passed',
    value: null,
    message: null,
    detail: 'slo.count was never told',
  }),
  buildCheck({
    checkId: 'exercised',
    name: 'Recovery was exercised',
    category: 'Operations',
    level: null,
    state: 'failed',
    value: null,
    unit: null,
    message: null,
    attestation: 'recovery-exercise',
  }),
];

/** Where the entity stands on the scorecard: at the first of two levels. */
export function buildResult(
  overrides: Partial<EntityScorecard> = {},
): EntityScorecard {
  return {
    scorecard: buildScorecard(),
    isAsked: true,
    level: levels[1],
    levelSince: '2026-10-01T10:00:00Z',
    next: levels[2],
    missing: [
      {
        checkId: 'change-failures',
        name: 'Few changes fail',
        bearing: 'missed',
      },
      { checkId: 'has-slo', name: 'Has an SLO', bearing: 'unknown' },
    ],
    held: ['has-slo'],
    points: null,
    requires: [],
    summary: buildVerdicts({
      passed: 1,
      failed: 2,
      exempt: 1,
      not_reported: 1,
    }),
    checks: [buildCheck(), ...otherChecks],
    ...overrides,
  };
}

/** The answer of the entity's tab. */
export function buildReport(
  overrides: Partial<EntityScorecards> = {},
): EntityScorecards {
  return {
    scope: {
      ref: CHECKOUT,
      kind: 'component',
      title: 'Checkout API',
      ownerRef: 'group:default/checkout',
      ownerTitle: 'Checkout',
      tier: '1',
    },
    overall: {
      scorecardRef: READINESS,
      scorecardTitle: 'Production readiness',
      level: levels[1],
      next: levels[2],
      scorecards: 2,
    },
    scorecards: [
      buildResult(),
      buildResult({
        scorecard: buildScorecard({
          ref: 'scorecard:default/data-products',
          title: 'Data products',
        }),
        isAsked: false,
        level: null,
        levelSince: null,
        next: null,
        missing: [],
        held: [],
        summary: buildVerdicts({}),
        checks: [],
      }),
    ],
    nextSteps: [
      {
        scorecardRef: READINESS,
        scorecardTitle: 'Production readiness',
        checkId: 'change-failures',
        name: 'Few changes fail',
        level: 'Silver',
        state: 'failed',
        message: '24 % of its changes fail.',
        solution: 'Look at **failed deployments** first.',
        links: [],
        unlocks: 'Silver',
      },
    ],
    members: null,
    waiting: false,
    evaluatedAt: '2026-11-22T10:05:00Z',
    mayEvaluate: true,
    mayRequestExemption: true,
    mayAttest: true,
    ...overrides,
  };
}

/** The answer of a group's tab: nothing is asked of the group itself, and something of what it owns. */
export function buildGroupReport(): EntityScorecards {
  return buildReport({
    scope: {
      ref: 'group:default/payments',
      kind: 'group',
      title: 'Payments',
      ownerRef: null,
      ownerTitle: null,
      tier: null,
    },
    overall: null,
    scorecards: [],
    nextSteps: [],
    members: {
      entities: 12,
      scored: 10,
      overall: {
        entities: 10,
        levels: [
          { level: levels[0], entities: 1 },
          { level: levels[1], entities: 6 },
          { level: levels[2], entities: 3 },
        ],
        heldBackBy: [
          {
            scorecardRef: READINESS,
            scorecardTitle: 'Production readiness',
            entities: 10,
          },
        ],
        summary: buildVerdicts({ passed: 30, failed: 10, not_reported: 10 }),
      },
      asOf: '2026-11-22T10:05:00Z',
      scorecards: [
        {
          scorecard: buildScorecard(),
          entities: 10,
          levels: [
            { level: levels[0], entities: 1 },
            { level: levels[1], entities: 6 },
            { level: levels[2], entities: 3 },
          ],
          summary: buildVerdicts({ passed: 30, failed: 10, not_reported: 10 }),
          checks: [buildCheckTotals()],
          change: 0.05,
        },
      ],
    },
  });
}

/** The last change of the entity. */
export function buildChanges(): ScorecardChangePage {
  return {
    items: [
      {
        scorecardRef: READINESS,
        scorecardTitle: 'Production readiness',
        version: 3,
        changedAt: '2026-11-10T10:00:00Z',
        levelBefore: levels[2],
        levelAfter: levels[1],
        ownerRef: 'group:default/checkout',
        checks: [
          {
            checkId: 'change-failures',
            name: 'Few changes fail',
            before: 'passed',
            after: 'failed',
            cause: 'entity',
          },
        ],
      },
    ],
    nextCursor: null,
  };
}

/** How the failing check came about. */
export function buildExplanation(): ScorecardExplanation {
  return {
    scorecard: buildScorecard(),
    check: buildCheck(),
    definedIn: 'https://git.example.com/standards/scorecards.yaml',
    checkVersion: 2,
    filterResults: [
      {
        expression: "catalog.lifecycle == 'production'",
        of: 'scorecard',
        holds: true,
      },
    ],
    warning: 'dora.changeFailRate <= 0.1',
    freshnessSeconds: 86_400,
    confirmations: 2,
    whenNotReported: 'wait',
    changes: buildChanges().items[0].checks,
  };
}

import type {
  ScoreChangeReport,
  ScorecardDetail,
  ScorecardHeatMap,
  ScorecardSeries,
  ScorecardSummary,
  ScorecardVersionPage,
  ScoredEntityPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import { buildGroupReport, CHECKOUT } from './entity';
import { buildScorecard, buildVerdicts, levels, READINESS } from './scorecard';

/** One scorecard over ten entities. */
export function buildSummary(): ScorecardSummary {
  return buildGroupReport().members!;
}

/** One entity of the list. */
export function buildEntities(): ScoredEntityPage {
  return {
    items: [
      {
        entityRef: CHECKOUT,
        title: 'Checkout API',
        kind: 'component',
        ownerRef: 'group:default/checkout',
        ownerTitle: 'Checkout',
        tier: '1',
        scorecardRef: READINESS,
        level: levels[1],
        levelSince: '2026-10-01T10:00:00Z',
        summary: buildVerdicts({ passed: 1, failed: 2, not_reported: 1 }),
        check: {
          state: 'failed',
          since: '2026-11-10T10:00:00Z',
          value: 0.24,
          detail: null,
        },
      },
    ],
    totalItems: 1,
    nextCursor: null,
  };
}

const rowOf = (
  ref: string | null,
  title: string,
): ScorecardHeatMap['total'] => ({
  ref,
  title,
  isOwnOnly: false,
  entities: 5,
  levels: [{ level: levels[1], entities: 5 }],
  summary: buildVerdicts({ passed: 4, failed: 1 }),
  cells: [
    {
      passing: 0.5,
      judged: 4,
      applicable: 5,
      failed: 2,
      exempt: 1,
      silent: 0,
    },
    {
      passing: null,
      judged: 0,
      applicable: 5,
      failed: 0,
      exempt: 0,
      silent: 5,
    },
  ],
});

/** Two teams and two checks. */
export function buildHeatMap(): ScorecardHeatMap {
  return {
    scorecard: buildScorecard(),
    checks: [
      {
        checkId: 'has-runbook',
        name: 'Has a runbook',
        category: 'Operations',
        level: 'Bronze',
      },
      {
        checkId: 'has-slo',
        name: 'Has an SLO',
        category: null,
        level: 'Silver',
      },
    ],
    rows: [
      rowOf('group:default/checkout', 'Checkout'),
      rowOf('group:default/payments', 'Payments'),
    ],
    total: rowOf(null, ''),
  };
}

/** Two weeks, of which the first has no figures. */
export function buildSeries(): ScorecardSeries {
  return {
    scorecard: buildScorecard(),
    points: [
      {
        day: '2026-11-15',
        entities: 9,
        levels: [
          { rank: 0, entities: 3 },
          { rank: 1, entities: 6 },
        ],
        passing: null,
        coverage: null,
      },
      {
        day: '2026-11-22',
        entities: 10,
        levels: [
          { rank: 0, entities: 1 },
          { rank: 1, entities: 6 },
          { rank: 2, entities: 3 },
        ],
        passing: 0.75,
        coverage: 0.8,
      },
    ],
    definitionChanges: [
      { day: '2026-11-18', version: 3, note: 'Asks for runbooks' },
    ],
  };
}

/** A share that entities raised and a rule lowered. */
export function buildScoreChanges(): ScoreChangeReport {
  return {
    scorecard: buildScorecard(),
    from: '2026-08-24',
    to: '2026-11-22',
    before: 0.7,
    after: 0.75,
    change: 0.05,
    parts: {
      entity: 0.12,
      rule: -0.07,
      population: 0,
      data: 0,
      exemption: 0,
    },
    items: [
      {
        entityRef: CHECKOUT,
        title: 'Checkout API',
        ownerRef: 'group:default/checkout',
        ownerTitle: 'Checkout',
        levelBefore: levels[2],
        levelAfter: levels[1],
        changedAt: '2026-11-10T10:00:00Z',
        cause: 'rule',
        checks: [
          {
            checkId: 'has-runbook',
            name: 'Has a runbook',
            before: null,
            after: 'failed',
            cause: 'rule',
          },
        ],
      },
    ],
    totalItems: 1,
    nextCursor: null,
  };
}

/** The scorecard as it is written. */
export function buildDetail(
  overrides: Partial<ScorecardDetail> = {},
): ScorecardDetail {
  return {
    scorecard: buildScorecard(),
    spec: {
      filter: "catalog.lifecycle == 'production'",
      requires: [{ scorecard: 'basics', level: 'Done' }],
      checks: [
        {
          id: 'has-runbook',
          name: 'Has a runbook',
          category: 'Operations',
          level: 'Bronze',
          expression: "'runbook' in catalog.links",
        },
        {
          id: 'has-slo',
          name: 'Has an SLO',
          category: 'Operations',
          level: 'Silver',
          expression: 'slo.count > 0',
          filter: "catalog.kind == 'component'",
        },
      ],
    },
    problems: [],
    publishedBy: 'user:default/mira',
    note: 'Asks for runbooks',
    source: 'https://git.example.com/standards/scorecards.yaml',
    draftId: null,
    mayEdit: false,
    mayCopy: true,
    ...overrides,
  };
}

/** The last two versions. */
export function buildVersions(): ScorecardVersionPage {
  return {
    items: [
      {
        version: 3,
        publishedAt: '2026-11-18T10:00:00Z',
        publishedBy: 'user:default/mira',
        note: 'Asks for runbooks',
        changes: [
          {
            kind: 'added',
            path: 'checks.has-runbook',
            before: null,
            after: 'Has a runbook',
          },
        ],
      },
      {
        version: 2,
        publishedAt: '2026-10-18T10:00:00Z',
        publishedBy: null,
        note: null,
        changes: [],
      },
    ],
    nextCursor: null,
  };
}

import type {
  FactProviderList,
  OpmodelApi,
  ScorecardDetail,
  ScorecardDraft,
  ScorecardPreview,
} from '@opmodel/backstage-plugin-opmodel-common';
import { createFakeOpmodelApi } from '../../testing';

export const DRAFT = 'd1';

/** A draft of a scorecard with two levels and one check. */
export function buildDraft(
  changes: Partial<ScorecardDraft> = {},
): ScorecardDraft {
  return {
    id: DRAFT,
    scorecardRef: 'scorecard:default/readiness',
    name: 'readiness',
    spec: {
      title: 'Readiness',
      scheme: 'levels',
      emptyLevel: { name: 'None' },
      levels: [
        { name: 'Bronze', rank: 1 },
        { name: 'Silver', rank: 2 },
      ],
      checks: [
        {
          id: 'few-failures',
          name: 'Few failures',
          level: 'Bronze',
          expression: 'dora.changeFailRate <= 0.15',
        },
      ],
    },
    basedOn: 3,
    isOutdated: false,
    revision: 5,
    problems: [],
    changes: [
      {
        kind: 'changed',
        path: 'checks.few-failures.expression',
        before: 'dora.changeFailRate <= 0.2',
        after: 'dora.changeFailRate <= 0.15',
      },
    ],
    createdBy: 'user:default/ada',
    createdAt: '2026-11-20T10:00:00.000Z',
    updatedBy: 'user:default/ada',
    updatedAt: '2026-11-22T10:00:00.000Z',
    mayPublish: true,
    ...changes,
  };
}

export const providers: FactProviderList = {
  items: [
    {
      id: 'dora',
      title: 'DORA metrics',
      cadenceSeconds: 3_600,
      freshnessSeconds: 172_800,
      state: 'fresh',
      reportedAt: '2026-11-23T08:00:00.000Z',
      nextAt: null,
      entities: 12,
      problems: 0,
      error: null,
      facts: [
        {
          name: 'changeFailRate',
          type: 'number',
          unit: 'ratio',
          description: 'Share of deployments that failed',
        },
        {
          name: 'deploymentFrequency',
          type: 'number',
          unit: 'per week',
          description: 'Deployments in a week',
        },
      ],
    },
  ],
};

const silver = { name: 'Silver', rank: 2, color: '#c0c0c0', description: null };
const bronze = { name: 'Bronze', rank: 1, color: '#cd7f32', description: null };

/** A preview by which fourteen of two hundred and ten entities fall. */
export function buildPreview(
  changes: Partial<ScorecardPreview> = {},
): ScorecardPreview {
  const counts = {
    entities: 210,
    up: 2,
    down: 14,
    same: 194,
    joining: 0,
    leaving: 0,
  };
  return {
    problems: [],
    counts,
    teamsDown: 3,
    teams: [
      {
        ownerRef: 'group:default/payments',
        ownerTitle: 'Payments',
        counts: { ...counts, entities: 9, down: 5, up: 0 },
        lowestBefore: silver,
        lowestAfter: bronze,
      },
    ],
    levelsLost: [{ level: silver, teams: 3 }],
    moves: [
      {
        entityRef: 'component:default/ledger',
        title: 'Ledger',
        ownerRef: 'group:default/payments',
        levelBefore: silver,
        levelAfter: bronze,
        checks: [
          {
            checkId: 'few-failures',
            name: 'Few failures',
            before: 'passed',
            after: 'failed',
            cause: 'rule',
          },
        ],
      },
    ],
    samples: [],
    ...changes,
  };
}

/** An entity as it would stand, of which one check fails. */
export const ledgerSample = {
  entityRef: 'component:default/ledger',
  title: 'Ledger',
  standing: {
    scorecard: { levels: [bronze, silver] },
    level: bronze,
    checks: [
      {
        checkId: 'few-failures',
        name: 'Few failures',
        state: 'failed',
        message: '22 % of its deployments failed',
        detail: null,
      },
      { checkId: 'owned', name: 'Owned', state: 'passed' },
    ],
  },
} as unknown as ScorecardPreview['samples'][number];

const answers: Partial<OpmodelApi> = {
  getScorecardDraft: async () => buildDraft(),
  listScorecardDrafts: async () => ({ items: [buildDraft()] }),
  listFactProviders: async () => providers,
  checkScorecard: async () => ({ problems: [] }),
  previewScorecard: async () => buildPreview(),
  saveScorecardDraft: async (_, { spec, revision }) =>
    buildDraft({ spec, revision: revision + 1 }),
  publishScorecardDraft: async () =>
    ({
      scorecard: { ref: 'scorecard:default/readiness' },
    } as ScorecardDetail),
};

/** The API with one draft; what a test is about is overridden. */
export function createDraftApi(
  overrides: Partial<OpmodelApi> = {},
): OpmodelApi {
  return createFakeOpmodelApi({ ...answers, ...overrides });
}

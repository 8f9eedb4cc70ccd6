import type {
  DeploymentChangeRow,
  DeploymentPage,
  DeploymentRow,
  DistributionBin,
  DoraExplanation,
  DoraMember,
  DoraMetricId,
  DoraReport,
  TrendPoint,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const LAST_DAY = '2026-11-22';

/** Numbers between 0 and 1 that are the same on every run. */
function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Weeks of a trend that ends on the last day of the fixtures. */
export function buildTrend(
  options: { weeks?: number; seed?: number; weeksBack?: number } = {},
): TrendPoint[] {
  const { weeks = 14, seed = 7, weeksBack = 0 } = options;
  const next = seededNumbers(seed);
  const lastMonday = DateTime.fromISO(LAST_DAY, { zone: 'utc' })
    .startOf('week')
    .minus({ weeks: weeksBack });
  return Array.from({ length: weeks }, (_, index) => {
    const progress = index / weeks;
    const median = Math.round((26 - 9 * progress + 12 * next()) * HOUR);
    const deployments = 1 + Math.floor(4 * next() + 2 * progress);
    return {
      week: lastMonday.minus({ weeks: weeks - 1 - index }).toISODate()!,
      partial: index === 0,
      deployments,
      leadTimeMedian: median,
      leadTimeP75: Math.round(median * (1.5 + 0.6 * next())),
      leadTimeP90: Math.round(median * (2.3 + next())),
      n: deployments * 3,
    };
  });
}

const DISTRIBUTION: DistributionBin[] = [
  2, 0, 3, 6, 9, 17, 24, 31, 26, 15, 7, 2,
].map((count, index) => ({
  from: 900 * 2 ** index,
  to: 900 * 2 ** (index + 1),
  count,
}));

/** One component within a roll-up. */
export function buildMember(overrides: Partial<DoraMember> = {}): DoraMember {
  const weeklyDeployments = buildTrend({ seed: 3 }).map(
    point => point.deployments,
  );
  return {
    entityRef: 'component:default/payments-api',
    title: 'payments-api',
    kind: 'component',
    type: 'service',
    tier: 'tier-1',
    lifecycle: 'production',
    ownerRef: 'group:default/payments',
    systemRef: 'system:default/checkout',
    state: 'ok',
    leadTimeState: 'ok',
    leadTimeMedian: 22 * HOUR,
    leadTimeN: 126,
    leadTimeChange: { ratio: -0.18, direction: 'better' },
    deployments: 41,
    deploymentsPerWeek: 3.19,
    lastDeploymentAt: '2026-11-21T14:03:00.000Z',
    weeklyDeployments,
    ...overrides,
  };
}

/** The report of a component that delivers, unless told otherwise. */
export function buildDoraReport(
  overrides: Partial<DoraReport> = {},
): DoraReport {
  return {
    scope: {
      ref: 'component:default/payments-api',
      kind: 'component',
      title: 'payments-api',
      rollUp: false,
      components: 1,
      activeComponents: 1,
    },
    window: {
      from: '2026-08-25',
      to: LAST_DAY,
      days: 90,
      zone: 'Europe/Berlin',
      previous: { from: '2026-05-27', to: '2026-08-24' },
    },
    ownership: 'now',
    definition: {
      id: 'dora-2026',
      version: '1',
      title: 'DORA 2026',
      docs: 'dora#the-dora-2026-profile',
    },
    freshness: {
      state: 'fresh',
      asOf: '2026-11-22T09:56:00.000Z',
      calculating: false,
    },
    changeLeadTime: {
      state: 'ok',
      median: 22 * HOUR + 15 * 60,
      p75: 44 * HOUR,
      p90: 3 * DAY + 4 * HOUR,
      n: 142,
      minimum: 5,
      approximate: false,
      excluded: [
        { reason: 'already_delivered', unit: 'change', count: 12 },
        { reason: 'unknown_change', unit: 'change', count: 3 },
        { reason: 'negative_span', unit: 'change', count: 1 },
      ],
      previous: { median: 27 * HOUR, n: 118 },
      change: { ratio: -0.176, direction: 'better' },
    },
    deploymentFrequency: {
      state: 'ok',
      deployments: 41,
      perWeek: 3.19,
      medianPerWeek: null,
      shareWeekly: null,
      n: 41,
      minimum: 3,
      excluded: [
        { reason: 'not_production', unit: 'deployment', count: 39 },
        { reason: 'not_successful', unit: 'deployment', count: 2 },
        { reason: 'same_rollout', unit: 'deployment', count: 4 },
      ],
      previous: { deployments: 37, perWeek: 2.88, medianPerWeek: null },
      change: { ratio: 0.108, direction: 'better' },
    },
    stages: [
      {
        id: 'coding',
        median: 6 * HOUR,
        p75: 11 * HOUR,
        p90: 26 * HOUR,
        n: 138,
        share: 0.24,
      },
      {
        id: 'pickup',
        median: 3 * HOUR + 20 * 60,
        p75: 7 * HOUR,
        p90: 19 * HOUR,
        n: 131,
        share: 0.13,
      },
      {
        id: 'review',
        median: 12 * HOUR,
        p75: 20 * HOUR,
        p90: 52 * HOUR,
        n: 131,
        share: 0.48,
      },
      {
        id: 'merge-to-deploy',
        median: 3 * HOUR + 45 * 60,
        p75: 6 * HOUR,
        p90: 14 * HOUR,
        n: 142,
        share: 0.15,
      },
    ],
    trend: buildTrend(),
    previousTrend: buildTrend({ seed: 11, weeksBack: 13 }),
    distribution: DISTRIBUTION,
    members: [],
    membersTotal: 0,
    nextSteps: [
      {
        id: 'slowest-stage',
        entityRef: 'component:default/payments-api',
        values: { stage: 'review', median: 12 * HOUR, share: 0.48 },
      },
    ],
    ...overrides,
  };
}

/** The report of a system of which one component is thin, one silent and one unowned. */
export function buildRollUpReport(
  overrides: Partial<DoraReport> = {},
): DoraReport {
  const report = buildDoraReport();
  return {
    ...report,
    scope: {
      ref: 'system:default/checkout',
      kind: 'system',
      title: 'Checkout',
      rollUp: true,
      components: 12,
      activeComponents: 10,
    },
    deploymentFrequency: {
      ...report.deploymentFrequency,
      deployments: 412,
      perWeek: null,
      medianPerWeek: 2.64,
      shareWeekly: 0.727,
      n: 10,
      previous: { deployments: 371, perWeek: null, medianPerWeek: 2.41 },
      change: { ratio: 0.095, direction: 'better' },
    },
    changeLeadTime: { ...report.changeLeadTime, approximate: true, n: 1_284 },
    trend: report.trend.map(point => ({
      ...point,
      deployments: (point.deployments ?? 0) * 9,
    })),
    previousTrend: report.previousTrend.map(point => ({
      ...point,
      deployments: (point.deployments ?? 0) * 8,
    })),
    members: [
      buildMember({
        entityRef: 'component:default/ledger',
        title: 'ledger',
        leadTimeMedian: 5 * DAY + 6 * HOUR,
        leadTimeN: 64,
        leadTimeChange: { ratio: 1.4, direction: 'worse' },
        deployments: 9,
        deploymentsPerWeek: 0.7,
        weeklyDeployments: [2, 1, 0, 1, 1, 0, 1, 0, 0, 2, 0, 1, 0, 0],
        lastDeploymentAt: '2026-10-11T08:00:00.000Z',
      }),
      buildMember(),
      buildMember({
        entityRef: 'component:default/checkout-web',
        title: 'checkout-web',
        type: 'website',
        ownerRef: 'group:default/storefront',
        leadTimeMedian: 8 * HOUR,
        leadTimeChange: { ratio: 0.01, direction: 'same' },
        deployments: 96,
        deploymentsPerWeek: 7.47,
        weeklyDeployments: buildTrend({ seed: 5 }).map(
          point => (point.deployments ?? 0) * 2,
        ),
      }),
      buildMember({
        entityRef: 'component:default/receipts',
        title: 'receipts',
        tier: null,
        ownerRef: null,
        state: 'thin',
        leadTimeState: 'thin',
        leadTimeMedian: 3 * HOUR,
        leadTimeN: 2,
        leadTimeChange: null,
        deployments: 2,
        deploymentsPerWeek: 0.16,
        weeklyDeployments: [
          null,
          null,
          null,
          null,
          null,
          null,
          0,
          1,
          0,
          0,
          0,
          1,
          0,
          0,
        ],
      }),
      buildMember({
        entityRef: 'component:default/fraud-rules',
        title: 'fraud-rules',
        tier: 'tier-2',
        state: 'no_data',
        leadTimeState: 'no_data',
        leadTimeMedian: null,
        leadTimeN: 0,
        leadTimeChange: null,
        deployments: null,
        deploymentsPerWeek: null,
        lastDeploymentAt: null,
        weeklyDeployments: Array.from({ length: 14 }, () => null),
      }),
    ],
    membersTotal: 12,
    nextSteps: [
      {
        id: 'slowest-stage',
        entityRef: 'system:default/checkout',
        values: { stage: 'review', median: 12 * HOUR, share: 0.48 },
      },
      {
        id: 'slowest-member',
        entityRef: 'component:default/ledger',
        values: { title: 'ledger', median: 5 * DAY + 6 * HOUR },
      },
      {
        id: 'stopped-deploying',
        entityRef: 'component:default/ledger',
        values: {
          title: 'ledger',
          lastDeploymentAt: '2026-10-11T08:00:00.000Z',
        },
      },
    ],
    ...overrides,
  };
}

/** The report of a component of which nothing was ever reported. */
export function buildEmptyReport(): DoraReport {
  const report = buildDoraReport();
  return {
    ...report,
    scope: { ...report.scope, activeComponents: 0 },
    freshness: { state: 'no_data', asOf: null, calculating: false },
    changeLeadTime: {
      ...report.changeLeadTime,
      state: 'no_data',
      median: null,
      p75: null,
      p90: null,
      n: 0,
      excluded: [],
      previous: { median: null, n: 0 },
      change: null,
    },
    deploymentFrequency: {
      ...report.deploymentFrequency,
      state: 'no_data',
      deployments: null,
      perWeek: null,
      n: 0,
      excluded: [],
      previous: { deployments: null, perWeek: null, medianPerWeek: null },
      change: null,
    },
    stages: [],
    trend: silentTrend(report.trend),
    previousTrend: silentTrend(report.previousTrend),
    distribution: [],
    nextSteps: [
      { id: 'connect-source', entityRef: report.scope.ref, values: {} },
    ],
  };
}

/** A component with two deployments since five weeks: shown, and not graded. */
export function buildThinReport(): DoraReport {
  const report = buildDoraReport();
  return {
    ...report,
    freshness: { ...report.freshness, state: 'stale' },
    changeLeadTime: {
      ...report.changeLeadTime,
      state: 'thin',
      n: 3,
      excluded: [{ reason: 'first_deployment', unit: 'change', count: 44 }],
      previous: { median: null, n: 0 },
      change: null,
    },
    deploymentFrequency: {
      ...report.deploymentFrequency,
      state: 'thin',
      deployments: 2,
      perWeek: 0.156,
      n: 2,
      excluded: [],
      previous: { deployments: null, perWeek: null, medianPerWeek: null },
      change: null,
    },
    trend: report.trend.map((point, index) => ({
      ...(index === 9 || index === 12
        ? { ...point, deployments: 1 }
        : {
            ...point,
            deployments: index < 9 ? null : 0,
            leadTimeMedian: null,
            leadTimeP75: null,
            leadTimeP90: null,
            n: 0,
          }),
    })),
    previousTrend: silentTrend(report.previousTrend),
    distribution: [
      { from: 28_800, to: 57_600, count: 1 },
      { from: 57_600, to: 115_200, count: 2 },
    ],
    stages: [
      {
        id: 'commit-to-merge',
        median: 18 * HOUR,
        p75: 20 * HOUR,
        p90: 22 * HOUR,
        n: 3,
        share: 0.82,
      },
      {
        id: 'merge-to-deploy',
        median: 4 * HOUR,
        p75: 5 * HOUR,
        p90: 6 * HOUR,
        n: 3,
        share: 0.18,
      },
    ],
    nextSteps: [],
  };
}

function silentTrend(trend: TrendPoint[]): TrendPoint[] {
  return trend.map(point => ({
    ...point,
    deployments: null,
    leadTimeMedian: null,
    leadTimeP75: null,
    leadTimeP90: null,
    n: 0,
  }));
}

/** How a number of a report came about. */
export function buildExplanation(
  report: DoraReport,
  metric: DoraMetricId,
): DoraExplanation {
  const { scope, window, ownership, definition, freshness } = report;
  const base = { metric, scope, window, ownership, definition, freshness };
  if (metric === 'change-lead-time') {
    const { state, n, minimum, approximate, excluded, median, p75, p90 } =
      report.changeLeadTime;
    return {
      ...base,
      state,
      n,
      minimum,
      approximate,
      excluded,
      figures: [
        { label: 'changes-carried', value: n + 16, unit: 'count' },
        { label: 'changes-counted', value: n, unit: 'count' },
        {
          label: 'rank-below',
          value: n > 0 ? Math.floor((n + 1) / 2) : null,
          unit: 'rank',
        },
        {
          label: 'rank-above',
          value: n > 0 ? Math.ceil((n + 1) / 2) : null,
          unit: 'rank',
        },
        { label: 'median', value: median, unit: 'seconds' },
        { label: 'p75', value: p75, unit: 'seconds' },
        { label: 'p90', value: p90, unit: 'seconds' },
      ],
    };
  }
  const frequency = report.deploymentFrequency;
  const { state, n, minimum, excluded } = frequency;
  const weeks = window.days / 7;
  return {
    ...base,
    state,
    n,
    minimum,
    approximate: false,
    excluded,
    figures: [
      {
        label: 'deployments-recorded',
        value: (frequency.deployments ?? 0) + 45,
        unit: 'count',
      },
      {
        label: 'deployments-counted',
        value: frequency.deployments,
        unit: 'count',
      },
      { label: 'weeks', value: weeks, unit: 'weeks' },
      ...(scope.rollUp
        ? ([
            { label: 'reporting-components', value: 11, unit: 'count' },
            { label: 'active-components', value: n, unit: 'count' },
            {
              label: 'median-per-week',
              value: frequency.medianPerWeek,
              unit: 'per-week',
            },
            {
              label: 'share-weekly',
              value: frequency.shareWeekly,
              unit: 'ratio',
            },
          ] as const)
        : ([
            {
              label: 'per-week',
              value: frequency.perWeek,
              unit: 'per-week',
            },
          ] as const)),
    ],
  };
}

/** A change within a deployment. */
export function buildChange(
  overrides: Partial<DeploymentChangeRow> = {},
): DeploymentChangeRow {
  return {
    key: '4f1c0de2a9b86e1d5c37f0a2b4c6d8e0f1a2b3c4',
    title: 'Retry the settlement call once',
    url: 'https://git.example.com/shop/payments/pull/812',
    commitSha: '4f1c0de2a9b86e1d5c37f0a2b4c6d8e0f1a2b3c4',
    firstCommitAt: '2026-11-20T15:10:00.000Z',
    openedAt: '2026-11-20T17:02:00.000Z',
    firstReviewAt: '2026-11-21T08:30:00.000Z',
    mergedAt: '2026-11-21T11:45:00.000Z',
    leadTime: 22 * HOUR + 53 * 60,
    exclusion: null,
    ...overrides,
  };
}

/** A deployment with two changes. */
export function buildDeployment(
  overrides: Partial<DeploymentRow> = {},
): DeploymentRow {
  return {
    entityRef: 'component:default/payments-api',
    entityTitle: 'payments-api',
    source: 'https://ci.example.com',
    id: 'build-1042',
    title: null,
    url: 'https://ci.example.com/payments/1042',
    environment: 'production',
    environmentTier: 'production',
    startedAt: '2026-11-21T13:55:00.000Z',
    finishedAt: '2026-11-21T14:03:00.000Z',
    day: '2026-11-21',
    result: 'success',
    deploymentType: 'deploy',
    version: '4.18.0',
    commitSha: '9c2e4f1c0de2a9b86e1d5c37f0a2b4c6d8e0f1a2',
    hotfix: null,
    planned: null,
    counted: true,
    exclusion: null,
    changesTotal: 2,
    changes: [
      buildChange(),
      buildChange({
        key: 'b7d9e4',
        title: 'Bump the currency tables',
        commitSha: 'b7d9e4f1c0de2a9b86e1d5c37f0a2b4c6d8e0f1a',
        leadTime: null,
        exclusion: 'already_delivered',
      }),
    ],
    recordedAt: '2026-11-21T14:03:05.000Z',
    ...overrides,
  };
}

/** A page of deployments: most count, one failed, one went to staging, one rolled back. */
export function buildDeploymentPage(
  overrides: Partial<DeploymentPage> = {},
): DeploymentPage {
  const at = DateTime.fromISO('2026-11-21T14:03:00.000Z', { zone: 'utc' });
  const items = Array.from({ length: 12 }, (_, index) =>
    buildDeployment({
      id: `build-${1042 - index}`,
      version: `4.${18 - index}.0`,
      url: `https://ci.example.com/payments/${1042 - index}`,
      finishedAt: at.minus({ hours: 41 * index }).toISO(),
      ...(index === 2
        ? { result: 'failure', counted: false, exclusion: 'not_successful' }
        : {}),
      ...(index === 4
        ? {
            environment: 'staging-eu',
            environmentTier: 'staging',
            counted: false,
            exclusion: 'not_production',
          }
        : {}),
      ...(index === 5
        ? { deploymentType: 'rollback', changesTotal: 0, changes: [] }
        : {}),
      ...(index === 7 ? { hotfix: true } : {}),
    }),
  );
  return { items, totalItems: 41, nextCursor: 'older', ...overrides };
}

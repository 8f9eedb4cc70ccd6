import type {
  BuildReport,
  FlowExplanation,
  FlowFleetPage,
  FlowMember,
  FlowMetricId,
  FlowReport,
  Forecast,
  ForecastPage,
  WorkItemPage,
} from '@opmodel/backstage-plugin-opmodel-common';

const HOUR = 3_600;
const DAY = 24 * HOUR;

const WEEKS = ['2026-11-02', '2026-11-09', '2026-11-16'];

/** A component whose items, builds and forecasts are known. */
export function buildFlowReport(
  overrides: Partial<FlowReport> = {},
): FlowReport {
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
      from: '2026-11-02',
      to: '2026-11-22',
      days: 21,
      zone: 'UTC',
      previous: { from: '2026-10-12', to: '2026-11-01' },
    },
    ownership: 'now',
    definition: {
      id: 'flow-2026',
      version: '1',
      title: 'Flow 2026',
      docs: 'flow#the-flow-2026-definition',
    },
    freshness: {
      state: 'fresh',
      asOf: '2026-11-22T10:00:00Z',
      calculating: false,
    },
    cycleTime: duration({ median: 3 * DAY, p75: 5 * DAY, p90: 9 * DAY, n: 24 }),
    flowTime: duration({ median: 6 * DAY, p75: 9 * DAY, p90: 15 * DAY, n: 24 }),
    throughput: {
      state: 'ok',
      value: 24,
      perWeek: 8,
      previous: { value: 20 },
      change: { ratio: 0.2, direction: 'better' },
    },
    arrivals: {
      state: 'ok',
      value: 30,
      perWeek: 10,
      previous: { value: 22 },
      change: null,
    },
    wip: { state: 'ok', items: 12, blocked: 2, weeksOfWork: 1.5 },
    age: {
      state: 'ok',
      median: 2 * DAY,
      p85: 8 * DAY,
      oldest: 21 * DAY,
      n: 12,
      beyondExpectation: 3,
    },
    serviceLevelExpectation: {
      share: 0.85,
      seconds: 7 * DAY,
      origin: 'observed',
      met: 0.9,
      n: 24,
    },
    efficiency: {
      state: 'ok',
      value: 0.4,
      numerator: 40 * DAY,
      denominator: 100 * DAY,
      n: 20,
      minimum: 5,
      excluded: [],
      previous: { value: 0.5, numerator: 50 * DAY, denominator: 100 * DAY },
      change: { ratio: -0.2, direction: 'worse' },
    },
    allocation: {
      state: 'ok',
      unit: 'items',
      total: 24,
      unclassifiedShare: 0.1,
      categories: [
        {
          category: 'feature',
          amount: 14,
          share: 0.7,
          target: 0.6,
          delta: 0.1,
        },
        {
          category: 'reliability',
          amount: 2,
          share: 0.1,
          target: 0.2,
          delta: -0.1,
        },
        { category: 'debt', amount: 4, share: 0.2, target: 0.1, delta: 0.1 },
        {
          category: 'security',
          amount: 0,
          share: 0,
          target: 0.1,
          delta: -0.1,
        },
      ],
      agreement: {
        scopeRef: 'group:default/payments',
        from: '2026-10-01',
        note: null,
        exception: null,
      },
    },
    escapedDefects: {
      state: 'ok',
      value: 0.25,
      numerator: 2,
      denominator: 8,
      bySeverity: [
        { severity: 'sev2', production: 1, earlier: 2, unknown: 0 },
        { severity: 'sev3', production: 1, earlier: 4, unknown: 1 },
      ],
    },
    blocked: { items: 5, median: 2 * DAY, n: 24 },
    reopened: {
      state: 'ok',
      value: 0.125,
      numerator: 3,
      denominator: 24,
      n: 24,
      minimum: 5,
      excluded: [],
      previous: { value: 0.1, numerator: 2, denominator: 20 },
      change: null,
    },
    weeks: WEEKS.map((week, index) => ({
      week,
      partial: false,
      arrived: 10,
      started: 9,
      completed: 8,
      cycleTimeMedian: (2 + index) * DAY,
      wip: 10 + index,
    })),
    cumulative: WEEKS.map((day, index) => ({
      day,
      arrived: 40 + index * 10,
      started: 30 + index * 9,
      completed: 20 + index * 8,
      todo: 10 + index,
      inProgress: 8,
      waiting: 2 + index,
      done: 20 + index * 8,
    })),
    distribution: [
      { from: DAY, to: 2 * DAY, count: 6 },
      { from: 2 * DAY, to: 4 * DAY, count: 18 },
    ],
    periods: [
      {
        period: '2026-Q4',
        from: '2026-10-01',
        to: '2026-12-31',
        state: 'open',
        committed: 20,
        added: 4,
        removed: 1,
        done: 9,
        addedDone: 2,
        carriedOver: 0,
        ratio: null,
      },
      {
        period: '2026-Q3',
        from: '2026-07-01',
        to: '2026-09-30',
        state: 'closed',
        committed: 20,
        added: 6,
        removed: 2,
        done: 15,
        addedDone: 4,
        carriedOver: 5,
        ratio: 0.75,
      },
    ],
    forecastCalibration: {
      state: 'ok',
      n: 20,
      levels: [
        { confidence: 0.5, held: 11, n: 20, share: 0.55 },
        { confidence: 0.85, held: 17, n: 20, share: 0.85 },
      ],
      bias: 0.05,
      pinball: 1.2,
    },
    builds: buildBuilds(),
    quality: {
      state: 'doubtful',
      checks: [
        {
          id: 'items-with-start',
          share: 1,
          numerator: 24,
          denominator: 24,
          threshold: 0.8,
          passed: true,
        },
        {
          id: 'items-with-states',
          share: 0.5,
          numerator: 12,
          denominator: 24,
          threshold: 0.8,
          passed: false,
        },
      ],
    },
    members: [],
    membersTotal: 0,
    nextSteps: [
      {
        id: 'aged-items',
        entityRef: 'component:default/payments-api',
        values: { items: 3, expectation: 7 * DAY, oldest: 21 * DAY },
      },
    ],
    ...overrides,
  };
}

/** A group of components. */
export function buildRollUpReport(): FlowReport {
  return buildFlowReport({
    scope: {
      ref: 'group:default/payments',
      kind: 'group',
      title: 'Payments',
      rollUp: true,
      components: 2,
      activeComponents: 2,
    },
    members: [buildMember(), buildMember({ title: 'ledger', state: 'thin' })],
    membersTotal: 2,
  });
}

/** A component of which nothing is known. */
export function buildEmptyReport(): FlowReport {
  const report = buildFlowReport();
  return {
    ...report,
    wip: { state: 'no_data', items: null, blocked: null, weeksOfWork: null },
    builds: { ...report.builds, state: 'no_data', pipelines: [], weeks: [] },
  };
}

/** One component of a roll-up or the fleet. */
export function buildMember(overrides: Partial<FlowMember> = {}): FlowMember {
  return {
    entityRef: `component:default/${overrides.title ?? 'payments-api'}`,
    title: 'payments-api',
    kind: 'component',
    type: 'service',
    tier: '1',
    lifecycle: 'production',
    ownerRef: 'group:default/payments',
    systemRef: null,
    state: 'ok',
    cycleTimeMedian: 3 * DAY,
    cycleTimeN: 24,
    throughput: 24,
    wip: 12,
    oldestAge: 21 * DAY,
    blocked: 2,
    weeklyCompleted: [8, 8, 8],
    ...overrides,
  };
}

/** One page of the fleet. */
export function buildFleetPage(): FlowFleetPage {
  return {
    items: [buildMember(), buildMember({ title: 'ledger' })],
    totalItems: 2,
    nextCursor: null,
    window: buildFlowReport().window,
    weeks: WEEKS,
  };
}

/** One page of work items. */
export function buildWorkItemPage(): WorkItemPage {
  return {
    items: [
      {
        entityRef: 'component:default/payments-api',
        entityTitle: 'payments-api',
        source: 'urn:example:tracker',
        id: 'PAY-17',
        title: 'Refund in part',
        url: 'https://tracker.example.com/PAY-17',
        category: 'feature',
        severity: null,
        foundIn: null,
        state: 'active',
        createdAt: '2026-11-01T10:00:00Z',
        startedAt: '2026-11-02T10:00:00Z',
        completedAt: null,
        cancelledAt: null,
        committedPeriod: '2026-Q4',
        cycleSeconds: null,
        ageSeconds: 20 * DAY,
        blockedSeconds: DAY,
        reopened: 1,
        exclusion: null,
        recordedAt: '2026-11-02T10:00:01Z',
      },
    ],
    totalItems: 1,
    nextCursor: null,
  };
}

/** How one number came about. */
export function buildExplanation(metric: FlowMetricId): FlowExplanation {
  const { scope, window, ownership, definition, freshness } = buildFlowReport();
  return {
    metric,
    scope,
    window,
    ownership,
    definition,
    freshness,
    state: 'ok',
    n: 24,
    minimum: 5,
    approximate: false,
    figures: [
      { label: 'items-completed', value: 26, unit: 'count' },
      { label: 'median', value: 3 * DAY, unit: 'seconds' },
    ],
    excluded: [{ reason: 'no_start', unit: 'item', count: 2 }],
  };
}

/** When and how many. */
export function buildForecast(): Forecast {
  const { scope } = buildFlowReport();
  return {
    scope,
    state: 'ok',
    seed: 7,
    trials: 10_000,
    history: {
      from: '2026-08-25',
      to: '2026-11-22',
      days: 90,
      completed: 100,
      zeroDays: 40,
    },
    madeAt: '2026-11-22T10:00:00Z',
    when: {
      items: 12,
      percentiles: [
        { confidence: 0.5, value: '2026-12-03' },
        { confidence: 0.85, value: '2026-12-08' },
        { confidence: 0.95, value: null },
      ],
    },
    howMany: {
      by: '2026-12-06',
      days: 14,
      percentiles: [
        { confidence: 0.5, value: 15 },
        { confidence: 0.85, value: 11 },
      ],
    },
  };
}

/** Forecasts that were kept. */
export function buildForecastPage(): ForecastPage {
  return {
    items: [
      {
        id: 'f1',
        scopeRef: 'component:default/payments-api',
        madeOn: '2026-10-05',
        dueOn: '2026-10-18',
        kind: 'how_many',
        items: null,
        percentiles: [{ confidence: 0.85, value: 9 }],
        outcome: 13,
        metConfidence: 0.5,
      },
    ],
    totalItems: 1,
    nextCursor: null,
    calibration: buildFlowReport().forecastCalibration,
  };
}

function buildBuilds(): BuildReport {
  return {
    state: 'ok',
    success: {
      state: 'ok',
      value: 0.9,
      numerator: 90,
      denominator: 100,
      n: 100,
      minimum: 5,
      excluded: [],
      previous: { value: 0.8, numerator: 80, denominator: 100 },
      change: { ratio: 0.125, direction: 'better' },
    },
    duration: duration({ median: 600, p75: 800, p90: 1_200, n: 100 }),
    queue: duration({ median: 20, p75: 40, p90: 90, n: 100 }),
    weeks: WEEKS.map(week => ({
      week,
      runs: 33,
      successRate: 0.9,
      durationMedian: 600,
    })),
    pipelines: [
      {
        pipeline: 'ci',
        entityRef: 'component:default/payments-api',
        entityTitle: 'payments-api',
        runs: 100,
        successRate: 0.9,
        durationMedian: 600,
        lastRunAt: '2026-11-22T09:00:00Z',
        lastResult: 'success',
        url: 'https://ci.example.com/payments-api/100',
      },
    ],
  };
}

function duration(figures: {
  median: number;
  p75: number;
  p90: number;
  n: number;
}): FlowReport['cycleTime'] {
  return {
    state: 'ok',
    ...figures,
    minimum: 5,
    approximate: false,
    excluded: [],
    previous: { median: figures.median * 1.25, n: 20 },
    change: { ratio: -0.2, direction: 'better' },
  };
}

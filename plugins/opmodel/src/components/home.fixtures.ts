import type {
  AttentionItem,
  DoraFleetPage,
  DoraMember,
  DoraReport,
  Overview,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A portal that knows something of everything. */
export const overview: Overview = {
  catalog: {
    components: 41,
    systems: 9,
    domains: 4,
    groups: 17,
    asOf: '2026-11-22T11:55:00.000Z',
  },
  records: {
    deployments: 12_345,
    changes: 30_210,
    incidents: 211,
    workItems: 0,
  },
  subjects: [{ id: 'dora', enabled: true, reporting: 38, applicable: 41 }],
  dataAsOf: '2026-11-22T11:56:00.000Z',
};

/** A catalog that has been read, and nothing reported yet. */
export const overviewWithoutRecords: Overview = {
  ...overview,
  records: { deployments: 0, changes: 0, incidents: 0, workItems: 0 },
  subjects: [{ id: 'dora', enabled: true, reporting: 0, applicable: 41 }],
  dataAsOf: null,
};

/** A portal whose catalog is empty. */
export const emptyOverview: Overview = {
  ...overviewWithoutRecords,
  catalog: { components: 0, systems: 0, domains: 0, groups: 0, asOf: null },
  subjects: [{ id: 'dora', enabled: true, reporting: 0, applicable: 0 }],
};

export const stoppedDeploying: AttentionItem = {
  id: 'dora:stopped-deploying:component:default/ledger',
  subject: 'dora',
  kind: 'stopped-deploying',
  entityRef: 'component:default/ledger',
  entityTitle: 'Ledger',
  ownerRef: 'group:default/payments',
  since: '2026-10-20T08:00:00.000Z',
  urgency: 'soon',
  values: { deploymentsBefore: 32, days: 30 },
};

export const leadTimeRising: AttentionItem = {
  id: 'dora:lead-time-rising:component:default/checkout',
  subject: 'dora',
  kind: 'lead-time-rising',
  entityRef: 'component:default/checkout',
  entityTitle: 'Checkout',
  ownerRef: null,
  since: null,
  urgency: 'later',
  values: { median: 172_800, medianBefore: 43_200 },
};

/** A service that delivers, unless told otherwise. */
export function service(overrides: Partial<DoraMember> = {}): DoraMember {
  return {
    entityRef: 'component:default/payments-api',
    title: 'Payments API',
    kind: 'Component',
    type: 'service',
    tier: 'tier-1',
    lifecycle: 'production',
    ownerRef: 'group:default/payments',
    systemRef: 'system:default/checkout',
    state: 'ok',
    leadTimeState: 'ok',
    leadTimeMedian: 8_100,
    leadTimeN: 42,
    leadTimeChange: { ratio: -0.12, direction: 'better' },
    deployments: 41,
    deploymentsPerWeek: 3.19,
    lastDeploymentAt: '2026-11-21T14:03:00.000Z',
    weeklyDeployments: [3, 4, 2, null],
    changeFailRate: 0.05,
    failedDeployments: 2,
    recoveryMedian: 3_600,
    recoveryN: 2,
    reworkRate: 0.02,
    incidents: 3,
    openDisputes: 0,
    ...overrides,
  };
}

/** The services of a team. */
export function services(
  items: DoraMember[],
  totalItems = items.length,
): DoraFleetPage {
  return {
    items,
    totalItems,
    nextCursor: null,
    window: {
      from: '2026-08-25',
      to: '2026-11-22',
      days: 90,
      zone: 'UTC',
      previous: { from: '2026-05-27', to: '2026-08-24' },
    },
    weeks: ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'],
  };
}

/** How the services of a team deliver as one: what the home page shows of it. */
export function delivery(): DoraReport {
  const duration = (median: number, n: number) => ({
    state: 'ok' as const,
    median,
    p75: median * 2,
    p90: median * 4,
    n,
    minimum: 3,
    approximate: false,
    excluded: [],
    previous: { median: median * 2, n },
    change: { ratio: -0.5, direction: 'better' as const },
  });
  const share = (numerator: number, denominator: number) => ({
    state: 'ok' as const,
    value: numerator / denominator,
    numerator,
    denominator,
    n: denominator,
    minimum: 3,
    excluded: [],
    previous: { value: null, numerator: null, denominator: null },
    change: null,
  });
  const shown: Partial<DoraReport> = {
    scope: {
      ref: 'selection',
      kind: 'selection',
      title: 'Selection',
      rollUp: true,
      components: 3,
      activeComponents: 2,
    },
    changeLeadTime: duration(7_200, 60),
    deploymentFrequency: {
      state: 'ok',
      deployments: 60,
      perWeek: null,
      medianPerWeek: 2.5,
      shareWeekly: 0.5,
      n: 2,
      minimum: 2,
      excluded: [],
      previous: { deployments: 60, perWeek: null, medianPerWeek: 2.5 },
      change: { ratio: 0, direction: 'same' },
    },
    failedDeploymentRecoveryTime: duration(3_600, 5),
    changeFailRate: share(5, 60),
    deploymentReworkRate: { ...share(2, 60), state: 'thin', n: 2 },
  };
  return shown as DoraReport;
}

import type {
  DoraFleetPage,
  DoraMember,
  DoraReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import { buildContexts, buildMetrics, buildTrend } from '../../__fixtures__';

const window = {
  from: '2026-08-25',
  to: '2026-11-22',
  days: 90,
  zone: 'UTC',
  previous: { from: '2026-05-27', to: '2026-08-24' },
};

/** A service that delivers, unless told otherwise. */
export function fleetMember(overrides: Partial<DoraMember> = {}): DoraMember {
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
    changeFailRate: 0.098,
    failedDeployments: 4,
    recoveryMedian: 5_400,
    recoveryN: 3,
    reworkRate: 0.049,
    incidents: 6,
    openDisputes: 0,
    ...overrides,
  };
}

/** A service of which nothing is known. */
export const silentMember = fleetMember({
  entityRef: 'component:default/ledger-archive',
  title: 'Ledger archive',
  tier: null,
  ownerRef: null,
  systemRef: null,
  state: 'no_data',
  leadTimeState: 'no_data',
  leadTimeMedian: null,
  leadTimeN: 0,
  leadTimeChange: null,
  deployments: null,
  deploymentsPerWeek: null,
  lastDeploymentAt: null,
  weeklyDeployments: [null, null, null, null],
  changeFailRate: null,
  failedDeployments: null,
  recoveryMedian: null,
  recoveryN: 0,
  reworkRate: null,
  incidents: null,
});

/** One page of the fleet. */
export function fleetPage(
  items: DoraMember[],
  overrides: Partial<DoraFleetPage> = {},
): DoraFleetPage {
  return {
    items,
    totalItems: items.length,
    nextCursor: null,
    window,
    weeks: ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'],
    ...overrides,
  };
}

/** The roll-up of a selection of two services, one of them silent. */
export const selectionReport: DoraReport = {
  scope: {
    ref: 'selection',
    kind: 'selection',
    title: 'Selection',
    rollUp: true,
    components: 2,
    activeComponents: 1,
  },
  window,
  ownership: 'now',
  definition: {
    id: 'dora-2026',
    version: '1',
    title: 'DORA 2026',
    docs: 'dora.md',
  },
  freshness: {
    state: 'fresh',
    asOf: '2026-11-22T11:56:00.000Z',
    calculating: false,
  },
  ...buildMetrics(),
  changeLeadTime: {
    state: 'ok',
    median: 8_100,
    p75: 20_000,
    p90: 90_000,
    n: 42,
    minimum: 5,
    approximate: false,
    excluded: [],
    previous: { median: 9_205, n: 40 },
    change: { ratio: -0.12, direction: 'better' },
  },
  deploymentFrequency: {
    state: 'ok',
    deployments: 41,
    perWeek: null,
    medianPerWeek: 3.19,
    shareWeekly: 1,
    n: 1,
    minimum: 1,
    excluded: [],
    previous: { deployments: 38, perWeek: null, medianPerWeek: 2.96 },
    change: { ratio: 0.08, direction: 'better' },
  },
  edition: '2025',
  contexts: buildContexts(),
  excludedPeriods: [],
  stages: [],
  trend: buildTrend({ weeks: 2 }),
  previousTrend: [],
  distribution: [],
  members: [],
  membersTotal: 2,
  nextSteps: [],
};

import type {
  DistributionBin,
  DoraReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import { buildContexts } from './contexts';
import { buildMetrics } from './metrics';
import { buildTrend, LAST_DAY } from './trend';

const HOUR = 3_600;

const DISTRIBUTION: DistributionBin[] = [
  2, 0, 3, 6, 9, 17, 24, 31, 26, 15, 7, 2,
].map((count, index) => ({
  from: 900 * 2 ** index,
  to: 900 * 2 ** (index + 1),
  count,
}));

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
      version: '2',
      title: 'DORA 2026',
      docs: 'dora#the-dora-2026-profile',
    },
    freshness: {
      state: 'fresh',
      asOf: '2026-11-22T09:56:00.000Z',
      calculating: false,
    },
    ...buildMetrics(),
    edition: '2025',
    contexts: buildContexts(),
    excludedPeriods: [],
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

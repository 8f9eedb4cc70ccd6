import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';
import { buildContexts } from './contexts';
import { buildMember } from './member';
import { buildDoraReport } from './report';
import { buildTrend } from './trend';

const HOUR = 3_600;
const DAY = 24 * HOUR;

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
    contexts: buildContexts().map(context => ({
      ...context,
      benchmark: null,
      ungraded: 'roll_up',
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
        changeFailRate: 0.33,
        failedDeployments: 3,
        openDisputes: 1,
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
        changeFailRate: null,
        failedDeployments: null,
        recoveryMedian: null,
        recoveryN: 0,
        reworkRate: null,
        incidents: null,
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

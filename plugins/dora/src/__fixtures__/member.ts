import type { DoraMember } from '@opmodel/backstage-plugin-opmodel-common';
import { buildTrend } from './trend';

const HOUR = 3_600;

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
    changeFailRate: 0.073,
    failedDeployments: 3,
    recoveryMedian: 1.5 * HOUR,
    recoveryN: 3,
    reworkRate: 0.049,
    incidents: 2,
    openDisputes: 0,
    ...overrides,
  };
}

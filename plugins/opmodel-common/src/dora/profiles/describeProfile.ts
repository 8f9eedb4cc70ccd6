import type { DoraProfile } from '../doraProfile';

/** Of a choice that never comes up, because of another one. */
const UNUSED = 'not used';

/** One choice of a definition that changes the answer. */
export interface ProfileDecision {
  id: string;
  value: string;
}

/**
 * Every choice that a definition makes, in words that can stand in a table, in an order that does not change. Durations are in
 * hours or seconds, as the value says.
 */
export function describeProfile(profile: DoraProfile): ProfileDecision[] {
  const { leadTime, deployments, failures } = profile;
  const linksByTime = failures.links.includes('time_window');
  const linksByRepair = failures.links.some(
    kind => kind === 'rollback' || kind === 'revert' || kind === 'hotfix',
  );
  const decisions: Array<[id: string, value: string]> = [
    ['lead-time-unit', leadTime.unit],
    ['lead-time-start', leadTime.start],
    ['lead-time-commit-time', leadTime.commitTime],
    ['lead-time-sum', leadTime.sum],
    ['lead-time-rounding', `${leadTime.rounding} to ${leadTime.unitSeconds} s`],
    ['lead-time-zero-spans', leadTime.zeroSpans],
    ['lead-time-negative-spans', leadTime.negativeSpans],
    ['lead-time-first-deployment', leadTime.firstDeployment],
    ['lead-time-repeated-change', leadTime.repeats],
    ['lead-time-day', 'deployment'],
    ['median', profile.median],
    ['window-summary', profile.summary],
    ['week-start', profile.weekStart],
    ['deployment-results', deployments.results.join(', ')],
    ['deployment-environments', 'production'],
    ['deployment-rollout', toRollout(deployments.rolloutSeconds)],
    ['deployment-rollbacks', deployments.rollbacks],
    ['deployment-unknown-changes', deployments.unknownChanges],
    ['frequency', deployments.frequency],
    ['frequency-empty-days-from', deployments.emptyDaysFrom],
    ['failure-links', failures.links.join(' > ') || 'none'],
    [
      'failure-maximum-lag',
      linksByTime ? toLag(failures.maximumLagSeconds) : UNUSED,
    ],
    [
      'failure-strictly-after',
      linksByTime ? toAnswer(failures.strictlyAfter) : UNUSED,
    ],
    [
      'failure-maximum-repair-lag',
      linksByRepair ? toLag(failures.maximumRepairLagSeconds) : UNUSED,
    ],
    ['failure-ignored-causes', failures.ignoredCauses.join(', ') || 'none'],
    ['fail-rate-numerator', failures.numerator],
    ['fail-rate-incidents', failures.incidents],
    ['fail-rate-denominator', 'counted deployments'],
    ['fail-rate-day', failures.day],
    ['recovery-span', failures.recovery],
    ['recovery-several-incidents', failures.severalIncidents],
    ['recovery-open-incidents', 'leave_out'],
    ['recovery-day', failures.recoveryDay],
    ['recovery-window', failures.recoveryWindow],
    ['recovery-rounding', `down to ${failures.unitSeconds} s`],
    ['rework-rate', toAnswer(failures.rework)],
    ['minimum-lead-time-samples', String(profile.minimumLeadTimeSamples)],
    ['minimum-deployments', String(profile.minimumDeployments)],
    ['minimum-recoveries', String(profile.minimumRecoveries)],
  ];
  return decisions.map(([id, value]) => ({ id, value }));
}

function toRollout(seconds: number): string {
  return seconds === 0 ? 'none' : `one version within ${seconds / 3_600} h`;
}

function toLag(seconds: number | null): string {
  return seconds === null ? 'unlimited' : `${seconds / 3_600} h`;
}

function toAnswer(holds: boolean): string {
  return holds ? 'yes' : 'no';
}

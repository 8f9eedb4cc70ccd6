/** Why rows are left out. */
export const exclusionMessages = {
  firstDeployment: 'first deployment',
  firstDeploymentText:
    'The first known deployment carries all history before it, so its changes have no meaningful lead time.',
  noCommitTime: 'no commit time',
  noCommitTimeText: 'The time of the first commit is not known.',
  deploymentIsCommit: 'no span',
  deploymentIsCommitText:
    'The commit itself is taken for the deployment, so there is no span to measure.',
  negativeSpan: 'clock disagrees',
  negativeSpanText:
    'The commit is dated after its deployment, so a clock or a rewritten commit is wrong.',
  alreadyDelivered: 'already delivered',
  alreadyDeliveredText:
    'An earlier production deployment had brought the change already.',
  unknownChange: 'unknown change',
  unknownChangeText:
    'The deployment names a change of which nothing else is known.',
  notProduction: 'not production',
  notProductionText: 'It went to another environment than production.',
  unknownChanges: 'nothing known of it',
  unknownChangesText:
    'Nothing is known of what it brings, and this definition counts only deployments of known pushes.',
  notSuccessful: 'not successful',
  notSuccessfulText: 'It failed or was cancelled.',
  sameRollout: 'same rollout',
  sameRolloutText:
    'One version in several production environments within a day counts once, at the first.',
  notFinished: 'not finished',
  notFinishedText: 'It has no finish or no result yet.',
  withdrawn: 'withdrawn',
  withdrawnText: 'Its source took it back.',
  rollback: 'rollback',
  rollbackText: 'This definition does not count a rollback as a deployment.',
  excludedPeriod: 'excluded period',
  excludedPeriodText:
    'It falls into days that count for nothing, such as a freeze or a migration.',
  zeroSpan: 'no time between',
  zeroSpanText: 'This definition leaves out a lead time of zero.',
  notRequested: 'not requested',
  notRequestedText:
    'This definition measures merge requests only, and the change was none.',
  notRecovered: 'not recovered yet',
  notRecoveredText:
    'The failure is still open, so there is no recovery to measure.',
  noRecoveryKnown: 'recovery not known',
  noRecoveryKnownText: 'Nothing says when service was back.',
  endedAfterWindow: 'recovered after the window',
  endedAfterWindowText:
    'It was recovered, but only after the last day of the window. The definition asks that both lie in it.',
  otherCause: 'other cause',
  otherCauseText:
    'Infrastructure, a dependency or another cause than a change: it does not count against deployments.',
  notSevere: 'not Sev-1/2',
  notSevereText:
    'Time to restore counts incidents of the two highest severities.',
  severityUnknown: 'severity not known',
  severityUnknownText: 'Without a severity nobody can tell whether it counts.',
  notMitigated: 'not over yet',
  notMitigatedText: 'Neither mitigation nor resolution is known.',
  noStart: 'start not known',
  noStartText: 'Neither the start of impact nor its detection is known.',
  noDeploymentInTime: 'no deployment in time',
  noDeploymentInTimeText:
    'No production deployment finished shortly enough before it began, or the latest one lies in an excluded period.',
  decided: 'a person said so',
  decidedText:
    'Somebody with the permission decided that no deployment caused it.',
  incidents_one: '{{count, number}} incident',
  incidents_other: '{{count, number}} incidents',
  changes_one: '{{count, number}} change',
  changes_other: '{{count, number}} changes',
  deployments_one: '{{count, number}} deployment',
  deployments_other: '{{count, number}} deployments',
} as const;

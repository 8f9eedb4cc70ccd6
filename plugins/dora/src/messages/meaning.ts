/** What a metric means, in sentences of which each stands for one decision of the definition. */
export const meaningMessages = {
  unknown:
    'This page does not know the definition; what it decides is listed below.',
  change: 'changes',
  commit: 'commits',
  mergeRequest: 'merge requests',
  recovery: 'recoveries',
  incident: 'incidents',
  fromFirstCommitOfChange:
    'The time from the first commit of a change to the production deployment that carries it.',
  fromFirstCommitOfMergeRequest:
    'The time from the first commit of a merge request to the production deployment that carries it.',
  fromCommit:
    'The time from a commit to the production deployment that carries it. Each commit gives one.',
  fromMergeOfChange:
    'The time from the merge of a change to the production deployment that carries it; what came before the merge is not in it.',
  fromMergeOfMergeRequest:
    'The time from the merge of a merge request to the production deployment that carries it; what came before the merge is not in it.',
  commitEarliest:
    'A commit counts from the earliest time that any source tells of it.',
  commitAuthored: 'A commit counts from when it was written.',
  commitCommitted: 'A commit counts from when it was committed.',
  stages:
    'It is added up from coding, opening to merge, and merge to deployment; a stage that is not known adds nothing.',
  stageMinutes: 'Each stage is rounded up to whole minutes.',
  minutesUp: 'It is rounded up to whole minutes.',
  minutesDown: 'It is cut off to whole minutes.',
  hoursDown: 'It is cut off to whole hours.',
  noZero: 'What takes no time is left out.',
  negativeIsZero: 'What is deployed before it is merged counts as no time.',
  repeatNever: 'It counts once, with the first deployment that brings it.',
  repeatEnvironment: 'It counts once in each environment.',
  repeatAlways: 'It counts with every deployment that brings it.',
  medianInterpolated:
    'The number is the median over all {{of}} of the window, midway between two in the middle.',
  medianLower:
    'The number is the lower median over all {{of}} of the window: of two in the middle, the shorter.',
  medianOfDays:
    'The number is the median of the medians of days, so that a day with few {{of}} weighs as much as one with many.',
  frequency: 'How often a component is deployed to production successfully.',
  frequencyRollUp:
    'How often a typical component of this scope is deployed to production: the median of deployments a week over the components that deployed in the window. A sum would measure the size of the scope.',
  sinceFirst:
    'The number is the count of deployments over the weeks of the window since the first known deployment, empty weeks included and at least one week.',
  wholeWindow:
    'The number is the count of deployments over all weeks of the window, also those before the first known deployment.',
  eachSinceFirst: 'Each is counted over the weeks for which it is known.',
  eachWholeWindow: 'Each is counted over all weeks of the window.',
  rollout:
    'One version brought to several environments within {{hours}} hours counts once.',
  noRollout: 'Each environment to which a version is brought counts.',
  rollbacksOut: 'A rollback does not count.',
  printsDays:
    '{{title}} itself tells days with a deployment, by the week from {{day}} or by the month.',
  printsBucket:
    '{{title}} itself tells daily, weekly, monthly or yearly, by weeks from {{day}}.',
  printsPerDay: '{{title}} itself tells deployments a day.',
  monday: 'Monday',
  sunday: 'Sunday',
  failedShare:
    'The share of production deployments that failed. A deployment fails once, however many incidents follow.',
  linkedIncidents:
    'Incidents that are tied to a production deployment, divided by the production deployments. Each incident counts, so that it may pass 100 %.',
  allIncidents:
    'All incidents of the window, whatever caused them, divided by the production deployments. Each incident counts, so that it may pass 100 %.',
  failedBy:
    'That a deployment failed is known, the most certain first, by {{links}}.',
  tiedBy:
    'An incident is tied to a deployment, the most certain first, by {{links}}.',
  byPerson: 'what a person decided',
  byExplicit: 'an incident that names it',
  byNamed: 'the deployment that it names',
  byRollback: 'a rollback',
  byRevert: 'a revert',
  byHotfix: 'a hotfix',
  byTime: 'an incident within {{hours}} hours after it',
  byAnyTime: 'an incident before the next deployment, however late',
  otherCauses:
    'Incidents that no change caused (infrastructure, for instance) do not count.',
  recoveredFromDeployment:
    'The time from a failed production deployment until service was back: to the mitigation of what followed, or else to its resolution.',
  resolvedFromDeployment:
    'The time from a failed production deployment to the resolution of an incident that followed.',
  resolvedFromIncident:
    'The time from the start of an incident to its resolution, whatever caused it.',
  resolvedFromEarliest:
    'The time to the resolution of an incident, from its start or from the deployment that it is tied to, whichever is earlier; whatever caused it.',
  lastIncident: 'With several incidents, it ends with the last of them.',
  eachIncident: 'Each incident gives one.',
  openLeftOut: 'What is still open gives none.',
  endInWindow: 'It must have ended within the window as well.',
  rework:
    'The share of production deployments that were not planned and happened because of a problem in production.',
  noRework:
    '{{title}} has no deployment rework rate, so there is no number under this definition.',
  restore:
    'The time from the start of impact to mitigation of Sev-1 and Sev-2 incidents, whatever caused them. It is not failed deployment recovery time, and not one of the five metrics.',
  recurrence:
    'The share of incidents that somebody confirmed to repeat one of the 90 days before.',
} as const;

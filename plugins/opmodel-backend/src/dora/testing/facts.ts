import type {
  ChangeFact,
  Delivery,
  DeploymentFact,
  DeploymentVerdict,
  IncidentFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DeliveryFacts } from '../DeliveryStore';

/** Nothing is known. */
export const noFacts: DeliveryFacts = {
  deployments: [],
  changes: [],
  incidents: [],
  corrections: [],
  latestRecordedAt: null,
};

/** A production deployment that succeeded. */
export function deploymentFact(
  subject: string,
  finishedAt: number,
  overrides: Partial<DeploymentFact> = {},
): DeploymentFact {
  return {
    source: 'ci',
    subject,
    environment: 'production',
    environmentTier: 'production',
    startedAt: null,
    finishedAt,
    result: 'success',
    deploymentType: 'deploy',
    version: null,
    commitSha: null,
    baseline: false,
    withdrawn: false,
    planned: null,
    hotfix: null,
    carries: [],
    ...overrides,
  };
}

/** A change that is known by its commit alone. */
export function changeFact(
  commitSha: string,
  firstCommitAt: number,
  overrides: Partial<ChangeFact> = {},
): ChangeFact {
  return {
    source: 'git',
    subject: commitSha,
    commitSha,
    firstCommitAt,
    openedAt: null,
    firstReviewAt: null,
    mergedAt: null,
    revertsCommitSha: null,
    hotfix: null,
    commits: [],
    withdrawn: false,
    ...overrides,
  };
}

/** A severe incident that is not over. */
export function incidentFact(
  subject: string,
  startedAt: number,
  overrides: Partial<IncidentFact> = {},
): IncidentFact {
  return {
    source: 'pager',
    subject,
    severity: 'sev1',
    startedAt,
    detectedAt: startedAt,
    mitigatedAt: null,
    resolvedAt: null,
    causeClass: null,
    recurrenceOf: null,
    deployment: null,
    withdrawn: false,
    ...overrides,
  };
}

/** A production deployment that counts and did not fail. */
export function countedDeployment(
  subject: string,
  day: string,
  at = Date.parse(`${day}T12:00:00Z`),
): DeploymentVerdict {
  return {
    source: 'ci',
    subject,
    environmentTier: 'production',
    at,
    day,
    finishedAt: at,
    exclusion: null,
    failed: false,
    failures: [],
    rework: false,
    hasChanges: false,
  };
}

/** What was delivered with these deployments alone. */
export function deliveryWith(
  deployments: DeploymentVerdict[],
  samples: Delivery['samples'] = [],
): Delivery {
  return {
    deployments,
    samples,
    recoveries: [],
    incidents: [],
    excludedDays: [],
    dayMedian: null,
    weekStart: 'monday',
  };
}

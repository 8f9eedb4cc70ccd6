import type {
  ChangeFact,
  DeliveryRows,
  DeploymentFact,
  IncidentFact,
} from '../facts';

/** An instant, written as people read it. */
export const at = (text: string) => Date.parse(text);

/** A successful deployment to production, unless told otherwise. */
export function deployment(overrides: Partial<DeploymentFact>): DeploymentFact {
  return {
    source: 'ci',
    subject: 'd1',
    environment: 'production',
    environmentTier: 'production',
    startedAt: null,
    finishedAt: at('2026-03-10T12:00:00Z'),
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

/** A change that was written an hour before it was merged, unless told otherwise. */
export function change(overrides: Partial<ChangeFact>): ChangeFact {
  return {
    source: 'git',
    subject: 'a1',
    commitSha: 'a1',
    firstCommitAt: at('2026-03-10T10:00:00Z'),
    openedAt: null,
    firstReviewAt: null,
    mergedAt: at('2026-03-10T11:00:00Z'),
    revertsCommitSha: null,
    hotfix: null,
    commits: [],
    withdrawn: false,
    ...overrides,
  };
}

/** An incident of which nothing is known but its start, unless told otherwise. */
export function incident(overrides: Partial<IncidentFact>): IncidentFact {
  return {
    source: 'pager',
    subject: 'i1',
    severity: null,
    startedAt: at('2026-03-10T13:00:00Z'),
    detectedAt: null,
    mitigatedAt: null,
    resolvedAt: null,
    causeClass: null,
    recurrenceOf: null,
    deployment: null,
    withdrawn: false,
    ...overrides,
  };
}

/** Rows of which only some kinds matter. */
export function rows(some: Partial<DeliveryRows>): DeliveryRows {
  return {
    deployments: [],
    changes: [],
    incidents: [],
    corrections: [],
    ...some,
  };
}

import type { PlainFactKind } from './factContracts';

/** What people are told of a kind of fact. */
export interface FactDescription {
  title: string;
  /** Where it is taken as plain JSON. */
  path: string;
  /** By field. */
  fields: Record<string, string>;
}

const common = {
  source:
    'Producer, a URI reference; in a CloudEvent the envelope states it. Absent: the caller',
  id: 'Identity of the thing within its source; what states it again adds to the same thing',
  time: 'When this was so; of two statements the later counts. In a CloudEvent the envelope states it. Absent: now',
  entityRef:
    'Catalog entity that it concerns, such as component:default/checkout',
  entityRefs: 'Several such entities',
  links:
    'Identities in outside systems that the annotations of entities declare',
  withdrawn: 'True: the source takes it back',
  title: 'Text for people; cut off after 1,000 characters',
  url: 'Where people find it',
};

const ofRepository = {
  paths:
    'Changed or deployed paths, which choose among the entities of a monorepo',
  repositoryUrl: 'Address of the repository, which finds its entities',
};

/** What the published schemas say of each field. */
export const factDescriptions: Record<PlainFactKind, FactDescription> = {
  deployment: {
    title: 'A deployment',
    path: '/deployments',
    fields: {
      ...common,
      ...ofRepository,
      outcome: 'How it ended; absent with an end: a success',
      startedAt: 'When it began',
      finishedAt: 'When it ended; null: it runs again',
      environment:
        'Where it went, by the name or id that the environment has there',
      environmentTier:
        'Purpose of the environment; DORA counts production only',
      deploymentType: 'rollback puts an earlier version back',
      commitSha: 'Commit that was deployed',
      version: 'Version that was deployed',
      artifactId: 'What was deployed, such as a package URL',
      changes: 'Commits, or ids of changes, that it brings to the environment',
      baseline:
        'True: first deployment of a history that began before it was recorded',
      planned: 'False: made only because of a problem in production',
      hotfix: 'True: made to repair production',
    },
  },
  change: {
    title: 'A change on its way to the main line',
    path: '/changes',
    fields: {
      ...common,
      ...ofRepository,
      commitSha: 'Commit by which it reached the main line',
      firstCommitAt: 'When its first commit was made',
      openedAt: 'When it was opened for review',
      firstReviewAt: 'When somebody reviewed it first',
      approvedAt: 'When it was approved',
      mergedAt: 'When it was merged',
      abandonedAt:
        'When it was closed without being merged; null: opened again',
      approvedByOther: 'Whether somebody other than its author approved it',
      contributors: 'Number of its distinct authors',
      revertsCommitSha: 'Commit that it reverts',
      commits: 'Its commits; authors are never kept',
      hotfix: 'True: made to repair production',
    },
  },
  incident: {
    title: 'An incident',
    path: '/incidents',
    fields: {
      ...common,
      environment: 'Where it happened',
      severity:
        'sev1 is the worst; other spellings such as P1 or critical are understood',
      startedAt: 'Start of the impact',
      detectedAt: 'When it was noticed',
      acknowledgedAt: 'When somebody took it on',
      mitigatedAt: 'When the impact ended; null: it is back',
      resolvedAt: 'When it was over; null: opened again',
      causeClass: 'What brought it about',
      recurrenceOf: 'Id of the earlier incident that it repeats',
      customerImpactMinutes: 'Minutes of impact on customers',
      deployment: 'Id of the deployment that caused it',
    },
  },
  work_item: {
    title: 'A piece of planned work',
    path: '/work-items',
    fields: {
      ...common,
      category: 'Share of the capacity that it belongs to',
      severity: 'Severity of a defect, in the words of the tracker',
      foundIn: 'Tier of the environment in which a defect was found',
      objective: 'Objective that it serves',
      committedPeriod:
        'Iteration or quarter to which it is committed, such as 2026-Q3; null: taken out',
      state:
        'Where it stands from the time of the statement on; waiting and blocked are in progress and do not move',
      effortDays: 'What it costs, in days of one engineer, estimated or booked',
      createdAt: 'When it was written down',
      startedAt: 'When work on it began',
      completedAt: 'When it was done; null: reopened',
      cancelledAt: 'When it was given up; null: taken up again',
    },
  },
  pipeline_run: {
    title: 'A run of a pipeline',
    path: '/builds',
    fields: {
      ...common,
      ...ofRepository,
      pipeline: 'Name of the pipeline, the same for all of its runs',
      queuedAt: 'When it began to wait',
      startedAt: 'When it began to run',
      finishedAt: 'When it ended; null: it runs again',
      outcome: 'How it ended',
      commitSha: 'Commit that it ran for',
      ref: 'Branch or tag that it ran for',
    },
  },
};

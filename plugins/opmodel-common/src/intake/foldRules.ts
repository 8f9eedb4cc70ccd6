import type {
  ChangeObservation,
  DeploymentObservation,
  EnvironmentObservation,
  IncidentObservation,
  Observation,
  PipelineRunObservation,
  RecordKind,
  WorkItemObservation,
} from './observation';
import type { ObservationFields } from './record';

/**
 * How a field comes about from several observations: the latest that has it wins, read as it is or as an instant; or the
 * earliest instant that any of them states, for what can only happen once.
 */
export type FieldRule = 'latest' | 'latest-instant' | 'earliest-instant';

/** The rules of one kind; a field without a rule does not compile. */
export type FieldRules<O extends Observation> = Record<
  keyof ObservationFields<O>,
  FieldRule
>;

/** How the fields of a deployment come about. */
export const deploymentRules: FieldRules<DeploymentObservation> = {
  environment: 'latest',
  environmentTier: 'latest',
  startedAt: 'latest-instant',
  finishedAt: 'latest-instant',
  result: 'latest',
  deploymentType: 'latest',
  commitSha: 'latest',
  version: 'latest',
  artifactId: 'latest',
  repositoryUrl: 'latest',
  changes: 'latest',
  baseline: 'latest',
  planned: 'latest',
  hotfix: 'latest',
};

/** How the fields of a change come about. */
export const changeRules: FieldRules<ChangeObservation> = {
  repositoryUrl: 'latest',
  commitSha: 'latest',
  firstCommitAt: 'latest-instant',
  openedAt: 'latest-instant',
  // Each review is reported; only the first one ends the waiting.
  firstReviewAt: 'earliest-instant',
  approvedAt: 'latest-instant',
  mergedAt: 'latest-instant',
  abandonedAt: 'latest-instant',
  approvedByOther: 'latest',
  contributors: 'latest',
  revertsCommitSha: 'latest',
  commits: 'latest',
  hotfix: 'latest',
};

/** How the fields of an incident come about. */
export const incidentRules: FieldRules<IncidentObservation> = {
  environment: 'latest',
  severity: 'latest',
  startedAt: 'latest-instant',
  detectedAt: 'latest-instant',
  // One that is reopened is acknowledged again; only the first one tells how long people waited for somebody.
  acknowledgedAt: 'earliest-instant',
  mitigatedAt: 'latest-instant',
  resolvedAt: 'latest-instant',
  causeClass: 'latest',
  recurrenceOf: 'latest',
  customerImpactMinutes: 'latest',
  deployment: 'latest',
};

/** How the fields of a work item come about. */
export const workItemRules: FieldRules<WorkItemObservation> = {
  category: 'latest',
  severity: 'latest',
  foundIn: 'latest',
  objective: 'latest',
  committedPeriod: 'latest',
  state: 'latest',
  effortDays: 'latest',
  createdAt: 'latest-instant',
  startedAt: 'latest-instant',
  completedAt: 'latest-instant',
  cancelledAt: 'latest-instant',
};

/** How the fields of a pipeline's run come about. */
export const pipelineRunRules: FieldRules<PipelineRunObservation> = {
  pipeline: 'latest',
  queuedAt: 'latest-instant',
  startedAt: 'latest-instant',
  finishedAt: 'latest-instant',
  result: 'latest',
  commitSha: 'latest',
  ref: 'latest',
};

/** How the fields of an environment come about. */
export const environmentRules: FieldRules<EnvironmentObservation> = {
  name: 'latest',
  environmentTier: 'latest',
  deleted: 'latest',
};

/** The rules of all kinds, by field. */
export const foldRules: Record<RecordKind, Record<string, FieldRule>> = {
  deployment: deploymentRules,
  change: changeRules,
  incident: incidentRules,
  work_item: workItemRules,
  pipeline_run: pipelineRunRules,
  environment: environmentRules,
};

/**
 * Fields of which the record keeps from when on each value held. A value lasts until the next one, so an observation in between may
 * still split what seems to be one.
 */
export const historyFields: Partial<Record<RecordKind, readonly string[]>> = {
  incident: ['severity'],
  // Where the states are known, ends tell of one as well.
  work_item: ['state', 'committedPeriod', 'completedAt', 'cancelledAt'],
};

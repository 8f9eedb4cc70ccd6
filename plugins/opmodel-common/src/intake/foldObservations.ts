import type {
  ChangeObservation,
  DeploymentObservation,
  EnvironmentObservation,
  IncidentObservation,
  PipelineRunObservation,
  RecordKind,
  WorkItemObservation,
} from './observation';
import {
  foldBase,
  foldFields,
  inOrder,
  type StoredObservation,
} from './foldFields';
import {
  changeRules,
  deploymentRules,
  environmentRules,
  incidentRules,
  pipelineRunRules,
  workItemRules,
} from './foldRules';
import type {
  ChangeRecord,
  DeploymentRecord,
  EnvironmentRecord,
  IncidentRecord,
  IntakeRecord,
  ObservationOf,
  PipelineRunRecord,
  RecordOf,
  SeverityChange,
  WorkItemRecord,
} from './record';
import {
  firstProgressAt,
  foldEnds,
  foldPeriodChanges,
  foldStateChanges,
} from './workItemHistory';

export type { StoredObservation } from './foldFields';

/**
 * The deployment that the observations of one subject come to, whatever their order and however often each is given.
 *
 * @param subject - the identity that all of them share
 */
export function foldDeployment(
  subject: string,
  observations: Iterable<StoredObservation<DeploymentObservation>>,
): DeploymentRecord {
  const sorted = inOrder(observations);
  const fields = foldFields(sorted, deploymentRules);
  return {
    kind: 'deployment',
    ...foldBase(subject, sorted),
    ...fields,
    // An end without trouble is a success. It is concluded here, so that it does not override a trouble stated elsewhere.
    result: fields.result ?? (fields.finishedAt === null ? null : 'success'),
    deploymentType: fields.deploymentType ?? 'deploy',
  };
}

/** The change that the observations of one subject come to; see {@link foldDeployment}. */
export function foldChange(
  subject: string,
  observations: Iterable<StoredObservation<ChangeObservation>>,
): ChangeRecord {
  const sorted = inOrder(observations);
  const { commits, ...fields } = foldFields(sorted, changeRules);
  return {
    kind: 'change',
    ...foldBase(subject, sorted),
    ...fields,
    commits:
      commits?.map(({ sha, authoredAt, committedAt }) => ({
        sha,
        authoredAt: authoredAt === undefined ? null : Date.parse(authoredAt),
        committedAt: committedAt === undefined ? null : Date.parse(committedAt),
      })) ?? null,
  };
}

/**
 * The incident that the observations of one subject come to; see {@link foldDeployment}. A severity lasts from the time of
 * the observation that states it to the next one that states another.
 */
export function foldIncident(
  subject: string,
  observations: Iterable<StoredObservation<IncidentObservation>>,
): IncidentRecord {
  const sorted = inOrder(observations);
  const severityChanges: SeverityChange[] = [];
  for (const { time, observation } of sorted) {
    const { severity } = observation;
    if (severity && severityChanges.at(-1)?.severity !== severity) {
      severityChanges.push({ at: time, severity });
    }
  }
  return {
    kind: 'incident',
    ...foldBase(subject, sorted),
    ...foldFields(sorted, incidentRules),
    severityChanges,
  };
}

/**
 * The work item that the observations of one subject come to; see {@link foldDeployment}. A state, and what the item is committed
 * to, last from the time of the observation that states it to the next one that states another. Where the states
 * are known, they tell start and end as far as no observation does.
 */
export function foldWorkItem(
  subject: string,
  observations: Iterable<StoredObservation<WorkItemObservation>>,
): WorkItemRecord {
  const sorted = inOrder(observations);
  const fields = foldFields(sorted, workItemRules);
  const stateChanges = foldStateChanges(sorted);
  return {
    kind: 'work_item',
    ...foldBase(subject, sorted),
    ...fields,
    ...foldEnds(sorted),
    startedAt: fields.startedAt ?? firstProgressAt(stateChanges),
    stateChanges,
    periodChanges: foldPeriodChanges(sorted),
  };
}

/** The run of a pipeline that the observations of one subject come to; see {@link foldDeployment}. */
export function foldPipelineRun(
  subject: string,
  observations: Iterable<StoredObservation<PipelineRunObservation>>,
): PipelineRunRecord {
  const sorted = inOrder(observations);
  return {
    kind: 'pipeline_run',
    ...foldBase(subject, sorted),
    ...foldFields(sorted, pipelineRunRules),
  };
}

/** The environment that the observations of one subject come to; see {@link foldDeployment}. */
export function foldEnvironment(
  subject: string,
  observations: Iterable<StoredObservation<EnvironmentObservation>>,
): EnvironmentRecord {
  const sorted = inOrder(observations);
  return {
    kind: 'environment',
    ...foldBase(subject, sorted),
    ...foldFields(sorted, environmentRules),
  };
}

const folds: {
  [K in RecordKind]: (
    subject: string,
    observations: Iterable<StoredObservation<ObservationOf<K>>>,
  ) => RecordOf<K>;
} = {
  deployment: foldDeployment,
  change: foldChange,
  incident: foldIncident,
  work_item: foldWorkItem,
  pipeline_run: foldPipelineRun,
  environment: foldEnvironment,
};

/** The record of any kind; see {@link foldDeployment}. */
export function foldObservations(
  kind: RecordKind,
  subject: string,
  observations: Iterable<StoredObservation>,
): IntakeRecord {
  const fold = folds[kind] as (
    subject: string,
    observations: Iterable<StoredObservation>,
  ) => IntakeRecord;
  return fold(subject, observations);
}

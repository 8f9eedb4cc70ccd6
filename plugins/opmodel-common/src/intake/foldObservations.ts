import type {
  ChangeObservation,
  DeploymentObservation,
  EnvironmentObservation,
  IncidentObservation,
  Observation,
  RecordKind,
  WorkItemObservation,
} from './observation';
import {
  changeRules,
  deploymentRules,
  environmentRules,
  incidentRules,
  workItemRules,
  type FieldRule,
  type FieldRules,
} from './foldRules';
import type {
  ChangeRecord,
  DeploymentRecord,
  EnvironmentRecord,
  IncidentRecord,
  IntakeRecord,
  ObservationOf,
  RecordBase,
  RecordFields,
  RecordOf,
  SeverityChange,
  WorkItemRecord,
} from './record';

/** An observation as the ledger keeps it. */
export interface StoredObservation<O extends Observation = Observation> {
  /** Id of the event within its source. */
  id: string;
  /** Time of the event, epoch milliseconds. */
  time: number;
  observation: O;
}

/** Oldest first. Ids are unique within a source, so the order is total and does not depend on how the events arrived. */
function inOrder<O extends Observation>(
  observations: Iterable<StoredObservation<O>>,
): StoredObservation<O>[] {
  const byId = new Map<string, StoredObservation<O>>();
  for (const stored of observations) {
    byId.set(stored.id, stored);
  }
  return [...byId.values()].sort((a, b) => {
    if (a.time !== b.time) {
      return a.time - b.time;
    }
    return a.id < b.id ? -1 : 1;
  });
}

function foldField(values: unknown[], rule: FieldRule): unknown {
  if (values.length === 0) {
    return null;
  }
  switch (rule) {
    case 'latest-instant': {
      const latest = values[values.length - 1];
      return latest === null ? null : Date.parse(latest as string);
    }
    case 'earliest-instant':
      return Math.min(...values.map(value => Date.parse(value as string)));
    default:
      return values[values.length - 1];
  }
}

function foldFields<O extends Observation>(
  sorted: StoredObservation<O>[],
  rules: FieldRules<O>,
): RecordFields<O> {
  const fields: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries<FieldRule>(rules)) {
    const values = sorted
      .map(({ observation }) => (observation as Record<string, any>)[name])
      .filter(value => value !== undefined);
    fields[name] = foldField(values, rule);
  }
  return fields as RecordFields<O>;
}

function distinct(values: string[]): string[] {
  return [...new Set(values)].sort();
}

function foldTarget(
  sorted: StoredObservation<Observation>[],
): RecordBase['target'] {
  const targets = sorted.map(({ observation }) => observation.target);
  const links = new Map(
    targets
      .flatMap(target => target.links ?? [])
      .map(link => [JSON.stringify([link.system, link.externalId]), link]),
  );
  // Names are a choice, so a correction replaces them. What was said at one instant corrects nothing and adds up, as links and
  // paths always do.
  const naming = sorted.filter(
    ({ observation }) => observation.target.entityRefs?.length,
  );
  const lastNamedAt = naming.at(-1)?.time;
  return {
    entityRefs: distinct(
      naming
        .filter(({ time }) => time === lastNamedAt)
        .flatMap(({ observation }) => observation.target.entityRefs ?? []),
    ),
    links: [...links.keys()].sort().map(key => ({ ...links.get(key)! })),
    paths: distinct(targets.flatMap(target => target.paths ?? [])),
  };
}

function foldBase(
  subject: string,
  sorted: StoredObservation<Observation>[],
): RecordBase {
  const latest = <K extends 'withdrawn' | 'title' | 'url'>(name: K) =>
    sorted
      .map(({ observation }) => observation[name])
      .filter(value => value !== undefined)
      .pop();
  return {
    subject,
    target: foldTarget(sorted),
    withdrawn: latest('withdrawn') ?? false,
    title: latest('title') ?? null,
    url: latest('url') ?? null,
  };
}

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
  return {
    kind: 'change',
    ...foldBase(subject, sorted),
    ...foldFields(sorted, changeRules),
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

/** The work item that the observations of one subject come to; see {@link foldDeployment}. */
export function foldWorkItem(
  subject: string,
  observations: Iterable<StoredObservation<WorkItemObservation>>,
): WorkItemRecord {
  const sorted = inOrder(observations);
  return {
    kind: 'work_item',
    ...foldBase(subject, sorted),
    ...foldFields(sorted, workItemRules),
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

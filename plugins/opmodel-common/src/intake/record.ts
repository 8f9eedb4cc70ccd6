import type {
  ChangeObservation,
  DeploymentObservation,
  EnvironmentObservation,
  IncidentObservation,
  Observation,
  ObservationBase,
  ObservationTarget,
  PipelineRunObservation,
  RecordKind,
  WorkItemObservation,
  WorkItemState,
} from './observation';

/** The fields that only observations of type `O` have. */
export type ObservationFields<O extends Observation> = Omit<
  O,
  keyof ObservationBase | 'kind'
>;

/** The fields of a record: null is "not known", and instants are epoch milliseconds. */
export type RecordFields<O extends Observation> = {
  [K in keyof ObservationFields<O>]-?:
    | (K extends `${string}At` ? number : NonNullable<ObservationFields<O>[K]>)
    | null;
};

/** What all records have. */
export interface RecordBase {
  /** Identity within the source. */
  subject: string;
  /**
   * Whom the record concerns: the entities that were named last, by all observations of that instant, and the links and paths of all
   * observations. Each list is sorted and without repetition.
   */
  target: Required<ObservationTarget>;
  /** The source took it back. */
  withdrawn: boolean;
  title: string | null;
  url: string | null;
}

/** What is known of one deployment. */
export type DeploymentRecord = RecordBase & { kind: 'deployment' } & Omit<
    RecordFields<DeploymentObservation>,
    'deploymentType'
  > & { deploymentType: 'deploy' | 'rollback' };

/** One commit of a change. Instants are epoch milliseconds; null: not known. */
export interface ChangeCommit {
  sha: string;
  authoredAt: number | null;
  committedAt: number | null;
}

/** What is known of one change. */
export type ChangeRecord = RecordBase & { kind: 'change' } & Omit<
    RecordFields<ChangeObservation>,
    'commits'
  > & { commits: ChangeCommit[] | null };

/** From when on an incident had a severity. */
export interface SeverityChange {
  /** Epoch milliseconds. */
  at: number;
  severity: NonNullable<IncidentObservation['severity']>;
}

/** What is known of one incident. */
export type IncidentRecord = RecordBase & {
  kind: 'incident';
} & RecordFields<IncidentObservation> & {
    /** Oldest first; empty when no severity is known. */
    severityChanges: SeverityChange[];
  };

/** From when on a work item stood where. */
export interface StateChange {
  /** Epoch milliseconds. */
  at: number;
  state: WorkItemState;
}

/** From when on a work item was committed to what. */
export interface PeriodChange {
  /** Epoch milliseconds. */
  at: number;
  /** Null: to nothing. */
  period: string | null;
}

/** What is known of one work item. */
export type WorkItemRecord = RecordBase & {
  kind: 'work_item';
} & RecordFields<WorkItemObservation> & {
    /** Oldest first; empty when no state is known. */
    stateChanges: StateChange[];
    /** Oldest first; empty when it was never committed to anything. */
    periodChanges: PeriodChange[];
  };

/** What is known of one run of a pipeline. */
export type PipelineRunRecord = RecordBase & {
  kind: 'pipeline_run';
} & RecordFields<PipelineRunObservation>;

/** What is known of one environment. */
export type EnvironmentRecord = RecordBase & {
  kind: 'environment';
} & RecordFields<EnvironmentObservation>;

/** What all observations of one subject come to. */
export type IntakeRecord =
  | DeploymentRecord
  | ChangeRecord
  | IncidentRecord
  | WorkItemRecord
  | PipelineRunRecord
  | EnvironmentRecord;

/** The record of one kind. */
export type RecordOf<K extends RecordKind> = Extract<IntakeRecord, { kind: K }>;

/** The observation of one kind. */
export type ObservationOf<K extends RecordKind> = Extract<
  Observation,
  { kind: K }
>;

import type {
  EnvironmentTier,
  IntakeRecord,
  RecordKind,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { SubjectKey } from './EventStore';

/** A record as one entity has it. */
export interface RecordRow {
  source: string;
  /** Null for environments, which belong to no entity. */
  entityRef: string | null;
  record: IntakeRecord;
}

/** One version of a record. Instants are epoch milliseconds. */
export interface RecordVersion {
  source: string;
  subject: string;
  entityRef: string | null;
  /** The record's fields by name. */
  fields: Record<string, unknown>;
  recordedAt: number;
  /** Until when it was known; null for what is known now. */
  supersededAt: number | null;
}

/** What was declared of an environment. */
export interface DeclaredEnvironment {
  source: string;
  /** Id of the environment, as deployments name it. */
  environment: string;
  tier: EnvironmentTier;
}

/** The versions of all records. Nothing is overwritten: a new version supersedes the one before. */
export interface RecordStore {
  /**
   * Makes `rows` what is known of the subjects, and supersedes what was known otherwise. A row that says what is known already
   * writes nothing.
   *
   * @param subjects - all of one kind
   * @param options - `now` in epoch milliseconds
   * @returns the entities for which something changed, those that lost a record included
   */
  replace(
    subjects: SubjectKey[],
    rows: RecordRow[],
    options: { now: number },
  ): Promise<Set<string>>;

  /** The entities that have a record of each subject now, by {@link subjectId}. */
  listEntityRefs(subjects: SubjectKey[]): Promise<Map<string, string[]>>;

  /**
   * The subjects of one kind that have a record of one of the entities now, ordered by source and subject.
   *
   * @param options - `after`: what the page before ended with
   */
  listSubjectsOf(options: {
    kind: Exclude<RecordKind, 'environment'>;
    entityRefs: readonly string[];
    after?: SubjectKey;
    limit: number;
  }): Promise<SubjectKey[]>;

  /** All versions of one record, oldest first. */
  listVersions(subject: SubjectKey): Promise<RecordVersion[]>;

  /** The tiers of environments as their own records give them; withdrawn records give none. */
  listDeclaredEnvironments(
    environments: Iterable<string>,
  ): Promise<DeclaredEnvironment[]>;

  /**
   * Deployments to one environment, ordered by source and subject.
   *
   * @param options - `otherThan`: only those that are not known with this tier; `after`: what the page before ended with
   */
  listDeploymentsOf(options: {
    environment: string;
    otherThan?: EnvironmentTier;
    after?: SubjectKey;
    limit: number;
  }): Promise<SubjectKey[]>;

  /** The environments to which anything was deployed, with every tier that their deployments have. */
  listDeployedEnvironments(): Promise<
    { environment: string; tier: EnvironmentTier }[]
  >;

  /**
   * Forgets versions that were superseded before an instant, those superseded first before others of their kind.
   *
   * @returns the number of rows forgotten, which is 0 when there are none left
   */
  deleteSuperseded(options: { before: number; limit: number }): Promise<number>;

  /** The number of current records of each kind, withdrawn ones left out. */
  count(): Promise<Record<RecordKind, number>>;
}

import type {
  IntakeRecord,
  RecordBase,
  RecordKind,
  RecordOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import isEqual from 'lodash/isEqual';
import type { RecordRow } from './RecordStore';

/** How a field of a record is kept. */
export interface RecordColumn {
  field: string;
  column: string;
  type: 'text' | 'instant' | 'boolean' | 'integer' | 'number' | 'json';
}

/** Where and how the records of one kind are kept. */
export interface RecordTable {
  table: string;
  columns: RecordColumn[];
}

type Columns<K extends RecordKind> = Record<
  Exclude<keyof RecordOf<K>, keyof RecordBase | 'kind' | 'changes'>,
  RecordColumn['type']
>;

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

function describe<K extends RecordKind>(
  table: string,
  fields: Columns<K>,
): RecordTable {
  const types: Record<string, RecordColumn['type']> = {
    ...fields,
    withdrawn: 'boolean',
    title: 'text',
    url: 'text',
  };
  return {
    table,
    columns: Object.entries(types).map(([field, type]) => ({
      field,
      column: snakeCase(field),
      type,
    })),
  };
}

/** The tables of all kinds. A field that has no column does not compile. */
export const recordTables: Record<RecordKind, RecordTable> = {
  deployment: describe<'deployment'>('deployments', {
    environment: 'text',
    environmentTier: 'text',
    startedAt: 'instant',
    finishedAt: 'instant',
    result: 'text',
    deploymentType: 'text',
    commitSha: 'text',
    version: 'text',
    artifactId: 'text',
    repositoryUrl: 'text',
    baseline: 'boolean',
    planned: 'boolean',
    hotfix: 'boolean',
  }),
  change: describe<'change'>('changes', {
    repositoryUrl: 'text',
    commitSha: 'text',
    firstCommitAt: 'instant',
    openedAt: 'instant',
    firstReviewAt: 'instant',
    approvedAt: 'instant',
    mergedAt: 'instant',
    abandonedAt: 'instant',
    approvedByOther: 'boolean',
    contributors: 'integer',
    revertsCommitSha: 'text',
    commits: 'json',
    hotfix: 'boolean',
  }),
  incident: describe<'incident'>('incidents', {
    environment: 'text',
    severity: 'text',
    severityChanges: 'json',
    startedAt: 'instant',
    detectedAt: 'instant',
    acknowledgedAt: 'instant',
    mitigatedAt: 'instant',
    resolvedAt: 'instant',
    causeClass: 'text',
    recurrenceOf: 'text',
    customerImpactMinutes: 'number',
    deployment: 'text',
  }),
  work_item: describe<'work_item'>('work_items', {
    category: 'text',
    severity: 'text',
    foundIn: 'text',
    objective: 'text',
    committedPeriod: 'text',
    periodChanges: 'json',
    state: 'text',
    stateChanges: 'json',
    effortDays: 'number',
    createdAt: 'instant',
    startedAt: 'instant',
    completedAt: 'instant',
    cancelledAt: 'instant',
  }),
  pipeline_run: describe<'pipeline_run'>('pipeline_runs', {
    pipeline: 'text',
    queuedAt: 'instant',
    startedAt: 'instant',
    finishedAt: 'instant',
    result: 'text',
    commitSha: 'text',
    ref: 'text',
  }),
  environment: describe<'environment'>('environments', {
    name: 'text',
    environmentTier: 'text',
    deleted: 'boolean',
  }),
};

/** The fields of a record that its table keeps. */
export function keptFields(record: IntakeRecord): Record<string, unknown> {
  const fields = record as unknown as Record<string, unknown>;
  return Object.fromEntries(
    recordTables[record.kind].columns.map(({ field }) => [
      field,
      fields[field],
    ]),
  );
}

/** A row that is known now. */
export interface CurrentRow {
  rowId: number;
  source: string;
  subject: string;
  entityRef: string | null;
  fields: Record<string, unknown>;
}

/** What must be written so that the wanted rows are what is known. */
export interface RecordDifference {
  supersede: CurrentRow[];
  insert: RecordRow[];
}

/** Compares what is known with what should be. */
export function diffRecordRows(
  current: CurrentRow[],
  wanted: RecordRow[],
): RecordDifference {
  const rowKey = (source: string, subject: string, entityRef: string | null) =>
    JSON.stringify([source, subject, entityRef]);
  const known = new Map(
    current.map(row => [rowKey(row.source, row.subject, row.entityRef), row]),
  );
  const kept = new Set<CurrentRow>();
  const insert = wanted.filter(row => {
    const same = known.get(
      rowKey(row.source, row.record.subject, row.entityRef),
    );
    if (same && isEqual(same.fields, keptFields(row.record))) {
      kept.add(same);
      return false;
    }
    return true;
  });
  return { supersede: current.filter(row => !kept.has(row)), insert };
}

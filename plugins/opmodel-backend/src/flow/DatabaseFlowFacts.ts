import type {
  PipelineRunFact,
  WorkItemFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type { FlowFacts } from './FlowCalculationStore';

/** Reads the current records of an entity that its flow is computed from. */
export async function readFlowFacts(
  knex: Knex,
  entityRef: string,
): Promise<FlowFacts> {
  const current = (table: string): Promise<Record<string, any>[]> =>
    knex(table).where({ entity_ref: entityRef, superseded_at: null });
  const items = await current('work_items');
  const runs = await current('pipeline_runs');
  const recordedAt = [...items, ...runs].reduce(
    (latest, row) => Math.max(latest, Number(row.recorded_at)),
    0,
  );
  return {
    items: items.map(toItem),
    runs: runs.map(toRun),
    latestRecordedAt: recordedAt === 0 ? null : recordedAt,
  };
}

function toItem(row: Record<string, any>): WorkItemFact {
  return {
    source: row.source,
    subject: row.subject,
    category: row.category,
    severity: row.severity,
    foundIn: row.found_in,
    objective: row.objective,
    createdAt: number(row.created_at),
    startedAt: number(row.started_at),
    completedAt: number(row.completed_at),
    cancelledAt: number(row.cancelled_at),
    stateChanges: JSON.parse(row.state_changes),
    periodChanges: JSON.parse(row.period_changes),
    effortDays: number(row.effort_days),
    withdrawn: Boolean(row.withdrawn),
  };
}

function toRun(row: Record<string, any>): PipelineRunFact {
  return {
    source: row.source,
    subject: row.subject,
    pipeline: row.pipeline,
    queuedAt: number(row.queued_at),
    startedAt: number(row.started_at),
    finishedAt: number(row.finished_at),
    result: row.result,
    withdrawn: Boolean(row.withdrawn),
  };
}

/** PostgreSQL returns 64-bit integers as text. */
function number(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}

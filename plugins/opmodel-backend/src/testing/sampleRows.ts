import type { Knex } from 'knex';
import { isPostgres } from '../catalog/DatabaseLists';
import type { Schema, SchemaColumn } from './describeSchema';

/** Values that mean something to a migration, by column; the rest is made from the column's type. */
const values: Record<string, (row: number) => unknown> = {
  kind: row => ['component', 'group', 'system'][row],
  ref: row => `component:default/c${row}`,
  entity_ref: row => `component:default/c${row}`,
  scope_ref: row => `group:default/g${row}`,
  owner_ref: row => `group:default/g${row}`,
  slo_ref: row => `slo:default/s${row}`,
  day: row => `2026-11-0${row + 1}`,
  week: () => '2026-11-02',
  from_day: () => '0000-01-01',
  to_day: row => (row === 1 ? '2026-11-02' : null),
  first_deployment_day: row => `2026-10-0${row + 1}`,
  calculation: () => 'dora-2026/1/UTC',
  metric: row => ['deployments', 'lead_time', 'excluded'][row],
  state: row => ['succeeded', 'failed', 'running'][row],
  environment_tier: row => ['production', 'staging', 'testing'][row],
  deployment_type: () => 'deploy',
  withdrawn: row => row === 2,
  tags: () => '["java"]',
  annotations: () => '{"example.com/a":"b"}',
  labels: () => '{}',
  document: row => (row === 1 ? null : '{"description":"a"}'),
  seconds: row => [300, 3_600, 86_400][row],
  resolution: row => [300, 3_600, 86_400][row],
  gap: row => ['unowned', 'empty_team', 'review_overdue'][row],
  gaps: row => (row === 1 ? '[]' : '["unowned"]'),
  rungs: () => '[]',
  definition: () => '{}',
  target_ref: row => `group:default/g${row}`,
  problems: () => '[{"subject":"a","message":"b"}]',
  severity_changes: () => '[]',
  state_changes: () => '[]',
  period_changes: () => '[]',
  commits: row =>
    row === 1 ? null : '[{"sha":"a","authoredAt":null,"committedAt":1}]',
  watermark: () => '{"at":1}',
  observation: row =>
    JSON.stringify({ kind: 'deployment', subject: `d${row}`, target: {} }),
  superseded_at: row => (row === 1 ? 1_795_000_100_000 : null),
  deployment_days: () => null,
  excluded_days: () => null,
};

/** Rows of each table. */
const ROWS = 3;

function valueOf({ column, type, nullable }: SchemaColumn, row: number) {
  const given = values[column];
  if (given) {
    const value = given(row);
    // Some tables ask for what others may leave open.
    return value === null && !nullable ? given(0) : value;
  }
  // The second row knows as little as it may.
  if (nullable && row === 1) {
    return null;
  }
  const kind = type.toLowerCase();
  if (kind.includes('bool')) {
    return row === 0;
  }
  if (kind.includes('bigint')) {
    return 1_795_000_000_000 + row;
  }
  if (kind.includes('int')) {
    return 7 + row;
  }
  if (/double|float|real|numeric/.test(kind)) {
    return 1.5 + row;
  }
  return `${column} ${row} – ä 😀 '"\\`;
}

/** Writes rows with every column of a table into it. */
export async function insertSampleRows(
  knex: Knex,
  schema: Schema,
  table: string,
): Promise<void> {
  const columns = schema.columns.filter(column => column.table === table);
  for (let row = 0; row < ROWS; row += 1) {
    await knex(table).insert(
      Object.fromEntries(
        columns.map(column => [column.column, valueOf(column, row)]),
      ),
    );
  }
}

/** The rows of a table in these columns, in the order in which they were written. */
export async function readRows(
  knex: Knex,
  table: string,
  columns: string[],
): Promise<object[]> {
  return knex(table)
    .select(columns)
    .orderByRaw(isPostgres(knex) ? 'ctid' : 'rowid');
}

import type { Knex } from 'knex';

/** What tells the rows of one entity apart, by table. */
const KEYS: Record<string, string[]> = {
  dora_entities: [],
  dora_deployments: ['source', 'deployment'],
  dora_samples: ['source', 'deployment', 'change_key'],
  dora_failure_links: ['source', 'deployment', 'place'],
  dora_recoveries: ['source', 'deployment', 'incident_source', 'incident'],
  dora_incidents: ['source', 'incident'],
  dora_entity_days: ['day', 'metric', 'bin'],
};

/** What the rows say, by table. */
const VALUES: Record<string, string[]> = {
  dora_entities: [
    'first_deployment_day',
    'last_deployment_at',
    'deployment_days',
    'excluded_days',
    'first_incident_day',
    'latest_recorded_at',
    'computed_at',
    'revision',
  ],
  dora_deployments: [
    'day',
    'at',
    'finished_at',
    'environment_tier',
    'exclusion',
    'failed',
    'rework',
    'has_changes',
    'recovered_at',
    'recovery',
  ],
  dora_samples: [
    'day',
    'lead_time',
    'coding',
    'pickup',
    'review',
    'commit_to_merge',
    'merge_to_deploy',
    'exclusion',
    'environment',
  ],
  dora_failure_links: [
    'kind',
    'confidence',
    'cause_type',
    'cause_source',
    'cause_subject',
    'lag',
    'decided_by',
    'correction_id',
  ],
  dora_recoveries: ['day', 'recovered_at', 'recovery', 'exclusion'],
  dora_incidents: [
    'day',
    'at',
    'severity',
    'deployment_source',
    'deployment',
    'kind',
    'confidence',
    'lag',
    'decided_by',
    'correction_id',
    'unlinked',
    'restore',
    'restore_exclusion',
    'recurrence',
  ],
  dora_entity_days: ['week', 'count'],
};

/** Columns that SQLite gives back as 0 and 1. */
const FLAGS = new Set(['failed', 'rework', 'has_changes', 'recurrence']);

/** The tables that hold what is calculated of one entity. */
export const CALCULATED_TABLES = Object.keys(KEYS);

/** The tables that hold what is added up from them. */
export const SCOPE_TABLES = [
  'dora_scopes',
  'dora_scope_members',
  'dora_scope_days',
  'dora_scope_weeks',
];

/** SQLite takes at most 500 rows in one statement, and 32,766 parameters. */
const ROWS_PER_STATEMENT = 500;

/** Whose rows they are. */
export interface CalculationIdentity {
  calculation: string;
  entity_ref: string;
}

/** Writes the difference between the rows of an entity and what they shall be: a late event touches a day, not a history. */
export async function replaceRows(
  transaction: Knex.Transaction,
  table: string,
  identity: CalculationIdentity,
  wanted: Record<string, unknown>[],
): Promise<{
  removed: Record<string, unknown>[];
  added: Record<string, unknown>[];
}> {
  const columns = [...KEYS[table], ...VALUES[table]];
  const textOf = (row: Record<string, unknown>, names: string[]) =>
    JSON.stringify(
      names.map(name => {
        const value = row[name];
        if (value === null || value === undefined) {
          return null;
        }
        // PostgreSQL returns 64-bit integers as text.
        return String(FLAGS.has(name) ? Boolean(value) : value);
      }),
    );
  const missing = new Map(wanted.map(row => [textOf(row, columns), row]));
  const outdated: Record<string, unknown>[] = [];
  for (const row of await transaction(table).where(identity).select(columns)) {
    if (!missing.delete(textOf(row, columns))) {
      outdated.push(row);
    }
  }
  for (let at = 0; at < outdated.length; at += ROWS_PER_STATEMENT) {
    const keys = outdated
      .slice(at, at + ROWS_PER_STATEMENT)
      .map(row => KEYS[table].map(name => row[name] as string));
    await transaction(table)
      .where(identity)
      .modify(query => {
        if (KEYS[table].length > 0) {
          query.whereIn(KEYS[table], keys);
        }
      })
      .delete();
  }
  const added = [...missing.values()];
  await transaction.batchInsert(table, added, ROWS_PER_STATEMENT);
  return { removed: outdated, added };
}

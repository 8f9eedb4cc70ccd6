import type { CalculatedTable } from '../lib/DatabaseCalculatedRows';

/** The tables that hold what is calculated of one entity. */
export const CALCULATED_TABLES: readonly CalculatedTable[] = [
  {
    table: 'dora_entities',
    keys: [],
    values: [
      'first_deployment_day',
      'last_deployment_at',
      'deployment_days',
      'excluded_days',
      'first_incident_day',
      'latest_recorded_at',
      'computed_at',
      'revision',
    ],
  },
  {
    table: 'dora_deployments',
    keys: ['source', 'deployment'],
    values: [
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
  },
  {
    table: 'dora_samples',
    keys: ['source', 'deployment', 'change_key'],
    values: [
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
  },
  {
    table: 'dora_failure_links',
    keys: ['source', 'deployment', 'place'],
    values: [
      'kind',
      'confidence',
      'cause_type',
      'cause_source',
      'cause_subject',
      'lag',
      'decided_by',
      'correction_id',
    ],
  },
  {
    table: 'dora_recoveries',
    keys: ['source', 'deployment', 'incident_source', 'incident'],
    values: ['day', 'recovered_at', 'recovery', 'exclusion'],
  },
  {
    table: 'dora_incidents',
    keys: ['source', 'incident'],
    values: [
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
  },
  {
    table: 'dora_entity_days',
    keys: ['day', 'metric', 'bin'],
    values: ['week', 'count'],
  },
];

/** The tables that hold what is added up from them. */
export const SCOPE_TABLES = [
  'dora_scopes',
  'dora_scope_members',
  'dora_scope_days',
  'dora_scope_weeks',
];

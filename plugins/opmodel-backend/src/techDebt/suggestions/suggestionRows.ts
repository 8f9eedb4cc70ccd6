import { randomUUID } from 'node:crypto';
import type {
  DebtSuggestion,
  SuggestionState,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  documentOf,
  searchedSuggestion,
  suggestionOrderValues,
} from './suggestionOrder';
import type { KeptSuggestion } from './SuggestionStore';

/** Columns that looks write; what people decide is written apart, so that neither overwrites the other. */
export const foundColumns = {
  fingerprint: 'text',
  source: 'text',
  entity_ref: 'text',
  document_ref: 'text',
  title: 'text',
  category: 'text',
  severity: 'text',
  since: 'bigint',
  principal_days: 'double precision',
  first_seen: 'bigint',
  last_seen: 'bigint',
  stale_since: 'bigint',
  severity_rank: 'integer',
  sort_title: 'text',
} as const;

/** Columns beside them. */
export const textColumns = {
  fingerprint: 'text',
  description: 'text',
  evidence: 'text',
  links: 'text',
  searched: 'text',
} as const;

/** What a look writes, with the id that a new row gets. */
export function toFoundRow(suggestion: DebtSuggestion) {
  const values = suggestionOrderValues(suggestion);
  return {
    id: randomUUID(),
    fingerprint: suggestion.fingerprint,
    source: suggestion.source,
    entity_ref: suggestion.entityRef,
    document_ref: documentOf(suggestion),
    title: suggestion.title,
    category: suggestion.category,
    severity: suggestion.severity,
    since: suggestion.since,
    principal_days: suggestion.principalDays,
    first_seen: suggestion.firstSeen,
    last_seen: suggestion.lastSeen,
    stale_since: suggestion.staleSince,
    severity_rank: values.severity,
    sort_title: values.title,
  };
}

/** What is read with it. */
export function toSuggestionTextRow(suggestion: DebtSuggestion) {
  return {
    fingerprint: suggestion.fingerprint,
    description: suggestion.description,
    evidence: JSON.stringify(suggestion.evidence),
    links: JSON.stringify(
      suggestion.links.map(({ type, ref, title }) => ({ type, ref, title })),
    ),
    searched: searchedSuggestion(suggestion),
  };
}

/** What a decision writes. */
export function toDecisionColumns(state: SuggestionState) {
  return {
    decision: state.type,
    item_id: state.type === 'promoted' ? state.itemId : null,
    reason: state.type === 'dismissed' ? state.reason : null,
    decided_by: state.type === 'new' ? null : state.by,
    decided_at: state.type === 'new' ? null : state.at,
  };
}

/** The suggestion of a row of both tables. */
export function toSuggestion(row: any): KeptSuggestion {
  return {
    id: row.id,
    source: row.source,
    fingerprint: row.fingerprint,
    entityRef: row.entity_ref,
    title: row.title,
    description: row.description,
    category: row.category,
    severity: row.severity,
    since: row.since === null ? null : Number(row.since),
    principalDays: row.principal_days,
    evidence: JSON.parse(row.evidence),
    links: JSON.parse(row.links),
    state: toState(row),
    firstSeen: Number(row.first_seen),
    lastSeen: Number(row.last_seen),
    staleSince: row.stale_since === null ? null : Number(row.stale_since),
  };
}

function toState(row: any): SuggestionState {
  const at = Number(row.decided_at);
  switch (row.decision) {
    case 'promoted':
      return { type: 'promoted', itemId: row.item_id, by: row.decided_by, at };
    case 'dismissed':
      return { type: 'dismissed', reason: row.reason, by: row.decided_by, at };
    default:
      return { type: 'new' };
  }
}

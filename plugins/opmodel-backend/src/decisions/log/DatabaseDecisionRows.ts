import type { DecisionStatus } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { whereAnyOf } from '../../catalog/DatabaseLists';
import type { DecisionRecord } from './DecisionStore';
import { searchedText } from './searchedText';

/** A row as both databases give it. */
export interface DecisionRow {
  id: string;
  title: string;
  context: string;
  decision: string;
  owner_ref: string;
  decided_on: string;
  review_on: string | null;
  status: DecisionStatus;
  supersedes: string | null;
  superseded_by: string | null;
  links: string;
  created_by: string;
  created_at: number | string;
  updated_by: string | null;
  updated_at: number | string | null;
  version: number;
}

/** A decision as its row, without what it is about. */
export function toRow(
  decision: DecisionRecord,
): DecisionRow & { search_text: string } {
  const { title, context, decision: text } = decision;
  return {
    id: decision.id,
    title,
    context,
    decision: text,
    search_text: searchedText(title, context, text),
    owner_ref: decision.ownerRef,
    decided_on: decision.decidedOn,
    review_on: decision.reviewOn,
    status: decision.status,
    supersedes: decision.supersedes,
    superseded_by: decision.supersededBy,
    links: JSON.stringify(decision.links),
    created_by: decision.createdBy,
    created_at: decision.createdAt,
    updated_by: decision.updatedBy,
    updated_at: decision.updatedAt,
    version: decision.version,
  };
}

/** The decisions of rows with what they are about, in the order of the rows. */
export async function readDecisions(
  knex: Knex,
  rows: readonly DecisionRow[],
): Promise<DecisionRecord[]> {
  const query = knex('decision_entities').select('decision_id', 'entity_ref');
  whereAnyOf(
    query,
    'decision_id',
    rows.map(({ id }) => id),
  );
  const about: { decision_id: string; entity_ref: string }[] = await query;
  return rows.map(row => ({
    id: row.id,
    title: row.title,
    context: row.context,
    decision: row.decision,
    entityRefs: about
      .filter(({ decision_id: id }) => id === row.id)
      .map(({ entity_ref: ref }) => ref)
      .sort(),
    ownerRef: row.owner_ref,
    decidedOn: row.decided_on,
    reviewOn: row.review_on,
    status: row.status,
    supersedes: row.supersedes,
    supersededBy: row.superseded_by,
    links: JSON.parse(row.links),
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    updatedBy: row.updated_by,
    updatedAt: row.updated_at === null ? null : Number(row.updated_at),
    version: row.version,
  }));
}

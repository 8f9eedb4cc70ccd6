import type { Knex } from 'knex';
import { whereAnyOf } from '../catalog/DatabaseLists';
import {
  type AcceptanceParts,
  type AcceptanceRow,
  toAcceptance,
} from './acceptanceRows';
import type { KeptAcceptance } from './AcceptanceStore';

/** The acceptances of rows, with what hangs on each, in the order of the rows. */
export async function withParts(
  knex: Knex,
  rows: readonly AcceptanceRow[],
): Promise<KeptAcceptance[]> {
  const parts = new Map(
    rows.map(({ id }): [string, AcceptanceParts] => [
      id,
      { entityRefs: [], approvers: [], approvals: [], history: [] },
    ]),
  );
  const read = async (
    table: string,
    order: string[],
    add: (part: AcceptanceParts, row: Record<string, any>) => void,
  ) => {
    const query = knex(table).orderBy(order);
    whereAnyOf(query, 'acceptance_id', parts.keys());
    for (const row of await query) {
      add(parts.get(row.acceptance_id)!, row);
    }
  };
  if (rows.length > 0) {
    await read('acceptance_entities', ['position'], (part, row) =>
      part.entityRefs.push(row.entity_ref),
    );
    await read('acceptance_approvers', ['position'], (part, row) =>
      part.approvers.push({
        ref: row.approver_ref,
        rightId: row.right_id,
        belowRefs: JSON.parse(row.below_refs ?? '[]'),
        exceptRefs: JSON.parse(row.except_refs ?? '[]'),
      }),
    );
    await read('acceptance_approvals', ['at', 'by_ref'], (part, row) =>
      part.approvals.push({
        by: row.by_ref,
        at: Number(row.at),
        verdict: row.verdict,
        asRef: row.as_ref,
        note: row.note,
      }),
    );
    await read('acceptance_events', ['position'], (part, row) =>
      part.history.push({
        kind: row.kind,
        at: Number(row.at),
        by: row.by_ref,
        note: row.note,
        approverRefs: row.approver_refs && JSON.parse(row.approver_refs),
        approvalsNeeded: row.approvals_needed,
      }),
    );
  }
  return rows.map(row => toAcceptance(row, parts.get(row.id)!));
}

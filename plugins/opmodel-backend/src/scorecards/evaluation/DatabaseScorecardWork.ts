import type { Knex } from 'knex';
import { insertRows } from '../../catalog/DatabaseLists';
import type { ScorecardWork } from './ScorecardWork';

const columns = {
  entity_ref: 'text',
  scorecard_ref: 'text',
  facts: 'text',
  checks: 'text',
  created_at: 'bigint',
} as const;

/**
 * Leaves work for the evaluation.
 *
 * @param transaction - in which the change is written that the work is for
 */
export async function leaveWork(
  transaction: Knex,
  work: readonly ScorecardWork[],
): Promise<void> {
  await insertRows(
    transaction,
    'scorecard_work',
    columns,
    work.map(({ entityRef, scorecardRef, facts, checks, createdAt }) => ({
      entity_ref: entityRef,
      scorecard_ref: scorecardRef,
      facts: facts && JSON.stringify(facts),
      checks: checks && JSON.stringify(checks),
      created_at: createdAt,
    })),
  );
}

/** What waits to be evaluated, in the order in which it was left. */
export async function listWork(knex: Knex): Promise<ScorecardWork[]> {
  const rows: Record<string, any>[] = await knex('scorecard_work')
    .orderBy('id')
    .select();
  return rows.map(fromWorkRow);
}

/** What is to be evaluated by a row. */
export function fromWorkRow(row: Record<string, any>): ScorecardWork {
  return {
    entityRef: row.entity_ref,
    scorecardRef: row.scorecard_ref,
    facts: row.facts && JSON.parse(row.facts),
    checks: row.checks && JSON.parse(row.checks),
    createdAt: Number(row.created_at),
  };
}

import type { Knex } from 'knex';
import { insertRows } from '../../catalog/DatabaseLists';
import type { ScorecardWork } from './ScorecardWork';

const columns = {
  entity_ref: 'text',
  scorecard_ref: 'text',
  facts: 'text',
  checks: 'text',
  created_at: 'bigint',
  told_at: 'bigint',
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
    work.map(({ facts, checks, ...row }) => ({
      entity_ref: row.entityRef,
      scorecard_ref: row.scorecardRef,
      facts: facts && JSON.stringify(facts),
      checks: checks && JSON.stringify(checks),
      created_at: row.createdAt,
      told_at: row.toldAt ?? null,
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
    ...(row.told_at === null ? {} : { toldAt: Number(row.told_at) }),
  };
}

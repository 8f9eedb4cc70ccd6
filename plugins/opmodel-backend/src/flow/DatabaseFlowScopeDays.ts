import type { Knex } from 'knex';
import type { ComponentSelection } from '../catalog/ComponentSelection';
import { type KeptScope, scopeDayTablesOf } from '../lib/DatabaseScopeDayRows';
import { findSums } from '../lib/DatabaseScopeSums';

/** Where flow keeps its counts by day and their sums. */
export const flowScopeDays = scopeDayTablesOf('flow');

/** The sums that a selection can be read from: those by day as well as by week. */
export async function findFlowSums(
  knex: Knex,
  calculation: string,
  selection: ComponentSelection,
): Promise<KeptScope | undefined> {
  const kept = await findSums(knex, flowScopeDays, calculation, selection);
  return kept?.keepsDays ? kept : undefined;
}

/** The sums of a scope by day, under the alias `day`: of what is counted without bins. */
export function keptDaysWithoutBins(
  knex: Knex,
  { calculation, scopeRef }: KeptScope,
): Knex.QueryBuilder {
  return knex('flow_scope_days as day').where({
    'day.calculation': calculation,
    'day.scope_ref': scopeRef,
    'day.bin': 0,
  });
}

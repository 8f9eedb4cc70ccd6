import { addDays, weekOf } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  type ComponentSelection,
  type DaySpan,
  isFiltered,
} from '../catalog/ComponentSelection';
import type { KeptScope, ScopeDayTables } from './DatabaseScopeDayRows';

/**
 * The sums that are kept for the selection and stand for its present members. They follow today's owners and hold all members,
 * so whoever sees only some, or asks for some, reads the members' own rows.
 */
export async function findSums(
  knex: Knex,
  tables: ScopeDayTables,
  calculation: string,
  { scopeRef, ownership, filter, visibility }: ComponentSelection,
): Promise<KeptScope | undefined> {
  const isWhole =
    ownership === 'now' && visibility.type === 'all' && !isFiltered(filter);
  if (!isWhole || scopeRef.startsWith('component:')) {
    return undefined;
  }
  const kept = await presentSums(knex, tables, calculation, scopeRef).first(
    'scope.keeps_days',
  );
  return kept && { calculation, scopeRef, keepsDays: Boolean(kept.keeps_days) };
}

/** The scope, under the alias `scope`, where the sums that are kept of it stand for its present members. */
export function presentSums(
  knex: Knex,
  { scopes }: ScopeDayTables,
  calculation: string,
  scopeRef: string,
): Knex.QueryBuilder {
  return knex(`${scopes} as scope`)
    .leftJoin('scope_versions as known', 'known.scope_ref', 'scope.scope_ref')
    .where({ 'scope.calculation': calculation, 'scope.scope_ref': scopeRef })
    .whereRaw('scope.version = coalesce(known.version, 0)');
}

/** The whole weeks of a span by their Mondays, and the days before and after them. */
export function splitSpan({ from, to }: DaySpan): {
  weeks?: DaySpan;
  days: DaySpan[];
} {
  const firstWeek = weekOf(addDays(from, 6));
  const afterWeeks = weekOf(addDays(to, 1));
  if (firstWeek >= afterWeeks) {
    return { days: [{ from, to }] };
  }
  return {
    weeks: { from: firstWeek, to: addDays(afterWeeks, -7) },
    days: [
      { from, to: addDays(firstWeek, -1) },
      { from: afterWeeks, to },
    ].filter(days => days.from <= days.to),
  };
}

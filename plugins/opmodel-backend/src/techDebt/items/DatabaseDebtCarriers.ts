import type { Knex } from 'knex';
import { whereAnyOf } from '../../catalog/DatabaseLists';
import type { whereVisible } from '../../catalog/DatabaseVisibility';
import type { Visibility } from '../../catalog/Visibility';

/**
 * How it is found out which entities may be seen: each by itself, which suits few rows, or all of them once, which suits many.
 */
export type SeeingEntities = typeof whereVisible;

/**
 * Limits a query to the rows whose entity may be seen. One that was never in the catalog can be decided for nobody but who sees all.
 *
 * @param column - of the entity ref, with its table or alias
 */
export function whereCarrierVisible(
  query: Knex.QueryBuilder,
  visibility: Visibility,
  column: string,
  seeing: SeeingEntities,
): void {
  seeing(query, visibility, column);
  if (visibility.type === 'refs') {
    query.whereExists(known =>
      known.from('entities as known').whereRaw('known.ref = ??', [column]),
    );
  }
}

/**
 * Limits a query to the rows whose entity counts in a scope today. One that left the catalog is what it was, and belongs to whatever is above
 * its owner today.
 *
 * @param column - of the entity ref, with its table or alias
 */
export function whereCountsIn(
  query: Knex.QueryBuilder,
  column: string,
  scopeRef: string,
): void {
  query.whereIn(column, counted =>
    counted
      .union(present =>
        whereScopes(
          present
            .from('scope_spans as debt_span')
            .select('debt_span.entity_ref'),
          [scopeRef],
        ),
      )
      .union(gone => whereWasIn(selectGone(gone), scopeRef)),
  );
}

/** Entities that left the catalog, under the alias `member`. */
export function selectGone(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .from('entities as member')
    .select('member.ref')
    .whereNotNull('member.removed_at');
}

/** The scopes of an entity's owner. */
export function whereOwnerIn(
  query: Knex.QueryBuilder,
  scopeRefs: readonly string[],
): void {
  query
    .from('scope_spans as debt_span')
    .whereRaw('debt_span.entity_ref = member.owner_ref');
  whereScopes(query, scopeRefs);
}

function whereScopes(
  query: Knex.QueryBuilder,
  scopeRefs: readonly string[],
): void {
  query.whereNull('debt_span.to_day');
  whereAnyOf(query, 'debt_span.scope_ref', scopeRefs);
}

/** Limits a query over entities that left the catalog to those that belonged to a scope: what they counted in is over. */
function whereWasIn(query: Knex.QueryBuilder, scopeRef: string): void {
  query.where(was => {
    for (const column of ['ref', 'system_ref', 'domain_ref', 'owner_ref']) {
      was.orWhere(`member.${column}`, scopeRef);
    }
    was.orWhereExists(span => whereOwnerIn(span, [scopeRef]));
  });
}

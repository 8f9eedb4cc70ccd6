import type { Knex } from 'knex';
import { whereEntityVisible } from './DatabaseVisibility';
import type { Visibility } from './Visibility';

/** How rows of entities are limited to a scope. */
export interface ScopeJoin {
  /** An entity ref, or the literal `org`. */
  scopeRef: string;
  /** The query's column with the entity ref, with its table or alias. */
  entityRefColumn: string;
  /**
   * `now`: entities that count in the scope today, with all their history. `then`: rows of the days on which their entity
   * counted in the scope.
   */
  ownership: 'now' | 'then';
  /** The query's column with the row's day (ISO, in the configured zone). Needed for `then`. */
  dayColumn?: string;
  visibility: Visibility;
}

/**
 * Limits a query over rows of entities to those that count in a scope and may be seen.
 *
 * It joins `scope_spans` under the alias `scope_span`. The spans of one entity in one scope never overlap, so a row is
 * matched at most once and sums stay right.
 *
 * @throws Error when `then` is asked for without a day column
 */
export function joinScope(query: Knex.QueryBuilder, join: ScopeJoin): void {
  const { scopeRef, entityRefColumn, ownership, dayColumn, visibility } = join;
  query.join('scope_spans as scope_span', clause => {
    clause
      .on('scope_span.entity_ref', '=', entityRefColumn)
      .andOnVal('scope_span.scope_ref', '=', scopeRef);
    if (ownership === 'now') {
      clause.andOnNull('scope_span.to_day');
      return;
    }
    if (!dayColumn) {
      throw new Error('Rows can be joined to a past scope only by their day');
    }
    clause
      .andOn('scope_span.from_day', '<=', dayColumn)
      .andOn(until =>
        until
          .onNull('scope_span.to_day')
          .orOn('scope_span.to_day', '>', dayColumn),
      );
  });
  // Of the span, not of the row, so that each entity is looked at once.
  whereEntityVisible(query, visibility, 'scope_span.entity_ref');
}

import type { Knex } from 'knex';
import {
  type ComponentSelection,
  type DaySpan,
  isFiltered,
} from './ComponentSelection';
import { whereAnyOf } from './DatabaseLists';
import { joinScope } from './DatabaseScopeQuery';
import { whereEntityVisible, whereVisible } from './DatabaseVisibility';
import type { Visibility } from './Visibility';

/**
 * Limits a query over rows of components to a selection. The components themselves are looked at only where a filter asks for
 * something that their refs do not tell.
 *
 * @param columns - the query's columns with the entity ref and the day, with their table or alias; `then` needs the day
 */
export function joinSelectedDays(
  query: Knex.QueryBuilder,
  selection: ComponentSelection,
  columns: { entityRef: string; day?: string },
): void {
  joinScope(query, {
    scopeRef: selection.scopeRef,
    ownership: selection.ownership,
    entityRefColumn: columns.entityRef,
    dayColumn: columns.day,
    visibility: selection.visibility,
  });
  whereComponents(query, selection, columns.entityRef);
}

/**
 * Joins rows of components with each time that their component belonged to the scope, under the alias `scope_span`. A row is
 * there once for each of them.
 */
export function joinSelectedSpans(
  query: Knex.QueryBuilder,
  selection: ComponentSelection,
  entityRefColumn: string,
): void {
  query.join('scope_spans as scope_span', clause =>
    clause
      .on('scope_span.entity_ref', '=', entityRefColumn)
      .andOnVal('scope_span.scope_ref', '=', selection.scopeRef),
  );
  whereEntityVisible(query, selection.visibility, 'scope_span.entity_ref');
  whereComponents(query, selection, entityRefColumn);
}

/**
 * Limits a query over `entities` (under the alias `member`) to the components that belong to a selection: today, or under
 * `then` on at least one day of the span.
 */
export function whereSelectedDuring(
  query: Knex.QueryBuilder,
  selection: ComponentSelection,
  span: DaySpan,
): void {
  query.whereExists(scope => {
    scope
      .from('scope_spans as member_span')
      .whereRaw('member_span.entity_ref = member.ref')
      .where('member_span.scope_ref', selection.scopeRef);
    if (selection.ownership === 'now') {
      scope.whereNull('member_span.to_day');
    } else {
      scope
        .where('member_span.from_day', '<=', span.to)
        .where(end =>
          end
            .whereNull('member_span.to_day')
            .orWhere('member_span.to_day', '>', span.from),
        );
    }
  });
  whereKind(query, selection);
  whereComponentFilter(query, selection);
  whereVisible(query, selection.visibility, 'member.ref');
}

/** Limits a query that has joined `scope_span` to the kinds of the selection, and to what the filter asks for. */
function whereComponents(
  query: Knex.QueryBuilder,
  selection: ComponentSelection,
  entityRefColumn: string,
): void {
  const { filter, kinds } = selection;
  if (!isFiltered(filter) && (kinds === undefined || kinds === 'any')) {
    if (kinds === undefined) {
      query.where('scope_span.entity_ref', 'like', 'component:%');
    }
    return;
  }
  query.join('entities as member', 'member.ref', entityRefColumn);
  if (filter?.entityRefs !== undefined) {
    // An index of the rows themselves finds them.
    whereAnyOf(query, entityRefColumn, filter.entityRefs);
  }
  whereKind(query, selection);
  whereComponentFilter(query, selection);
}

function whereKind(
  query: Knex.QueryBuilder,
  { kinds }: ComponentSelection,
): void {
  if (kinds === undefined) {
    query.where('member.kind', 'component');
  } else if (kinds !== 'any') {
    whereAnyOf(query, 'member.kind', kinds);
  }
}

/** Limits a query that has `entities` under the alias `member` to what a filter asks for. */
export function whereComponentFilter(
  query: Knex.QueryBuilder,
  { filter, visibility }: Pick<ComponentSelection, 'filter' | 'visibility'>,
): void {
  if (!filter) {
    return;
  }
  const equal: [string, string | undefined][] = [
    ['member.system_ref', filter.systemRef],
    ['member.type', filter.type],
    ['member.tier', filter.tier],
    ['member.lifecycle', filter.lifecycle],
  ];
  for (const [column, value] of equal) {
    if (value !== undefined) {
      query.where(column, value);
    }
  }
  if (filter.entityRefs !== undefined) {
    whereAnyOf(query, 'member.ref', filter.entityRefs);
  }
  if (filter.domainRef !== undefined) {
    whereInScopes(query, [filter.domainRef], visibility);
  }
  if (filter.ownerRefs !== undefined) {
    const { ownerRefs, descendants } = filter;
    if (descendants) {
      whereOwnedBelow(query, ownerRefs, visibility);
    } else {
      whereAnyOf(query, 'member.owner_ref', ownerRefs);
    }
  }
  if (filter.text) {
    const part = `%${filter.text
      .toLocaleLowerCase('en-US')
      .replace(/[\\%_]/g, '\\$&')}%`;
    query.where(text =>
      text
        .whereRaw(`lower(member.name) like ? escape '\\'`, [part])
        .orWhereRaw(`member.sort_name like ? escape '\\'`, [part]),
    );
  }
}

/**
 * Limits a query to what groups own, and what counts in them today. Each of the two has its index, which an `or` of them would not use: then
 * every entity there is would be looked at for a team of five.
 */
function whereOwnedBelow(
  query: Knex.QueryBuilder,
  ownerRefs: string[],
  visibility: Visibility,
): void {
  query.whereIn('member.ref', found =>
    found
      .union(owned => {
        owned.from('entities as owned').select('owned.ref');
        whereAnyOf(owned, 'owned.owner_ref', ownerRefs);
      })
      .union(below => {
        below
          .from('scope_spans as filter_span')
          .select('filter_span.entity_ref')
          .whereNull('filter_span.to_day');
        whereAnyOf(below, 'filter_span.scope_ref', ownerRefs);
        whereEntityVisible(below, visibility, 'filter_span.scope_ref');
      }),
  );
}

/**
 * Limits a query to what counts today in scopes that the caller may see. What is below a hidden one is not told: only who
 * may see a group learns which others it has below it.
 */
function whereInScopes(
  query: Knex.QueryBuilder,
  scopeRefs: string[],
  visibility: Visibility,
): void {
  query.whereExists(scope => {
    scope
      .from('scope_spans as filter_span')
      .whereRaw('filter_span.entity_ref = member.ref')
      .whereNull('filter_span.to_day');
    whereAnyOf(scope, 'filter_span.scope_ref', scopeRefs);
    whereEntityVisible(scope, visibility, 'filter_span.scope_ref');
  });
}

import type { Knex } from 'knex';
import { whereAnyOf } from '../catalog/DatabaseLists';
import { joinScope } from '../catalog/DatabaseScopeQuery';
import {
  whereEntityVisible,
  whereVisible,
} from '../catalog/DatabaseVisibility';
import type { Visibility } from '../catalog/Visibility';
import type { DaySpan, DoraSelection } from './DoraStore';

/**
 * Limits a query over rows of components to a selection. The components themselves are looked at only where a filter asks for
 * something that their refs do not tell.
 *
 * @param columns - the query's columns with the entity ref and the day, with their table or alias
 */
export function joinSelectedDays(
  query: Knex.QueryBuilder,
  selection: DoraSelection,
  columns: { entityRef: string; day: string },
): void {
  joinScope(query, {
    scopeRef: selection.scopeRef,
    ownership: selection.ownership,
    entityRefColumn: columns.entityRef,
    dayColumn: columns.day,
    visibility: selection.visibility,
  });
  if (
    Object.values(selection.filter ?? {}).some(value => value !== undefined)
  ) {
    joinMember(query, selection, columns.entityRef);
  } else {
    query.where('scope_span.entity_ref', 'like', 'component:%');
  }
}

/**
 * Limits a query over `entities` (under the alias `member`) to the components that belong to a selection: today, or under
 * `then` on at least one day of the span.
 */
export function whereSelectedDuring(
  query: Knex.QueryBuilder,
  selection: DoraSelection,
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
  query.where('member.kind', 'component');
  whereFilter(query, selection);
  whereVisible(query, selection.visibility, 'member.ref');
}

function joinMember(
  query: Knex.QueryBuilder,
  selection: DoraSelection,
  entityRefColumn: string,
): void {
  query
    .join('entities as member', 'member.ref', entityRefColumn)
    .where('member.kind', 'component');
  whereFilter(query, selection);
}

function whereFilter(
  query: Knex.QueryBuilder,
  { filter, visibility }: DoraSelection,
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
  if (filter.domainRef !== undefined) {
    whereInScopes(query, [filter.domainRef], visibility);
  }
  if (filter.ownerRefs !== undefined) {
    const { ownerRefs, descendants } = filter;
    query.where(owned => {
      whereAnyOf(owned, 'member.owner_ref', ownerRefs);
      if (descendants) {
        owned.orWhere(below => whereInScopes(below, ownerRefs, visibility));
      }
    });
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

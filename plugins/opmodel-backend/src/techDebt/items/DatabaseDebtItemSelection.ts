import { standingDebtStatuses } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  type ComponentFilter,
  isFiltered,
} from '../../catalog/ComponentSelection';
import { whereComponentFilter } from '../../catalog/DatabaseComponentSelection';
import { isPostgres, whereAnyOf } from '../../catalog/DatabaseLists';
import {
  whereEntityVisible,
  whereVisible,
} from '../../catalog/DatabaseVisibility';
import { organisationScope } from '../../catalog/scopesOf';
import type { Visibility } from '../../catalog/Visibility';
import { askedWords } from './debtItemOrder';
import { hashOfRef } from './debtItemRows';
import type { DebtSelection } from './DebtItemStore';

/**
 * How it is found out which entities may be seen: each by itself, which suits few items, or all of them once, which suits many.
 */
type SeeingEntities = typeof whereVisible;

/** Items of a selection, under the alias `item`, of which all are read. */
export function selectDebtItems(
  knex: Knex,
  selection: DebtSelection,
): Knex.QueryBuilder {
  const { entityRef, link, ownerRefs } = selection;
  const areFew = entityRef ?? link ?? ownerRefs;
  return selectItems(
    knex,
    selection,
    areFew ? whereEntityVisible : whereVisible,
  );
}

/** The same for a query that reads only the first of them. */
export function selectFirstDebtItems(
  knex: Knex,
  selection: DebtSelection,
): Knex.QueryBuilder {
  return selectItems(knex, selection, whereEntityVisible);
}

/** One item, if it may be seen, under the alias `item`. */
export function selectDebtItem(
  knex: Knex,
  id: string,
  visibility: Visibility,
): Knex.QueryBuilder {
  return selectFirstDebtItems(knex, { visibility }).where('item.id', id);
}

function selectItems(
  knex: Knex,
  selection: DebtSelection,
  seeing: SeeingEntities,
): Knex.QueryBuilder {
  const query = knex('tech_debt_items as item');
  whereFields(query, selection);
  whereDates(query, selection);
  whereTexts(query, selection);
  whereCarried(query, selection);
  whereEachVisible(query, selection.visibility, seeing);
  return query;
}

/** Limits a query to items all of whose entities may be seen. One that was never in the catalog can be decided for nobody but who sees all. */
function whereEachVisible(
  query: Knex.QueryBuilder,
  visibility: Visibility,
  seeing: SeeingEntities,
): void {
  if (visibility.type === 'all') {
    return;
  }
  query.whereNotExists(hidden =>
    hidden
      .from('tech_debt_item_entities as hidden')
      .whereRaw('hidden.item_id = item.id')
      .whereNot(seen => {
        seeing(seen, visibility, 'hidden.entity_ref');
        if (visibility.type === 'refs') {
          seen.whereExists(known =>
            known
              .from('entities as known')
              .whereRaw('known.ref = hidden.entity_ref'),
          );
        }
      }),
  );
}

function whereFields(query: Knex.QueryBuilder, selection: DebtSelection): void {
  const among: [string, readonly string[] | undefined][] = [
    ['item.owner_ref', selection.ownerRefs],
    ['item.status', selection.statuses],
    ['item.category', selection.categories],
    ['item.severity', selection.severities],
  ];
  for (const [column, values] of among) {
    if (values) {
      whereAnyOf(query, column, values);
    }
  }
  if (selection.impact !== undefined) {
    query.where('item.impact', selection.impact);
  }
  if (selection.likelihood !== undefined) {
    query.where('item.likelihood', selection.likelihood);
  }
}

function whereDates(
  query: Knex.QueryBuilder,
  { overdueOn, reviewDueOn }: DebtSelection,
): void {
  if (overdueOn === undefined && reviewDueOn === undefined) {
    return;
  }
  whereAnyOf(query, 'item.status', standingDebtStatuses);
  if (overdueOn !== undefined) {
    whereBefore(query, 'item.target_date', overdueOn);
  }
  if (reviewDueOn !== undefined) {
    whereBefore(query, 'item.review_date', reviewDueOn);
  }
}

/** Days are compared as the indexes of the orders have them. */
function whereBefore(
  query: Knex.QueryBuilder,
  column: string,
  day: string,
): void {
  query.whereRaw(isPostgres(query) ? '?? collate "C" < ?' : '?? < ?', [
    column,
    day,
  ]);
}

function whereTexts(
  query: Knex.QueryBuilder,
  { text, link }: DebtSelection,
): void {
  const words = askedWords(text ?? '');
  if (words.length > 0) {
    const position = isPostgres(query) ? 'strpos' : 'instr';
    query.whereIn('item.id', found => {
      found.from('tech_debt_item_words as words').select('words.item_id');
      for (const word of words) {
        found.whereRaw(`${position}(words.searched, ?) > 0`, [word]);
      }
    });
  }
  if (link) {
    query.whereIn('item.id', linked =>
      linked
        .from('tech_debt_item_links as linked')
        .select('linked.item_id')
        .where('linked.hash', hashOfRef(link)),
    );
  }
}

function whereCarried(
  query: Knex.QueryBuilder,
  { entityRef, scopeRef, entities, visibility }: DebtSelection,
): void {
  if (entityRef !== undefined) {
    whereCarriedBy(query, carried =>
      carried.where('carried.entity_ref', entityRef),
    );
  }
  if (scopeRef !== undefined && scopeRef !== organisationScope) {
    whereCarriedBy(query, carried =>
      carried.whereIn('carried.entity_ref', counted =>
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
      ),
    );
  }
  if (entities && isFiltered(entities)) {
    whereCarriedBy(query, carried =>
      carried.whereIn('carried.entity_ref', filtered =>
        filtered
          .union(present => {
            present
              .from('entities as member')
              .select('member.ref')
              .whereNull('member.removed_at');
            whereComponentFilter(present, { filter: entities, visibility });
          })
          .union(gone => whereWas(selectGone(gone), entities, visibility)),
      ),
    );
  }
}

function selectGone(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .from('entities as member')
    .select('member.ref')
    .whereNotNull('member.removed_at');
}

function whereCarriedBy(
  query: Knex.QueryBuilder,
  limit: (carried: Knex.QueryBuilder) => void,
): void {
  query.whereIn('item.id', carried => {
    carried
      .from('tech_debt_item_entities as carried')
      .select('carried.item_id');
    limit(carried);
  });
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

/** Limits a query over entities that left the catalog to what a filter asks for, by what they said last. */
function whereWas(
  query: Knex.QueryBuilder,
  filter: ComponentFilter,
  visibility: Visibility,
): void {
  const { ownerRefs, descendants, domainRef, ...rest } = filter;
  whereComponentFilter(query, { filter: rest, visibility });
  if (domainRef !== undefined) {
    query.where('member.domain_ref', domainRef);
  }
  if (ownerRefs !== undefined) {
    query.where(owned => {
      whereAnyOf(owned, 'member.owner_ref', ownerRefs);
      if (descendants) {
        owned.orWhereExists(span => {
          whereOwnerIn(span, ownerRefs);
          // Only who may see a group learns which others it has below it.
          whereEntityVisible(span, visibility, 'debt_span.scope_ref');
        });
      }
    });
  }
}

/** The scopes of an entity's owner. */
function whereOwnerIn(
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

import { standingDebtStatuses } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isFiltered } from '../../catalog/ComponentSelection';
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

/** Items of a selection, under the alias `item`. */
export function selectDebtItems(
  knex: Knex,
  selection: DebtSelection,
): Knex.QueryBuilder {
  const query = knex('tech_debt_items as item');
  whereFields(query, selection);
  whereDates(query, selection);
  whereTexts(query, selection);
  whereCarried(query, selection);
  whereEachVisible(query, selection.visibility, whereVisible);
  return query;
}

/** One item, if it may be seen, under the alias `item`. */
export function selectDebtItem(
  knex: Knex,
  id: string,
  visibility: Visibility,
): Knex.QueryBuilder {
  const query = knex('tech_debt_items as item').where('item.id', id);
  whereEachVisible(query, visibility, whereEntityVisible);
  return query;
}

/**
 * Limits a query to items all of whose entities may be seen. One that was never in the catalog can be decided for nobody but who sees all.
 *
 * @param limit - how entities are limited: each by itself, or by the list of all that may be seen
 */
function whereEachVisible(
  query: Knex.QueryBuilder,
  visibility: Visibility,
  limit: typeof whereVisible,
): void {
  if (visibility.type === 'all') {
    return;
  }
  query.whereNotExists(hidden =>
    hidden
      .from('tech_debt_item_entities as hidden')
      .whereRaw('hidden.item_id = item.id')
      .whereNot(seen => {
        limit(seen, visibility, 'hidden.entity_ref');
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
      found.from('tech_debt_item_texts as words').select('words.item_id');
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
          .from('entities as member')
          .select('member.ref')
          .where(either =>
            either
              .where(present => {
                present.whereNull('member.removed_at');
                whereCountsIn(present, 'member.ref', [scopeRef]);
              })
              .orWhere(gone => {
                gone.whereNotNull('member.removed_at').where(was => {
                  was.where('member.ref', scopeRef);
                  was.orWhere('member.system_ref', scopeRef);
                  was.orWhere('member.domain_ref', scopeRef);
                  was.orWhere('member.owner_ref', scopeRef);
                  was.orWhere(owned =>
                    whereCountsIn(owned, 'member.owner_ref', [scopeRef]),
                  );
                });
              }),
          ),
      ),
    );
  }
  if (entities && isFiltered(entities)) {
    whereCarriedBy(query, carried =>
      carried.whereIn('carried.entity_ref', filtered =>
        filtered
          .from('entities as member')
          .select('member.ref')
          .where(either =>
            either
              .where(present => {
                present.whereNull('member.removed_at');
                whereComponentFilter(present, { filter: entities, visibility });
              })
              .orWhere(gone => {
                gone.whereNotNull('member.removed_at');
                whereWas(gone, entities, visibility);
              }),
          ),
      ),
    );
  }
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

/** Limits a query over entities that left the catalog to what a filter asks for: what they counted in is over, so of them it is asked what they said last. */
function whereWas(
  query: Knex.QueryBuilder,
  filter: NonNullable<DebtSelection['entities']>,
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
        owned.orWhere(below =>
          whereCountsIn(below, 'member.owner_ref', ownerRefs, visibility),
        );
      }
    });
  }
}

/** Limits a query to entities that count in scopes today; of scopes that may be seen, where that is asked. */
function whereCountsIn(
  query: Knex.QueryBuilder,
  column: string,
  scopeRefs: readonly string[],
  visibility?: Visibility,
): void {
  query.whereExists(span => {
    span
      .from('scope_spans as debt_span')
      .whereRaw('debt_span.entity_ref = ??', [column])
      .whereNull('debt_span.to_day');
    whereAnyOf(span, 'debt_span.scope_ref', scopeRefs);
    if (visibility) {
      whereEntityVisible(span, visibility, 'debt_span.scope_ref');
    }
  });
}

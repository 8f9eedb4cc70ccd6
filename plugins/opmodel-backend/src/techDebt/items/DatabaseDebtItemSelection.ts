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
import {
  type SeeingEntities,
  selectGone,
  whereCarrierVisible,
  whereCountsIn,
  whereOwnerIn,
} from './DatabaseDebtCarriers';
import { hashOfRef } from './debtItemRows';
import type { DebtSelection } from './DebtItemStore';
import { askedBeginnings } from './debtWords';

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

/**
 * The same among few items.
 *
 * @param near - whole rows of the items
 */
export function selectDebtItemsAmong(
  knex: Knex,
  selection: DebtSelection,
  near: Knex.QueryBuilder,
): Knex.QueryBuilder {
  const query = selectItems(knex, selection, whereEntityVisible, {
    items: 'near',
    carriers: 'near_entities',
  });
  // Without these, a database may look for what is asked among all items, once for each of the few.
  return query
    .withMaterialized('near', near)
    .withMaterialized(
      'near_entities',
      knex('tech_debt_item_entities as carried')
        .join('near', 'near.id', 'carried.item_id')
        .select('carried.item_id', 'carried.entity_ref'),
    );
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
  { items, carriers } = {
    items: 'tech_debt_items',
    carriers: 'tech_debt_item_entities',
  },
): Knex.QueryBuilder {
  const query = knex(`${items} as item`);
  whereFields(query, selection);
  whereDates(query, selection);
  whereTexts(query, selection);
  whereCarried(query, selection, carriers);
  whereEachVisible(query, selection.visibility, seeing);
  return query;
}

/** Limits a query to items all of whose entities may be seen. */
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
      .whereNot(seen =>
        whereCarrierVisible(seen, visibility, 'hidden.entity_ref', seeing),
      ),
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
  { overdueOn, reviewDueOn, createdBefore }: DebtSelection,
): void {
  if (createdBefore !== undefined) {
    query.where('item.created_at', '<', createdBefore);
  }
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
  const words = askedBeginnings(text);
  if (words) {
    query.whereIn('item.id', found => {
      found.from('tech_debt_item_words as words').select('words.item_id');
      whereWords(found, words);
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

/** Limits a query over what is searched to what has a word that begins with each of these. */
function whereWords(query: Knex.QueryBuilder, words: readonly string[]): void {
  if (words.length === 0) {
    query.whereRaw('1 = 0');
  } else if (isPostgres(query)) {
    // A word has nothing in it that means something in such a query.
    query.whereRaw('words.words @@ cast(? as tsquery)', [
      words.map(word => `'${word}':*`).join(' & '),
    ]);
  } else {
    for (const word of words) {
      query.whereRaw('instr(words.searched, ?) > 0', [` ${word}`]);
    }
  }
}

function whereCarried(
  query: Knex.QueryBuilder,
  { entityRef, scopeRef, entities, visibility }: DebtSelection,
  carriers: string,
): void {
  if (entityRef !== undefined) {
    whereCarriedBy(query, carriers, carried =>
      carried.where('carried.entity_ref', entityRef),
    );
  }
  if (scopeRef !== undefined && scopeRef !== organisationScope) {
    whereCarriedBy(query, carriers, carried =>
      whereCountsIn(carried, 'carried.entity_ref', scopeRef),
    );
  }
  if (entities && isFiltered(entities)) {
    whereCarriedBy(query, carriers, carried =>
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

function whereCarriedBy(
  query: Knex.QueryBuilder,
  carriers: string,
  limit: (carried: Knex.QueryBuilder) => void,
): void {
  query.whereIn('item.id', carried => {
    carried.from(`${carriers} as carried`).select('carried.item_id');
    limit(carried);
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

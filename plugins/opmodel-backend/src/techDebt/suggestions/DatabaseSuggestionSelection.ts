import type { Knex } from 'knex';
import { isPostgres, whereAnyOf } from '../../catalog/DatabaseLists';
import {
  whereEntityVisible,
  whereVisible,
} from '../../catalog/DatabaseVisibility';
import { organisationScope } from '../../catalog/scopesOf';
import type { Visibility } from '../../catalog/Visibility';
import {
  type SeeingEntities,
  whereCarrierVisible,
  whereCountsIn,
} from '../items/DatabaseDebtCarriers';
import { askedWords } from './suggestionOrder';
import type { SuggestionSelection } from './SuggestionStore';

/** Suggestions of a selection, under the alias `suggestion`, of which all are read. */
export function selectSuggestions(
  knex: Knex,
  selection: SuggestionSelection,
): Knex.QueryBuilder {
  return select(knex, selection, whereVisible);
}

/** The same for a query that reads only the first of them. */
export function selectFirstSuggestions(
  knex: Knex,
  selection: SuggestionSelection,
): Knex.QueryBuilder {
  return select(knex, selection, whereEntityVisible);
}

function select(
  knex: Knex,
  selection: SuggestionSelection,
  seeing: SeeingEntities,
): Knex.QueryBuilder {
  const query = knex('tech_debt_suggestions as suggestion');
  whereFields(query, selection);
  whereEntity(query, selection);
  whereWords(query, selection.text ?? '');
  whereSeen(query, selection.visibility, seeing);
  return query;
}

/** Limits a query to suggestions whose entity and document may be seen. */
function whereSeen(
  query: Knex.QueryBuilder,
  visibility: Visibility,
  seeing: SeeingEntities,
): void {
  if (visibility.type === 'all') {
    return;
  }
  whereCarrierVisible(query, visibility, 'suggestion.entity_ref', seeing);
  query.where(document => {
    document.whereNull('suggestion.document_ref').orWhere(named => {
      whereCarrierVisible(named, visibility, 'suggestion.document_ref', seeing);
    });
  });
}

function whereFields(
  query: Knex.QueryBuilder,
  selection: SuggestionSelection,
): void {
  const among: [string, readonly string[] | undefined][] = [
    ['suggestion.stands', selection.standings],
    ['suggestion.source', selection.sources],
    ['suggestion.category', selection.categories],
    ['suggestion.severity', selection.severities],
  ];
  for (const [column, values] of among) {
    if (values) {
      whereAnyOf(query, column, values);
    }
  }
  if (selection.itemId !== undefined) {
    query.where('suggestion.item_id', selection.itemId);
  }
}

function whereEntity(
  query: Knex.QueryBuilder,
  { entityRef, scopeRef, ownerRefs }: SuggestionSelection,
): void {
  if (entityRef !== undefined) {
    query.where('suggestion.entity_ref', entityRef);
  }
  if (scopeRef !== undefined && scopeRef !== organisationScope) {
    whereCountsIn(query, 'suggestion.entity_ref', scopeRef);
  }
  if (ownerRefs) {
    query.whereIn('suggestion.entity_ref', owned => {
      owned.from('entities as owned').select('owned.ref');
      whereAnyOf(owned, 'owned.owner_ref', ownerRefs);
    });
  }
}

function whereWords(query: Knex.QueryBuilder, text: string): void {
  const words = askedWords(text);
  if (words.length > 0) {
    const position = isPostgres(query) ? 'strpos' : 'instr';
    query.whereIn('suggestion.fingerprint', found => {
      found
        .from('tech_debt_suggestion_texts as words')
        .select('words.fingerprint');
      for (const word of words) {
        found.whereRaw(`${position}(words.searched, ?) > 0`, [word]);
      }
    });
  }
}

import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { readPageBeside } from '../items/debtItemQueries';
import type { AskedSuggestions, SuggestionPage } from './SuggestionListReader';
import type { SuggestionOrder } from './SuggestionStore';

type ListQuery = NonNullable<Parameters<OpmodelApi['listDebtSuggestions']>[0]>;

/** Which suggestions a query asks for; those to be decided unless it says otherwise. */
export function readSuggestionSelection(query: ListQuery): AskedSuggestions {
  return {
    standings: query.state ?? ['open'],
    sources: query.source,
    scopeRef: query.scope && lower(query.scope),
    entityRef: query.entity && lower(query.entity),
    owners: query.owner?.map(lower),
    descendants: query.descendants,
    categories: query.category,
    severities: query.severity,
    text: query.text,
    itemId: query.item,
  };
}

/**
 * Which page a query asks for, and in what order. By severity the worst come first, which is the highest: the sign is that of the reader's
 * order.
 */
export function readSuggestionPage(query: ListQuery): SuggestionPage {
  const sort = query.sort ?? 'severity';
  const order = sort.replace('-', '') as SuggestionOrder;
  const isReversed = sort.startsWith('-');
  return {
    ...readPageBeside(query),
    order,
    descending: order === 'severity' ? !isReversed : isReversed,
  };
}

function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}

import type {
  DebtSuggestionDetail,
  DebtSuggestionPage,
  DebtSuggestionSourceList,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  useRowPages,
  type QueryState,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { SuggestionQuery } from './useSuggestionParams';

const SUGGESTIONS_PER_PAGE = 25;

/** Suggestions that filters select, a page at a time. */
export function useSuggestions(
  query: SuggestionQuery,
): RowPages<DebtSuggestionPage> {
  const api = useOpmodelApi();
  return useRowPages(
    {
      filter: query,
      requestPage: (page, signal) =>
        api.listDebtSuggestions({ ...query, ...page }, { signal }),
    },
    { rowsPerPage: SUGGESTIONS_PER_PAGE, subject: 'suggestions' },
  );
}

/** How many suggestions of these severities wait to be decided; any where none is named. */
export function useWaitingSuggestions(
  severity?: SuggestionQuery['severity'],
): QueryState<DebtSuggestionPage> {
  const api = useOpmodelApi();
  return useQueryState({
    key: `waiting ${severity?.join() ?? ''}`,
    subject: 'waiting',
    request: signal =>
      api.listDebtSuggestions(
        { state: ['open'], limit: 1, ...(severity && { severity }) },
        { signal },
      ),
  });
}

/** One suggestion with what speaks for it. */
export function useSuggestion(id: string): QueryState<DebtSuggestionDetail> {
  const api = useOpmodelApi();
  return useQueryState({
    key: id,
    subject: id,
    request: signal => api.getDebtSuggestion(id, { signal }),
  });
}

/** What debt is looked for by. */
export function useSuggestionSources(): QueryState<DebtSuggestionSourceList> {
  const api = useOpmodelApi();
  return useQueryState({
    key: 'sources',
    subject: 'sources',
    request: signal => api.listDebtSuggestionSources({ signal }),
  });
}

import type {
  DebtFlowReport,
  DebtItemPage,
  DebtMatrix,
  DebtPlaces,
  DebtSummary,
  DebtTopTen,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  useRowPages,
  type QueryState,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { RegisterQuery } from './useRegisterParams';

/** What of the flow is asked for. */
export type FlowQuery = NonNullable<Parameters<OpmodelApi['getDebtFlow']>[0]>;
/** By what, and of what, it is asked where debt lies. */
export type PlacesQuery = NonNullable<
  Parameters<OpmodelApi['getDebtPlaces']>[0]
>;
/** What of the items that are best paid first is asked for. */
export type TopTenQuery = NonNullable<
  Parameters<OpmodelApi['getDebtTopTen']>[0]
>;

const ITEMS_PER_PAGE = 50;

/** Items that filters select, a page at a time. */
export function useRegister(query: RegisterQuery): RowPages<DebtItemPage> {
  const api = useOpmodelApi();
  return useRowPages(
    {
      filter: query,
      requestPage: (page, signal) =>
        api.listDebtItems({ ...query, ...page }, { signal }),
    },
    { rowsPerPage: ITEMS_PER_PAGE, subject: 'register' },
  );
}

/** What is owed of what filters select. */
export function useDebtSummary(
  query: Omit<RegisterQuery, 'sort'>,
): QueryState<DebtSummary> {
  const api = useOpmodelApi();
  return useQueryState({
    key: JSON.stringify(query),
    subject: 'summary',
    request: signal => api.getDebtSummary(query, { signal }),
  });
}

/** How many items there are of each impact and likelihood. */
export function useDebtMatrix(
  query: Omit<RegisterQuery, 'sort'>,
): QueryState<DebtMatrix> {
  const api = useOpmodelApi();
  return useQueryState({
    key: JSON.stringify(query),
    subject: 'matrix',
    request: signal => api.getDebtMatrix(query, { signal }),
  });
}

/** Where what is owed today lies. */
export function useDebtPlaces(query: PlacesQuery): QueryState<DebtPlaces> {
  const api = useOpmodelApi();
  return useQueryState({
    key: JSON.stringify(query),
    subject: 'places',
    request: signal => api.getDebtPlaces(query, { signal }),
  });
}

/** What came and went. */
export function useDebtFlow(query: FlowQuery): QueryState<DebtFlowReport> {
  const api = useOpmodelApi();
  return useQueryState({
    key: JSON.stringify(query),
    subject: 'flow',
    request: signal => api.getDebtFlow(query, { signal }),
  });
}

/** What paying the first items of an order would take and buy. */
export function useDebtTopTen(query: TopTenQuery): QueryState<DebtTopTen> {
  const api = useOpmodelApi();
  return useQueryState({
    key: JSON.stringify(query),
    subject: 'top-ten',
    request: signal => api.getDebtTopTen(query, { signal }),
  });
}

const OLDEST_ITEMS = 5;

/** What was filed first of what filters select. */
export function useOldestItems(query: RegisterQuery): QueryState<DebtItemPage> {
  const api = useOpmodelApi();
  return useQueryState({
    key: JSON.stringify(query),
    subject: 'oldest',
    request: signal =>
      api.listDebtItems(
        { ...query, sort: 'createdAt', limit: OLDEST_ITEMS },
        { signal },
      ),
  });
}

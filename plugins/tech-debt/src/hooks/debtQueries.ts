import type {
  DebtItemPage,
  EntityTechDebt,
  PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  useRowPages,
  type QueryState,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { statusesOf, type DebtListView } from './useDebtListView';

const ITEMS_PER_PAGE = 25;
/** As many as the API tells at once: a board is read as a whole. */
const ITEMS_PER_BOARD = 100;

/** What an entity owes, a page of its items at a time. */
export function useEntityDebtPages(
  entityRef: string,
  shown: DebtListView,
): RowPages<EntityTechDebt> {
  const api = useOpmodelApi();
  const status = statusesOf(shown);
  const query = { sort: shown.order, ...(status && { status }) };
  return useRowPages(
    {
      filter: { entityRef, view: shown.view, ...query },
      requestPage: (page, signal) =>
        api.getEntityTechDebt(entityRef, { ...query, ...page }, { signal }),
    },
    {
      rowsPerPage: shown.view === 'board' ? ITEMS_PER_BOARD : ITEMS_PER_PAGE,
      subject: entityRef,
    },
  );
}

/** What an entity owes in total. */
export function useEntityDebtSummary(
  entityRef: string,
): QueryState<EntityTechDebt> {
  const api = useOpmodelApi();
  return useQueryState({
    key: entityRef,
    subject: entityRef,
    request: signal =>
      api.getEntityTechDebt(entityRef, { limit: 1 }, { signal }),
  });
}

/** One item. */
export function useDebtItem(itemId: string): QueryState<PricedDebtItem> {
  const api = useOpmodelApi();
  return useQueryState({
    key: itemId,
    subject: itemId,
    request: signal => api.getDebtItem(itemId, { signal }),
  });
}

/** Items of the register, a page at a time. */
export function useDebtItems(): RowPages<DebtItemPage> {
  const api = useOpmodelApi();
  return useRowPages(
    {
      filter: {},
      requestPage: (page, signal) => api.listDebtItems(page, { signal }),
    },
    { rowsPerPage: ITEMS_PER_PAGE, subject: 'items' },
  );
}

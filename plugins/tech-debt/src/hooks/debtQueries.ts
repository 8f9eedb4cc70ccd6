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

/** Items that the tab reads at once; a board of more is nobody's overview. */
export const ITEMS_OF_ENTITY = 100;

/** What an entity owes. */
export function useEntityTechDebt(
  entityRef: string,
): QueryState<EntityTechDebt> {
  const api = useOpmodelApi();
  return useQueryState({
    key: entityRef,
    subject: entityRef,
    request: signal =>
      api.getEntityTechDebt(entityRef, { limit: ITEMS_OF_ENTITY }, { signal }),
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

const ITEMS_PER_PAGE = 25;

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

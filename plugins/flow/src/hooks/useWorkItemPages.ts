import type { WorkItemPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useCursors,
  useOpmodelApi,
  useQueryState,
  type CursorPages,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { FlowQuery, WorkItemFilter } from './flowQuery';

/** Work items on one page. */
export const WORK_ITEMS_PER_PAGE = 20;

/** Work items of an entity, a page at a time. */
export interface WorkItemPages extends CursorPages {
  page: QueryState<WorkItemPage>;
}

/** Pages through the work items behind the numbers of an entity. */
export function useWorkItemPages(
  entityRef: string,
  query: FlowQuery,
  filter: WorkItemFilter,
): WorkItemPages {
  const api = useOpmodelApi();
  const list = JSON.stringify([entityRef, query, filter]);
  const { cursor, pagesAround } = useCursors(list);
  const page = useQueryState({
    key: `${list} ${cursor ?? ''}`,
    subject: list,
    request: signal =>
      api.listEntityWorkItems(
        entityRef,
        {
          ...query,
          ...filter,
          limit: WORK_ITEMS_PER_PAGE,
          ...(cursor ? { cursor } : {}),
        },
        { signal },
      ),
  });
  return {
    page,
    ...pagesAround(page.phase === 'ready' ? page.data.nextCursor : null),
  };
}

import type { DisputePage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useCursors,
  useOpmodelApi,
  useQueryState,
  type CursorPages,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** Disputes on one page. */
export const DISPUTES_PER_PAGE = 10;

/** What is disputed of the numbers of an entity, newest first. */
export interface DisputePages extends CursorPages {
  page: QueryState<DisputePage>;
}

/** Pages through the disputes of an entity. */
export function useDisputes(entityRef: string): DisputePages {
  const api = useOpmodelApi();
  const { cursor, pagesAround } = useCursors(entityRef);
  const page = useQueryState({
    key: `${entityRef} ${cursor ?? ''}`,
    subject: entityRef,
    request: signal =>
      api.listEntityDisputes(
        entityRef,
        { limit: DISPUTES_PER_PAGE, ...(cursor ? { cursor } : {}) },
        { signal },
      ),
  });
  return {
    page,
    ...pagesAround(page.phase === 'ready' ? page.data.nextCursor : null),
  };
}

import type { DoraCorrectionPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useCursors,
  useOpmodelApi,
  useQueryState,
  type CursorPages,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** Corrections on one page. */
export const CORRECTIONS_PER_PAGE = 10;

/** What people decided about the facts of a component, newest first. */
export interface CorrectionPages extends CursorPages {
  page: QueryState<DoraCorrectionPage>;
}

/**
 * Pages through the corrections of a component.
 *
 * @param enabled - false for what is no component, and so has none
 */
export function useCorrections(
  entityRef: string,
  enabled: boolean,
): CorrectionPages {
  const api = useOpmodelApi();
  const { cursor, pagesAround } = useCursors(entityRef);
  const page = useQueryState({
    key: `${entityRef} ${cursor ?? ''}`,
    subject: entityRef,
    enabled,
    request: signal =>
      api.listDoraCorrections(
        entityRef,
        { limit: CORRECTIONS_PER_PAGE, ...(cursor ? { cursor } : {}) },
        { signal },
      ),
  });
  return {
    page,
    ...pagesAround(page.phase === 'ready' ? page.data.nextCursor : null),
  };
}

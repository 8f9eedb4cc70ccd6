import type {
  DoraReportQuery,
  IncidentPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useCursors,
  useOpmodelApi,
  useQueryState,
  type CursorPages,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ExclusionReason } from '../components/exclusions';
import { toRowsQuery } from './useDoraParams';
import type { IncidentFilter } from './useEvidenceParams';

/** Incidents on one page. */
export const INCIDENTS_PER_PAGE = 20;

/** Which incidents are wanted. */
export interface IncidentSelection {
  filter: IncidentFilter;
  /** Only those left out for this reason. */
  exclusion?: ExclusionReason;
}

/** Incidents of an entity, newest first, a page at a time. */
export interface IncidentPages extends CursorPages {
  page: QueryState<IncidentPage>;
}

/**
 * Pages through the incidents of an entity.
 *
 * @param enabled - false holds the request back until the rows are wanted
 */
export function useIncidentPages(
  entityRef: string,
  query: DoraReportQuery,
  selection: IncidentSelection,
  enabled: boolean,
): IncidentPages {
  const api = useOpmodelApi();
  const { filter, exclusion } = selection;
  const list = `${entityRef} ${JSON.stringify([query, filter, exclusion])}`;
  const { cursor, pagesAround } = useCursors(list);
  const page = useQueryState({
    key: `${list} ${cursor ?? ''}`,
    subject: list,
    enabled,
    request: signal =>
      api.listEntityIncidents(
        entityRef,
        {
          ...toRowsQuery(query),
          limit: INCIDENTS_PER_PAGE,
          ...(filter !== 'all' && { state: filter }),
          ...(exclusion && { exclusion }),
          ...(cursor && { cursor }),
        },
        { signal },
      ),
  });
  return {
    page,
    ...pagesAround(page.phase === 'ready' ? page.data.nextCursor : null),
  };
}

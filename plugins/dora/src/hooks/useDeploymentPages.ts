import type {
  DeploymentPage,
  DoraReportQuery,
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
import { toDeploymentsQuery, type DeploymentFilter } from './useEvidenceParams';

/** Deployments on one page. */
export const DEPLOYMENTS_PER_PAGE = 20;

/** Which deployments are wanted. */
export interface DeploymentSelection {
  filter: DeploymentFilter;
  /** Only those left out for this reason, or carrying a change left out for it. */
  exclusion?: ExclusionReason;
}

/** Deployments of an entity, newest first, a page at a time. */
export interface DeploymentPages extends CursorPages {
  page: QueryState<DeploymentPage>;
}

/**
 * Pages through the deployments of an entity.
 *
 * @param enabled - false holds the request back until the rows are wanted
 */
export function useDeploymentPages(
  entityRef: string,
  query: DoraReportQuery,
  selection: DeploymentSelection,
  enabled: boolean,
): DeploymentPages {
  const api = useOpmodelApi();
  const { filter, exclusion } = selection;
  const list = `${entityRef} ${JSON.stringify([query, filter, exclusion])}`;
  const { cursor, pagesAround } = useCursors(list);
  const page = useQueryState({
    key: `${list} ${cursor ?? ''}`,
    subject: list,
    enabled,
    request: signal =>
      api.listEntityDeployments(
        entityRef,
        {
          ...toRowsQuery(query),
          limit: DEPLOYMENTS_PER_PAGE,
          ...toDeploymentsQuery(filter),
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

import type {
  DeploymentPage,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import type { ExclusionReason } from '../components/exclusions';

/** Deployments on one page. */
export const DEPLOYMENTS_PER_PAGE = 20;

/** Deployments of an entity, newest first, a page at a time. */
export interface DeploymentPages {
  page: QueryState<DeploymentPage>;
  /** Number of the page, from 0. */
  index: number;
  /** Goes to older deployments; undefined on the last page. */
  older?: () => void;
  /** Goes to newer deployments; undefined on the first page. */
  newer?: () => void;
}

/**
 * Pages through the deployments of an entity.
 *
 * @param exclusion - only those left out for this reason, or carrying a change left out for it
 * @param enabled - false holds the request back until the rows are wanted
 */
export function useDeploymentPages(
  entityRef: string,
  query: DoraReportQuery,
  exclusion: ExclusionReason | undefined,
  enabled: boolean,
): DeploymentPages {
  const api = useOpmodelApi();
  const list = `${entityRef} ${JSON.stringify(query)} ${exclusion ?? ''}`;
  const [position, setPosition] = useState<{
    list: string;
    cursors: string[];
  }>({ list, cursors: [] });
  // A cursor belongs to the list that gave it.
  const cursors = position.list === list ? position.cursors : [];
  const cursor = cursors[cursors.length - 1];
  const page = useQueryState({
    key: `${list} ${cursor ?? ''}`,
    subject: list,
    enabled,
    request: signal =>
      api.listEntityDeployments(
        entityRef,
        {
          ...query,
          limit: DEPLOYMENTS_PER_PAGE,
          ...(exclusion ? { exclusion } : {}),
          ...(cursor ? { cursor } : {}),
        },
        { signal },
      ),
  });
  const next = page.phase === 'ready' ? page.data.nextCursor : null;
  return {
    page,
    index: cursors.length,
    older: next
      ? () => setPosition({ list, cursors: [...cursors, next] })
      : undefined,
    newer:
      cursors.length > 0
        ? () => setPosition({ list, cursors: cursors.slice(0, -1) })
        : undefined,
  };
}

import type { CollectorRunReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { OPERATIONS_REFRESH_MS } from './useEngineHealth';

const LIMIT = 20;

/**
 * How the runs of one collector went, newest first.
 *
 * @param collectorId - undefined while none is chosen
 */
export function useCollectorRuns(
  collectorId: string | undefined,
): QueryState<CollectorRunReport[]> {
  const api = useOpmodelApi();
  const key = collectorId ?? '';
  return useQueryState({
    key,
    subject: key,
    enabled: collectorId !== undefined,
    request: signal => api.listCollectorRuns(key, { limit: LIMIT }, { signal }),
    refreshAfter: () => OPERATIONS_REFRESH_MS,
  });
}

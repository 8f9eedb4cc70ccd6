import type { EngineHealth } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** How often an operator sees newer numbers. Milliseconds. */
export const OPERATIONS_REFRESH_MS = 30_000;

/**
 * The state of the engine, for those who may read it.
 *
 * @param enabled - false while it is not known whether they may
 */
export function useEngineHealth(enabled = true): QueryState<EngineHealth> {
  const api = useOpmodelApi();
  return useQueryState({
    key: 'health',
    subject: 'health',
    enabled,
    request: signal => api.getHealth({ signal }),
    refreshAfter: () => OPERATIONS_REFRESH_MS,
  });
}

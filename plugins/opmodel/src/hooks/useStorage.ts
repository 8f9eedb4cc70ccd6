import type { EngineStorage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { OPERATIONS_REFRESH_MS } from './useEngineHealth';

/** What each table holds, and how long rows are kept. */
export function useStorage(): QueryState<EngineStorage> {
  const api = useOpmodelApi();
  return useQueryState({
    key: 'storage',
    subject: 'storage',
    request: signal => api.getStorage({ signal }),
    refreshAfter: () => OPERATIONS_REFRESH_MS,
  });
}

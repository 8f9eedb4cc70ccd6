import type { Acceptance } from '@opmodel/backstage-plugin-opmodel-common';
import { useOpmodelApi } from '../../api/useOpmodelApi';
import { useQueryState, type QueryState } from '../../request/useQueryState';

/** One acceptance with its history. */
export function useAcceptance(id: string): QueryState<Acceptance> {
  const api = useOpmodelApi();
  return useQueryState({
    key: id,
    subject: id,
    request: signal => api.getAcceptance(id, { signal }),
  });
}

import type { DoraDefinitions } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** The definitions and benchmark editions that can be chosen. */
export function useDoraDefinitions(): QueryState<DoraDefinitions> {
  const api = useOpmodelApi();
  return useQueryState({
    key: 'definitions',
    subject: 'definitions',
    request: signal => api.getDoraDefinitions({ signal }),
  });
}

import type { AppliedRights } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** Who decides what about an entity, and where. */
export function useDecisionRights(
  entityRef: string,
): QueryState<AppliedRights> {
  const api = useOpmodelApi();
  return useQueryState({
    key: entityRef,
    subject: entityRef,
    request: signal => api.listEntityDecisionRights(entityRef, { signal }),
  });
}

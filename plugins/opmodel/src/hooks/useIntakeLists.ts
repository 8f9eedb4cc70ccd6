import type {
  RejectedEvents,
  UnmappedEvents,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { OPERATIONS_REFRESH_MS } from './useEngineHealth';

/** The frequent reasons tell what to mend; the rare ones come up once those are gone. */
const LIMIT = 20;

/** What waits for an entity, and why. */
export function useUnmappedEvents(): QueryState<UnmappedEvents> {
  const api = useOpmodelApi();
  return useQueryState({
    key: 'unmapped',
    subject: 'unmapped',
    request: signal => api.listUnmappedEvents({ limit: LIMIT }, { signal }),
    refreshAfter: () => OPERATIONS_REFRESH_MS,
  });
}

/** What was not taken in, and why. */
export function useRejectedEvents(): QueryState<RejectedEvents> {
  const api = useOpmodelApi();
  return useQueryState({
    key: 'rejected',
    subject: 'rejected',
    request: signal => api.listRejectedEvents({ limit: LIMIT }, { signal }),
    refreshAfter: () => OPERATIONS_REFRESH_MS,
  });
}

import type { Overview } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

const REFRESH_MS = 60_000;
/** While the first facts arrive, the counts change quickly. */
const REFRESH_EMPTY_MS = 5_000;

/** What the portal knows, as far as the user may see it. */
export function useOverview(): QueryState<Overview> {
  const api = useOpmodelApi();
  return useQueryState({
    key: 'overview',
    subject: 'overview',
    request: signal => api.getOverview({ signal }),
    refreshAfter: overview =>
      overview.records.deployments === 0 ? REFRESH_EMPTY_MS : REFRESH_MS,
  });
}

import type { DoraFleetPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

const LIMIT = 8;

/**
 * The services of the given owners and of the groups below them, those deployed last first, with their DORA numbers.
 *
 * @param ownerRefs - undefined while it is not yet known whose
 */
export function useMyServices(
  ownerRefs: string[] | undefined,
): QueryState<DoraFleetPage> {
  const api = useOpmodelApi();
  const whose = ownerRefs?.join() ?? '';
  return useQueryState({
    key: whose,
    subject: whose,
    enabled: ownerRefs !== undefined && ownerRefs.length > 0,
    request: signal =>
      api.listDora(
        {
          owner: ownerRefs,
          descendants: true,
          sort: '-lastDeployment',
          limit: LIMIT,
        },
        { signal },
      ),
  });
}

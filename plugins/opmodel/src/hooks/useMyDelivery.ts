import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/**
 * The five DORA metrics of everything that the given owners and the groups below them own, as one.
 *
 * @param ownerRefs - undefined while it is not yet known whose
 */
export function useMyDelivery(
  ownerRefs: string[] | undefined,
): QueryState<DoraReport> {
  const api = useOpmodelApi();
  const whose = ownerRefs?.join() ?? '';
  return useQueryState({
    key: whose,
    subject: whose,
    enabled: ownerRefs !== undefined && ownerRefs.length > 0,
    request: signal =>
      api.getDoraSummary({ owner: ownerRefs, descendants: true }, { signal }),
  });
}

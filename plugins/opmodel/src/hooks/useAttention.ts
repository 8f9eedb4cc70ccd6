import type { AttentionList } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** More would not be read on a home page. */
const LIMIT = 10;
const REFRESH_MS = 60_000;

/**
 * What needs somebody, most urgent first.
 *
 * @param ownerRefs - whose things; undefined for everybody's
 * @param enabled - false while it is not yet known whose
 */
export function useAttention(
  ownerRefs: string[] | undefined,
  enabled: boolean,
): QueryState<AttentionList> {
  const api = useOpmodelApi();
  const whose = ownerRefs?.join() ?? 'everybody';
  return useQueryState({
    key: whose,
    subject: whose,
    enabled,
    request: signal =>
      api.listAttention({ owner: ownerRefs, limit: LIMIT }, { signal }),
    refreshAfter: () => REFRESH_MS,
  });
}

import type {
  OpmodelApi,
  OwnershipReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** The days of the trend. */
export type OwnershipQuery = NonNullable<
  Parameters<OpmodelApi['getEntityOwnership']>[1]
>;

/** Who owns an entity and how well, or how well everything in a scope is owned. */
export function useEntityOwnership(
  entityRef: string,
  query: OwnershipQuery,
): QueryState<OwnershipReport> {
  const api = useOpmodelApi();
  return useQueryState({
    key: `${entityRef} ${JSON.stringify(query)}`,
    subject: entityRef,
    request: signal => api.getEntityOwnership(entityRef, query, { signal }),
  });
}

import type {
  DebtCapacity,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** What of the capacity for debt is asked for. */
export type CapacityQuery = NonNullable<
  Parameters<OpmodelApi['getDebtCapacity']>[0]
>;

/** Of which days it is asked for. */
export type CapacityDays = Pick<CapacityQuery, 'window' | 'from' | 'to'>;

/** How much capacity was agreed for debt, and how much was spent. */
export function useDebtCapacity(
  query: CapacityQuery,
  enabled: boolean,
): QueryState<DebtCapacity> {
  const api = useOpmodelApi();
  return useQueryState({
    key: JSON.stringify(query),
    subject: `capacity ${query.scope ?? ''}`,
    enabled,
    request: signal => api.getDebtCapacity(query, { signal }),
  });
}

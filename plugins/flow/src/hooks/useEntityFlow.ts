import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { FlowQuery } from './flowQuery';

/** While facts are being counted in, the numbers are asked for again after this long. */
const RECALCULATION_MS = 5_000;

/** The flow report of one entity or of what it holds. */
export function useEntityFlow(
  entityRef: string,
  query: FlowQuery,
): QueryState<FlowReport> {
  const api = useOpmodelApi();
  return useQueryState({
    key: `${entityRef} ${JSON.stringify(query)}`,
    subject: entityRef,
    request: signal => api.getEntityFlow(entityRef, query, { signal }),
    refreshAfter: report =>
      report.freshness.calculating ? RECALCULATION_MS : undefined,
  });
}

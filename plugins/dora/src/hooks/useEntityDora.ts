import type {
  DoraReport,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** While facts are being counted in, the numbers are asked for again after this long. */
const RECALCULATION_MS = 5_000;

/** The DORA report of one entity or of what it holds. */
export function useEntityDora(
  entityRef: string,
  query: DoraReportQuery,
): QueryState<DoraReport> {
  const api = useOpmodelApi();
  return useQueryState({
    key: `${entityRef} ${JSON.stringify(query)}`,
    subject: entityRef,
    request: signal => api.getEntityDora(entityRef, query, { signal }),
    refreshAfter: report =>
      report.freshness.calculating ? RECALCULATION_MS : undefined,
  });
}

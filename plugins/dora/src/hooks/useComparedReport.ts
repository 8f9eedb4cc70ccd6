import type {
  DoraReport,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** The report of the same scope, under the same definition, on other days. */
export function useComparedReport(
  entityRef: string,
  query: DoraReportQuery,
  days: { from: string; to: string },
): QueryState<DoraReport> {
  const api = useOpmodelApi();
  const { window: _, ...kept } = query;
  const asked = { ...kept, ...days };
  const key = `${entityRef} ${JSON.stringify(asked)}`;
  return useQueryState({
    key,
    subject: key,
    request: signal => api.getEntityDora(entityRef, asked, { signal }),
  });
}

import type {
  DoraExplanation,
  DoraMetricId,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** How one number of an entity came about. */
export function useDoraExplanation(
  entityRef: string,
  metric: DoraMetricId,
  query: DoraReportQuery,
): QueryState<DoraExplanation> {
  const api = useOpmodelApi();
  return useQueryState({
    key: `${entityRef} ${metric} ${JSON.stringify(query)}`,
    subject: `${entityRef} ${metric}`,
    request: signal =>
      api.explainEntityDora(entityRef, metric, query, { signal }),
  });
}

import type {
  FlowExplanation,
  FlowMetricId,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { FlowQuery } from './flowQuery';

/** How one number of an entity came about; undefined asks nothing. */
export function useFlowExplanation(
  entityRef: string,
  metric: FlowMetricId | undefined,
  query: FlowQuery,
): QueryState<FlowExplanation> {
  const api = useOpmodelApi();
  const subject = `${entityRef} ${metric ?? ''}`;
  return useQueryState({
    key: `${subject} ${JSON.stringify(query)}`,
    subject,
    enabled: metric !== undefined,
    request: signal =>
      api.explainEntityFlow(entityRef, metric!, query, { signal }),
  });
}

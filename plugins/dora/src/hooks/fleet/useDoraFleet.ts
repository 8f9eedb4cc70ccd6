import type {
  DoraExplanation,
  DoraFleetPage,
  DoraMetricId,
  DoraReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  toFleetQuery,
  toSummaryQuery,
  type FleetView,
} from '../../components/DoraFleetPage/fleetView';

/** One page of rows. While another page or filter loads, the rows of the last one stay in sight. */
export function useDoraFleet(view: FleetView): QueryState<DoraFleetPage> {
  const api = useOpmodelApi();
  const query = toFleetQuery(view);
  return useQueryState({
    key: JSON.stringify(query),
    subject: 'fleet',
    request: signal => api.listDora(query, { signal }),
  });
}

/** The roll-up of everything that the filter selects. */
export function useDoraFleetSummary(view: FleetView): QueryState<DoraReport> {
  const api = useOpmodelApi();
  const query = toSummaryQuery(view);
  return useQueryState({
    key: JSON.stringify(query),
    subject: 'fleet-summary',
    request: signal => api.getDoraSummary(query, { signal }),
  });
}

/** How one number of everything that the filter selects came about. */
export function useFleetExplanation(
  view: FleetView,
  metric: DoraMetricId,
): QueryState<DoraExplanation> {
  const api = useOpmodelApi();
  const query = toSummaryQuery(view);
  return useQueryState({
    key: `${metric} ${JSON.stringify(query)}`,
    subject: `fleet-explanation ${metric}`,
    request: signal => api.explainDoraSummary(metric, query, { signal }),
  });
}

import type {
  FlowFleetPage,
  FlowReport,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useCursors,
  useOpmodelApi,
  useQueryState,
  type CursorPages,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** Filter, window and order of the fleet. */
export type FleetQuery = Omit<
  NonNullable<Parameters<OpmodelApi['listFlow']>[0]>,
  'cursor' | 'limit'
>;

/** Components on one page of the fleet. */
export const COMPONENTS_PER_PAGE = 50;

/** The fleet: its summary, and its components a page at a time. */
export interface FlowFleet extends CursorPages {
  page: QueryState<FlowFleetPage>;
  summary: QueryState<FlowReport>;
}

/** Reads what the filter selects. */
export function useFlowFleet(query: FleetQuery): FlowFleet {
  const api = useOpmodelApi();
  const list = JSON.stringify(query);
  const { cursor, pagesAround } = useCursors(list);
  const page = useQueryState({
    key: `${list} ${cursor ?? ''}`,
    subject: 'fleet',
    request: signal =>
      api.listFlow(
        {
          ...query,
          limit: COMPONENTS_PER_PAGE,
          ...(cursor ? { cursor } : {}),
        },
        { signal },
      ),
  });
  const { sort: _, ...selection } = query;
  const summary = useQueryState({
    key: JSON.stringify(selection),
    subject: 'summary',
    request: signal => api.getFlowSummary(selection, { signal }),
  });
  return {
    page,
    summary,
    ...pagesAround(page.phase === 'ready' ? page.data.nextCursor : null),
  };
}

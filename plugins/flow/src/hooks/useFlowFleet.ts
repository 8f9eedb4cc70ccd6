import type {
  FlowFleetPage,
  FlowReport,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  useRowPages,
  type QueryState,
  type RowExport,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { memberCsvColumns } from '../components/export/flowExport';

/** Filter, window and order of the fleet. */
export type FleetQuery = Omit<
  NonNullable<Parameters<OpmodelApi['listFlow']>[0]>,
  'cursor' | 'limit'
>;

const COMPONENTS_PER_PAGE = 50;

/** The fleet: its summary, and its components a page at a time or as a file. */
export interface FlowFleet {
  pages: RowPages<FlowFleetPage>;
  summary: QueryState<FlowReport>;
  exported: RowExport<FlowFleetPage>;
}

/** Reads what the filter selects. */
export function useFlowFleet(query: FleetQuery): FlowFleet {
  const api = useOpmodelApi();
  const { sort: _, ...selection } = query;
  const exported: RowExport<FlowFleetPage> = {
    content: 'flow-fleet',
    source: {
      filter: query,
      requestPage: (page, signal) =>
        api.listFlow({ ...query, ...page }, { signal }),
    },
    head: async ({ window, weeks }, signal) => {
      const { definition } = await api.getFlowSummary(selection, { signal });
      return { window, definition, weeks };
    },
    columns: () => memberCsvColumns,
  };
  const pages = useRowPages(exported.source, {
    rowsPerPage: COMPONENTS_PER_PAGE,
    subject: 'fleet',
  });
  const summary = useQueryState({
    key: JSON.stringify(selection),
    subject: 'summary',
    request: signal => api.getFlowSummary(selection, { signal }),
  });
  return { pages, summary, exported };
}

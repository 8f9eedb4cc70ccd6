import type { DoraFleetPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useRowExport,
  type RowExportRun,
} from '@opmodel/backstage-plugin-opmodel-react';
import { fleetCsvColumns } from '../../components/DoraFleetPage/fleetCsv';
import {
  toFleetQuery,
  toSummaryQuery,
  type FleetView,
} from '../../components/DoraFleetPage/fleetView';

/** The export of every component that the filter selects, in the order of the table. */
export function useFleetExport(view: FleetView): RowExportRun {
  const api = useOpmodelApi();
  const { cursor: _, limit: __, ...asked } = toFleetQuery(view);
  const summaryQuery = toSummaryQuery(view);
  return useRowExport<DoraFleetPage>({
    content: 'dora-fleet',
    source: {
      filter: asked,
      requestPage: (page, signal) =>
        api.listDora({ ...asked, ...page }, { signal }),
    },
    head: async ({ window, weeks }, signal) => {
      const { definition } = await api.getDoraSummary(summaryQuery, { signal });
      return { window, definition, weeks };
    },
    columns: ({ weeks }) => fleetCsvColumns(weeks),
  });
}

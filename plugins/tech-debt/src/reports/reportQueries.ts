import type {
  DebtReportPage,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useRowPages,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';

/** Which reports are asked for. */
export type ReportQuery = Omit<
  NonNullable<Parameters<OpmodelApi['listDebtReports']>[0]>,
  'cursor' | 'limit'
>;

/** Reports that filters select, a page at a time, the latest day first. */
export function useReports(
  query: ReportQuery,
  options: { rowsPerPage: number; subject?: string },
): RowPages<DebtReportPage> {
  const api = useOpmodelApi();
  return useRowPages(
    {
      filter: query,
      requestPage: (page, signal) =>
        api.listDebtReports({ ...query, ...page }, { signal }),
    },
    options,
  );
}

import type {
  OwnershipPage,
  OwnershipRow,
  OwnershipSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  useRowPages,
  type CsvColumn,
  type QueryState,
  type RowExport,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  toTrendQuery,
  type OwnershipListParams,
} from './useOwnershipListParams';

/** Entities on one page of the list. */
export const ENTITIES_PER_PAGE = 50;

/** The list: its coverage, and its entities a page at a time or as a file. */
export interface OwnershipList {
  pages: RowPages<OwnershipPage>;
  summary: QueryState<OwnershipSummary>;
  exported: RowExport<OwnershipPage>;
}

/** Entities as they are exported: refs as in the catalog, gaps in the names of the API. */
export const ownershipCsvColumns: ReadonlyArray<CsvColumn<OwnershipRow>> = [
  ['entity_ref', row => row.ref],
  ['title', row => row.title],
  ['kind', row => row.kind],
  ['type', row => row.type],
  ['tier', row => row.tier],
  ['lifecycle', row => row.lifecycle],
  ['system', row => row.systemRef],
  ['owner', row => row.ownerRef],
  ['rungs_reached', row => row.reached],
  ['rungs', row => row.rungs],
  ['gaps', row => row.gaps.join(' ')],
  ['due_day', row => row.dueDay],
  ['overdue', row => row.overdue],
  ['review_state', row => row.reviewState],
  ['verified_at', row => row.verifiedAt],
];

/** Reads what the filter selects. */
export function useOwnershipList(
  params: Pick<OwnershipListParams, 'query' | 'selection' | 'choice'>,
): OwnershipList {
  const { query, selection, choice } = params;
  const api = useOpmodelApi();
  const summaryQuery = { ...selection, ...toTrendQuery(choice) };
  const exported: RowExport<OwnershipPage> = {
    content: 'ownership',
    source: {
      filter: query,
      requestPage: (page, signal) =>
        api.listOwnership({ ...query, ...page }, { signal }),
    },
    head: async (_, signal) => {
      const { window, definition, freshness } = await api.getOwnershipSummary(
        summaryQuery,
        { signal },
      );
      return { window, definition, freshness };
    },
    columns: () => ownershipCsvColumns,
  };
  const pages = useRowPages(exported.source, {
    rowsPerPage: ENTITIES_PER_PAGE,
    subject: 'ownership',
  });
  const summary = useQueryState({
    key: JSON.stringify(summaryQuery),
    subject: 'summary',
    request: signal => api.getOwnershipSummary(summaryQuery, { signal }),
  });
  return { pages, summary, exported };
}

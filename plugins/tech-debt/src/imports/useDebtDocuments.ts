import type { DebtDocumentPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useRowPages,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';

const DOCUMENTS_PER_PAGE = 10;

/** The documents of the catalog that keep debt, a page at a time. */
export function useDebtDocuments(): RowPages<DebtDocumentPage> {
  const api = useOpmodelApi();
  return useRowPages(
    {
      filter: {},
      requestPage: (page, signal) => api.listDebtDocuments(page, { signal }),
    },
    { rowsPerPage: DOCUMENTS_PER_PAGE },
  );
}

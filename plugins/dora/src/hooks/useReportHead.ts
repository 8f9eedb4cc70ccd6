import type { DoraReportQuery } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  type RowExportHead,
} from '@opmodel/backstage-plugin-opmodel-react';

/** Asks which days and which definition the rows of a query are of, as a file of them says. */
export function useReportHead(
  entityRef: string,
  query: DoraReportQuery,
): (page: unknown, signal: AbortSignal) => Promise<RowExportHead> {
  const api = useOpmodelApi();
  return async (_, signal) => {
    const { window, definition } = await api.getEntityDora(entityRef, query, {
      signal,
    });
    return { window, definition };
  };
}

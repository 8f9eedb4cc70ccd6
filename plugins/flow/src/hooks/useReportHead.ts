import {
  useOpmodelApi,
  type RowExportHead,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { FlowQuery } from './flowQuery';

/** Asks which days and which definition the rows of a query are of, as a file of them says. */
export function useReportHead(
  entityRef: string,
  query: FlowQuery,
): (page: unknown, signal: AbortSignal) => Promise<RowExportHead> {
  const api = useOpmodelApi();
  return async (_, signal) => {
    const { window, definition } = await api.getEntityFlow(entityRef, query, {
      signal,
    });
    return { window, definition };
  };
}

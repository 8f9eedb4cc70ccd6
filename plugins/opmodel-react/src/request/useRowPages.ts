import type { RowPage, RowSource } from './rowSource';
import { useCursors, type CursorPages } from './useCursors';
import { useQueryState, type QueryState } from './useQueryState';

/** A list a page at a time: the present page, and the way to the others. */
export interface RowPages<Page> extends CursorPages {
  page: QueryState<Page>;
  rowsPerPage: number;
}

/** Options of {@link useRowPages}. */
export interface RowPagesOptions {
  rowsPerPage: number;
  /** False holds the request back until the rows are wanted. Default true. */
  enabled?: boolean;
  /** While it stays the same, rows of one list stay in sight until those of another are there. Default: the list itself. */
  subject?: string;
}

/** Pages through a list. */
export function useRowPages<Page extends RowPage<unknown>>(
  source: RowSource<Page>,
  options: RowPagesOptions,
): RowPages<Page> {
  const { rowsPerPage, enabled } = options;
  const list = JSON.stringify(source.filter);
  const { cursor, pagesAround } = useCursors(list);
  const page = useQueryState({
    key: `${list} ${cursor ?? ''}`,
    subject: options.subject ?? list,
    enabled,
    request: signal =>
      source.requestPage(
        { limit: rowsPerPage, ...(cursor && { cursor }) },
        signal,
      ),
  });
  return {
    page,
    rowsPerPage,
    ...pagesAround(page.phase === 'ready' ? page.data.nextCursor : null),
  };
}

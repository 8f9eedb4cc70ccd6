import type { RowOf, RowPage, RowSource } from '../request/rowSource';

/** More rows than a browser tab should hold in one file. */
export const MAX_EXPORT_ROWS = 10_000;
const ROWS_PER_REQUEST = 100;

/** How far a collection is. */
export interface CollectProgress {
  rows: number;
  totalRows: number;
}

/** Rows of a list, collected for a file. */
export interface CollectedRows<Page extends RowPage<unknown>> {
  rows: Array<RowOf<Page>>;
  /** All rows of the list, also those beyond the bound. */
  totalRows: number;
  /** Whether the list ended before the bound. */
  complete: boolean;
  /** The last answer, which says more than its rows. */
  lastPage: Page;
}

/**
 * Asks for every page of a list, one after the other, up to a bound.
 *
 * @param maxRows - default {@link MAX_EXPORT_ROWS}
 * @throws what a request throws: rows that were collected until then are no export
 */
export async function collectRows<Page extends RowPage<unknown>>(options: {
  source: RowSource<Page>;
  signal: AbortSignal;
  onProgress: (progress: CollectProgress) => void;
  maxRows?: number;
}): Promise<CollectedRows<Page>> {
  const { source, signal, onProgress, maxRows = MAX_EXPORT_ROWS } = options;
  const rows: Array<RowOf<Page>> = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await source.requestPage(
      {
        limit: Math.min(ROWS_PER_REQUEST, maxRows - rows.length),
        ...(cursor && { cursor }),
      },
      signal,
    );
    signal.throwIfAborted();
    rows.push(...page.items);
    onProgress({ rows: rows.length, totalRows: page.totalItems });
    const complete = !page.nextCursor;
    if (complete || page.items.length === 0 || rows.length >= maxRows) {
      return { rows, totalRows: page.totalItems, complete, lastPage: page };
    }
    cursor = page.nextCursor!;
  }
}

/** One page of a list, as the API answers it. */
export interface RowPage<Row> {
  items: Row[];
  /** All rows of the list, on whatever page. */
  totalItems: number;
  /** Leads to the next page; null on the last. */
  nextCursor: string | null;
}

/** A row of such a page. */
export type RowOf<Page extends RowPage<unknown>> = Page['items'][number];

/** Which page of a list is wanted. */
export interface PageRequest {
  /** Rows on it, at most 100. */
  limit: number;
  /** Of the page before; without it, the first page. */
  cursor?: string;
}

/** A list that is read a page at a time: for a table that shows one page, and for an export that takes them all. */
export interface RowSource<Page extends RowPage<unknown>> {
  /** Which rows these are, in the names of the API. It names the list: another filter is another list. */
  filter: Readonly<Record<string, unknown>>;
  /** Asks for one page. It must hand on the signal. */
  requestPage: (page: PageRequest, signal: AbortSignal) => Promise<Page>;
}

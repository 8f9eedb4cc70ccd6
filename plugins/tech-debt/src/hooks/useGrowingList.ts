import {
  useAction,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';

interface ListPage<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A list of which more is shown on demand. */
export interface GrowingList<Item> {
  /** The first page; while it is on its way, there is nothing else. */
  first: QueryState<ListPage<Item>>;
  /** All that was asked for so far. */
  items: readonly Item[];
  /** Asks for more; undefined: that is all. */
  more?: () => void;
  running: boolean;
  /** Why there is no more yet. */
  error?: Error;
}

/**
 * A list of which more is shown on demand.
 *
 * @param list - what is listed, as it is now; when it changes, the list begins anew
 */
export function useGrowingList<Item>(
  list: { key: string; subject: string },
  requestPage: (
    cursor: string | undefined,
    signal?: AbortSignal,
  ) => Promise<ListPage<Item>>,
): GrowingList<Item> {
  const [grown, setGrown] = useState<{
    key: string;
    items: Item[];
    nextCursor: string | null;
  }>();
  const first = useQueryState({
    ...list,
    request: signal => requestPage(undefined, signal),
  });
  const later = grown?.key === list.key ? grown : undefined;
  const nextCursor = later ? later.nextCursor : first.data?.nextCursor ?? null;
  const action = useAction(
    async (cursor: string) => {
      const page = await requestPage(cursor);
      setGrown({
        key: list.key,
        items: [...(later?.items ?? []), ...page.items],
        nextCursor: page.nextCursor,
      });
    },
    () => {},
  );
  return {
    first,
    items: [...(first.data?.items ?? []), ...(later?.items ?? [])],
    more: nextCursor === null ? undefined : () => action.run(nextCursor),
    running: action.running,
    error: action.error,
  };
}

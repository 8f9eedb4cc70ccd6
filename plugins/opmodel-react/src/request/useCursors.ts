import { useState } from 'react';

/** The way through a list that gives the cursor of its next page, newest first. */
export interface CursorPages {
  /** Number of the page, from 0. */
  index: number;
  /** Goes to older rows; undefined on the last page. */
  older?: () => void;
  /** Goes to newer rows; undefined on the first page. */
  newer?: () => void;
}

/** Where a list is, and how to move in it. */
export interface Cursors {
  /** Of the page to ask for; undefined for the first. */
  cursor: string | undefined;
  /** The moves from the present page. `next`: the cursor that it gave, if any. */
  pagesAround(next: string | null | undefined): CursorPages;
  /** Goes back to the first page. */
  restart(): void;
}

/**
 * Remembers the cursors of the pages that led to the present one.
 *
 * @param list - names the list. A cursor belongs to the list that gave it, so another list begins with its first page
 */
export function useCursors(list: string): Cursors {
  const [position, setPosition] = useState<{
    list: string;
    cursors: string[];
  }>({ list, cursors: [] });
  const cursors = position.list === list ? position.cursors : [];
  const goTo = (reached: string[]) => setPosition({ list, cursors: reached });
  return {
    cursor: cursors[cursors.length - 1],
    pagesAround: next => ({
      index: cursors.length,
      older: next ? () => goTo([...cursors, next]) : undefined,
      newer: cursors.length > 0 ? () => goTo(cursors.slice(0, -1)) : undefined,
    }),
    restart: () => goTo([]),
  };
}

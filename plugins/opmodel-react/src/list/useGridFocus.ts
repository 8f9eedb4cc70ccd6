import { useCallback, useRef, useState, type KeyboardEvent } from 'react';

interface Place {
  row: number;
  column: number;
}

/** How the keyboard moves in a grid of which one cell is in the order of the tab key. */
export interface GridFocus {
  /** Of the cell: 0 where the tab key reaches it. */
  tabIndexOf(row: number, column: number): number;
  /** Names the cell for the keys. */
  placeOf(row: number, column: number): { 'data-place': string };
  /** Where the focus is now becomes where the tab key returns to. */
  onFocusOf(row: number, column: number): () => void;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
}

const steps: Record<
  string,
  (place: Place, rows: number, columns: number) => Place
> = {
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, _, columns) => ({ row, column: columns - 1 }),
  PageUp: ({ column }) => ({ row: 0, column }),
  PageDown: ({ column }, rows) => ({ row: rows - 1, column }),
};

/** Moves the focus among the cells of a grid with the arrow keys: hundreds of cells must not be hundreds of stops of the tab key. */
export function useGridFocus(rows: number, columns: number): GridFocus {
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const latest = useRef(active);
  latest.current = active;
  const isInside = ({ row, column }: Place) =>
    row >= 0 && row < rows && column >= 0 && column < columns;
  const reached = isInside(active) ? active : { row: 0, column: 0 };
  return {
    tabIndexOf: (row, column) =>
      row === reached.row && column === reached.column ? 0 : -1,
    placeOf: (row, column) => ({ 'data-place': `${row}:${column}` }),
    onFocusOf: useCallback(
      (row: number, column: number) => () => {
        if (latest.current.row !== row || latest.current.column !== column) {
          setActive({ row, column });
        }
      },
      [],
    ),
    onKeyDown: event => {
      const step = steps[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      event.preventDefault();
      const next = step(reached, rows, columns);
      if (isInside(next)) {
        event.currentTarget
          .querySelector<HTMLElement>(
            `[data-place="${next.row}:${next.column}"]`,
          )
          ?.focus();
      }
    },
  };
}

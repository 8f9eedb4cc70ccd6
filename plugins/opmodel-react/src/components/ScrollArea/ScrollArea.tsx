import type { ReactNode } from 'react';
import { useDenseTableStyles } from '../DenseTable';

/** Holds a table that may be wider than its place and has nothing to focus in it: the keyboard scrolls the area itself. */
export function ScrollArea(props: {
  /** What is in it. */
  label: string;
  children: ReactNode;
}) {
  const table = useDenseTableStyles();
  return (
    <div
      role="region"
      aria-label={props.label}
      className={table.scroll}
      // A region that scrolls must be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {props.children}
    </div>
  );
}

import type { KeyboardEvent } from 'react';

const steps: Record<string, (index: number, rows: number) => number> = {
  ArrowDown: index => index + 1,
  ArrowUp: index => index - 1,
  Home: () => 0,
  End: (_, rows) => rows - 1,
};

/** Moves the focus with the arrow keys from a row to the first link of another, or to its first button where it has no link. */
export function moveBetweenRows(
  event: KeyboardEvent<HTMLTableSectionElement>,
): void {
  const step = steps[event.key];
  const row = (event.target as Element).closest('tr');
  if (!step || !row) return;
  const rows = [...event.currentTarget.rows];
  const next = rows[step(rows.indexOf(row), rows.length)];
  const place =
    next?.querySelector<HTMLElement>('a') ??
    next?.querySelector<HTMLElement>('button');
  if (place) {
    event.preventDefault();
    place.focus();
  }
}

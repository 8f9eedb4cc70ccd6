/** The windows that the picker offers by name. */
export const NAMED_WINDOWS = ['P30D', 'P90D', 'P1Y', 'quarter'] as const;

/** A window that ends today, or the current fiscal quarter. */
export type NamedWindow = (typeof NAMED_WINDOWS)[number];

/** The days a report is asked for: a named window, or two days of one's own (both inclusive, ISO `YYYY-MM-DD`). */
export type WindowSelection =
  | { type: 'named'; window: NamedWindow }
  | { type: 'custom'; from: string; to: string };

/** Whose components count in a roll-up: today's owners for the whole window, or each day's owners. */
export type OwnershipView = 'now' | 'then';

/** What a page asks for when nobody chose a window. */
export const DEFAULT_WINDOW: WindowSelection = {
  type: 'named',
  window: 'P90D',
};

/** Longest window that the API answers, in days. */
export const LONGEST_WINDOW_DAYS = 3 * 366;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a selection from query parameters; what cannot be read is the default window. */
export function readWindowSelection(params: URLSearchParams): WindowSelection {
  const from = params.get('from');
  const to = params.get('to');
  if (from && to && DAY.test(from) && DAY.test(to) && from <= to) {
    return { type: 'custom', from, to };
  }
  const named = NAMED_WINDOWS.find(window => window === params.get('window'));
  return named ? { type: 'named', window: named } : DEFAULT_WINDOW;
}

/** Writes a selection into a copy of the query parameters; the default window leaves no trace. */
export function writeWindowSelection(
  params: URLSearchParams,
  selection: WindowSelection,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of ['window', 'from', 'to']) {
    next.delete(name);
  }
  if (selection.type === 'custom') {
    next.set('from', selection.from);
    next.set('to', selection.to);
  } else if (!isSameSelection(selection, DEFAULT_WINDOW)) {
    next.set('window', selection.window);
  }
  return next;
}

/** The query of the API that asks for a selection. */
export function toWindowQuery(
  selection: WindowSelection,
): { window: string } | { from: string; to: string } {
  return selection.type === 'custom'
    ? { from: selection.from, to: selection.to }
    : { window: selection.window };
}

/** Whether two selections ask for the same window. */
export function isSameSelection(
  one: WindowSelection,
  other: WindowSelection,
): boolean {
  return (
    JSON.stringify(toWindowQuery(one)) === JSON.stringify(toWindowQuery(other))
  );
}

import type { SloDay } from '@opmodel/backstage-plugin-opmodel-common';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** How a day is coloured. */
export type DayLevel =
  | 'met'
  | 'met_much'
  | 'missed'
  | 'missed_far'
  | 'thin'
  | 'no_data';

/** Levels in the order in which the key lists them. */
export const dayLevels: readonly DayLevel[] = [
  'met',
  'met_much',
  'missed',
  'missed_far',
  'thin',
  'no_data',
];

/** Days as a calendar: a column a week, a row a day of the week, Monday first. */
export interface Calendar {
  /** The Mondays, as ISO days. */
  weeks: string[];
  /** Seven rows of as many cells as there are weeks; null: outside of the window. */
  rows: Array<Array<SloDay | null>>;
}

/** Puts days into columns of weeks. */
export function calendarOf(days: readonly SloDay[]): Calendar {
  if (days.length === 0) {
    return { weeks: [], rows: [] };
  }
  const known = new Map(days.map(day => [day.day, day]));
  const ordered = [...known.keys()].sort((a, b) => a.localeCompare(b));
  const weeks: string[] = [];
  for (
    let monday = mondayOf(ordered[0]);
    monday <= ordered[ordered.length - 1];
    monday = addDays(monday, WEEK_DAYS)
  ) {
    weeks.push(monday);
  }
  const rows = Array.from({ length: WEEK_DAYS }, (_, weekday) =>
    weeks.map(monday => known.get(addDays(monday, weekday)) ?? null),
  );
  return { weeks, rows };
}

/** Bad ones of a day, as a multiple of what the target allows, from which on much of the budget burned. */
const MUCH = 0.5;
const FAR = 5;

/** How a day is coloured: by how much of what the target allows was bad. */
export function levelOf(day: SloDay, target: number): DayLevel {
  if (day.state === 'no_data' || day.attainment === null) {
    return 'no_data';
  }
  if (day.state === 'thin') {
    return 'thin';
  }
  const spent = (1 - day.attainment) / (1 - target);
  if (day.state === 'missed') {
    return spent > FAR ? 'missed_far' : 'missed';
  }
  return spent > MUCH ? 'met_much' : 'met';
}

/** A cell of a calendar. */
export interface CellPlace {
  row: number;
  column: number;
}

const moves: Record<string, CellPlace> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/**
 * Where a key leads from a cell: to the next day in its direction, or to the first or last day.
 *
 * @returns undefined where the key means nothing here, or there is no day in that direction
 */
export function nextCell(
  { rows }: Calendar,
  from: CellPlace,
  key: string,
): CellPlace | undefined {
  const days = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell ? [{ row, column }] : [])),
  );
  const inOrder = (one: CellPlace, other: CellPlace) =>
    one.column - other.column || one.row - other.row;
  if (key === 'Home' || key === 'End') {
    return [...days].sort(inOrder)[key === 'Home' ? 0 : days.length - 1];
  }
  const move = moves[key];
  if (!move) {
    return undefined;
  }
  let { row, column } = from;
  do {
    row += move.row;
    column += move.column;
  } while (rows[row]?.[column] === null);
  return rows[row]?.[column] ? { row, column } : undefined;
}

function mondayOf(day: string): string {
  const weekday = (new Date(day).getUTCDay() + 6) % WEEK_DAYS;
  return addDays(day, -weekday);
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** What a cell of an exported table may hold; null where nothing is known. */
export type CsvValue = string | number | boolean | null;

/**
 * One cell of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front;
 * a number is left as it is, and nothing known is an empty cell.
 */
export function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Lines of cells as a CSV file; the first line names the columns. */
export function toCsvFile(lines: ReadonlyArray<readonly CsvValue[]>): string {
  return lines.map(line => `${line.map(csvCell).join(',')}\r\n`).join('');
}

/** A column of an exported table: its name, and what it holds of a row. */
export type CsvColumn<Row> = readonly [string, (row: Row) => CsvValue];

/** Rows as a CSV file. */
export function toCsvTable<Row>(
  columns: ReadonlyArray<CsvColumn<Row>>,
  rows: readonly Row[],
): string {
  return toCsvFile([
    columns.map(([name]) => name),
    ...rows.map(row => columns.map(([, read]) => read(row))),
  ]);
}

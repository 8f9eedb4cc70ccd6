/**
 * What spreadsheets take for the beginning of a formula, also in full width, which East Asian ones do.
 *
 * Source: OWASP, "CSV Injection".
 */
const FORMULA = String.raw`[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]`;
const GUARDED = new RegExp(`^'+${FORMULA}`);
const TO_GUARD = new RegExp(`^'*${FORMULA}`);

/**
 * A text as a cell of a CSV file (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe in front; so does what looks
 * as if it had got one already, so that {@link readCsvCell} can tell them apart.
 */
export function printCsvCell(text: string): string {
  const guarded = TO_GUARD.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(guarded)
    ? `"${guarded.replace(/"/g, '""')}"`
    : guarded;
}

/** What a cell says, without the apostrophe that {@link printCsvCell} put in front of it. */
export function readCsvCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

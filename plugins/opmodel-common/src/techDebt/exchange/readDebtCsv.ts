import { readCsvCell } from './csvCells';
import { type CsvDelimiter, type CsvRecord, parseCsv } from './csvRecords';
import { debtFields } from './debtFields';
import { debtFileLimits } from './debtLimits';
import type {
  BadImportRow,
  ImportProblem,
  ImportRow,
  MappedColumn,
  ReadImport,
} from './ImportRow';
import {
  type ColumnChoices,
  type ColumnMapping,
  mapColumns,
} from './mapColumns';
import { readDebtFields } from './readDebtFields';

/** What was read of a CSV file. */
export interface ReadDebtCsv extends ReadImport {
  delimiter: CsvDelimiter;
  /** What each column was taken for, in the order of the file. */
  columns: MappedColumn[];
}

/** How a CSV file is read. */
export interface ReadDebtCsvOptions {
  /** Epoch milliseconds. */
  now: number;
  /** What columns are for, where somebody knows better than their headers. */
  choices?: ColumnChoices;
}

/**
 * Reads items of a CSV file. It never throws. A row that is wrong hurts no other; a column that is not known is left out, and told in
 * `columns`.
 *
 * A cell that is empty says that the field is, except for what no item is without; of a column that is not there nothing is said.
 */
export function readDebtCsv(
  text: string,
  { now, choices }: ReadDebtCsvOptions,
): ReadDebtCsv {
  const { delimiter, records } = parseCsv(text);
  const [header, ...body] = records;
  const headers = (header?.cells ?? []).map(cell => readCsvCell(cell).trim());
  const mapping = mapColumns(headers, choices);
  const { columns } = mapping;
  const problem = findFileProblem(header, body, mapping);
  if (problem !== null) {
    const problems = [{ row: null, field: '', column: null, message: problem }];
    return { delimiter, columns, rows: [], bad: [], problems };
  }
  const rows: ImportRow[] = [];
  const bad: BadImportRow[] = [];
  for (const record of body) {
    const { given, problems } = readRecord(record, mapping, now);
    if (problems.length > 0) {
      bad.push({ row: record.row, name: null, problems });
    } else {
      rows.push({ row: record.row, name: null, given });
    }
  }
  return { delimiter, columns, rows, bad, problems: [] };
}

function findFileProblem(
  header: CsvRecord | undefined,
  body: readonly CsvRecord[],
  { fields }: ColumnMapping,
): string | null {
  if (!header) {
    return 'is empty';
  }
  if (header.problem !== null) {
    return `cannot be read: its header ${header.problem}`;
  }
  const isNamed = fields.some(
    field => field?.path === 'title' || field?.path === 'externalId',
  );
  if (!isNamed) {
    return 'must have a header with a column Title';
  }
  return body.length > debtFileLimits.items
    ? `must have at most ${debtFileLimits.items} rows`
    : null;
}

function readRecord(
  { row, cells, problem }: CsvRecord,
  { columns, fields }: ColumnMapping,
  now: number,
): { given: ImportRow['given']; problems: ImportProblem[] } {
  const refuse = (message: string) => ({
    given: {},
    problems: [{ row, field: '', column: null, message }],
  });
  if (problem !== null) {
    return refuse(problem);
  }
  if (cells.slice(columns.length).some(cell => cell.trim() !== '')) {
    return refuse(
      `has ${cells.length} cells, and the header has ${columns.length}`,
    );
  }
  const { given, problems } = readDebtFields(jsonOf(cells, fields), {
    now,
    fields: debtFields,
    requiredNull: 'unsaid',
  });
  return {
    given,
    problems: problems.map(({ field, message }) => ({
      row,
      field,
      column: columnOf(field, columns),
      message,
    })),
  };
}

/** The item that a row is meant to be, in JSON. */
function jsonOf(
  cells: readonly string[],
  fields: ColumnMapping['fields'],
): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  const estimate: Record<string, unknown> = {};
  // A spreadsheet may leave out the empty cells at the end of a row, of which nothing is said then.
  cells.slice(0, fields.length).forEach((cell, at) => {
    const field = fields[at];
    if (!field) {
      return;
    }
    const text = readCsvCell(cell);
    const [parent, within] = field.path.split('.');
    const value = text.trim() === '' ? null : field.parseCell(text);
    if (within === undefined) {
      item[parent] = value;
    } else {
      estimate[within] = value;
    }
  });
  return { ...item, estimate };
}

function columnOf(
  place: string,
  columns: readonly MappedColumn[],
): string | null {
  const path = place.replace(/\[.*$/, '');
  return columns.find(({ field }) => field === path)?.header ?? null;
}

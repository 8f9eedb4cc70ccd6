import { InputError } from '@backstage/errors';
import {
  type ColumnChoices,
  debtFields,
  type DebtFileFormat,
  type DebtImportFile,
  type ImportRow,
  type MappedColumn,
  readDebtCsv,
  readDebtDocument,
  readDebtJson,
  type ReadImport,
} from '@opmodel/backstage-plugin-opmodel-common';
import { parseYamlText } from './parseYamlText';

/** Rows that one import takes. */
export const MAX_IMPORT_ROWS = 25_000;

/** What was read of a file that somebody sent. */
export interface ReadImportFile extends ReadImport {
  /** Of a CSV file; else empty. */
  columns: MappedColumn[];
  /** What a document calls its items, by their rows. */
  names: ReadonlyMap<number, string>;
}

const readers: Record<
  DebtFileFormat,
  (text: string, now: number, choices: ColumnChoices) => ReadImportFile
> = {
  csv(text, now, choices) {
    return { ...readDebtCsv(text, { now, choices }), names: new Map() };
  },
  json(text, now) {
    return { ...readDebtJson(text, { now }), columns: [], names: new Map() };
  },
  yaml: readYaml,
};

/**
 * Reads the items of a file. What is wrong with rows, or with the file, is told in the answer.
 *
 * @param now - epoch milliseconds
 * @throws InputError where there are more rows than an import takes, or a column is meant for what is no field
 */
export function readImportFile(
  { format, text, columns = [] }: DebtImportFile,
  now: number,
): ReadImportFile {
  const choices = readChoices(columns);
  const read = readers[format](text, now, choices);
  const rows = read.rows.length + read.bad.length;
  if (rows > MAX_IMPORT_ROWS) {
    throw new InputError(
      `'text' must have at most ${MAX_IMPORT_ROWS} rows, got ${rows}; send several files`,
    );
  }
  return read;
}

function readYaml(text: string, now: number): ReadImportFile {
  const parsed = parseYamlText(text);
  if ('problem' in parsed) {
    const problem = { row: null, field: '', column: null };
    return {
      rows: [],
      bad: [],
      problems: [{ ...problem, message: parsed.problem }],
      columns: [],
      names: new Map(),
    };
  }
  const read = readDebtDocument(parsed.value, { now });
  const { head } = read;
  const document = head ? `${head.namespace}/${head.name}` : '';
  return {
    ...read,
    rows: read.rows.map(row => nameFromElsewhere(row, document)),
    columns: [],
    names: new Map(
      [...read.rows, ...read.bad].flatMap(({ row, name }) =>
        name === null ? [] : [[row, name] as const],
      ),
    ),
  };
}

/** A document that is sent is not kept in sync: what it calls an item is the name that the item has elsewhere. */
function nameFromElsewhere(
  { row, name, given }: ImportRow,
  document: string,
): ImportRow {
  const externalId = given.externalId ?? `${document}#${name}`;
  return { row, name: null, given: { ...given, externalId } };
}

function readChoices(
  columns: NonNullable<DebtImportFile['columns']>,
): ColumnChoices {
  const paths = debtFields.map(({ path }) => path as string);
  const choices: Record<string, ColumnChoices[string]> = {};
  columns.forEach(({ header, field }, at) => {
    if (field !== null && !paths.includes(field)) {
      throw new InputError(
        `'columns[${at}].field' must be one of ${paths.join(', ')}, or null`,
      );
    }
    choices[header] = field as ColumnChoices[string];
  });
  return choices;
}

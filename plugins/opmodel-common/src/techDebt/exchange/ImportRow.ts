import type { DebtFieldPath } from './DebtField';
import type { DebtItemChanges } from './exchangedItem';

/** What a file says of one item. */
export interface ImportRow {
  /** Where it stands: the row of a spreadsheet, whose header is the first, or the place in a list, from 1. */
  row: number;
  /** What the document calls it; null: the file is no document. */
  name: string | null;
  /** What is said of it, checked field by field; whether that is enough for an item is seen when it is known whether there is one. */
  given: DebtItemChanges;
}

/** What is wrong with a row, or with the file. */
export interface ImportProblem {
  /** Null: it is about the file. */
  row: number | null;
  /** Path of the field; empty: the row or the file as a whole. */
  field: string;
  /** The name of the column in the file; null: there is none. */
  column: string | null;
  message: string;
}

/** A row of which something is wrong, so that nothing of it is taken. */
export interface BadImportRow {
  row: number;
  /** As of {@link ImportRow}; null as well where it cannot be read. */
  name: string | null;
  problems: readonly ImportProblem[];
}

/** A column of a file, and the field that it was taken for. */
export interface MappedColumn {
  header: string;
  /** Null: it is left out, as no field is called so, or as another column is that field already. */
  field: DebtFieldPath | null;
}

/** What was read of a file. */
export interface ReadImport {
  /** In the order of the file. */
  rows: ImportRow[];
  bad: BadImportRow[];
  /** What is wrong with the file itself, of which then nothing is read. */
  problems: ImportProblem[];
}

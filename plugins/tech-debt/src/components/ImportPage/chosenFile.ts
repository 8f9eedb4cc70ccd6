import type {
  DebtFileFormat,
  DebtImportFile,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A file that somebody chose, or the text that they pasted. */
export interface ChosenFile {
  /** Null: pasted. */
  name: string | null;
  text: string;
  format: DebtFileFormat;
  /** What columns are for, where somebody knows better than their headers. */
  columns: NonNullable<DebtImportFile['columns']>;
}

/** Nothing is chosen yet. */
export const emptyFile: ChosenFile = {
  name: null,
  text: '',
  format: 'csv',
  columns: [],
};

/** The file as the API takes it. */
export function toImportFile({
  format,
  text,
  columns,
}: ChosenFile): DebtImportFile {
  return { format, text, ...(columns.length > 0 && { columns }) };
}

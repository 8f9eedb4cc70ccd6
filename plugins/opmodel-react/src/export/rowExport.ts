import type {
  ReportDefinition,
  ReportWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { RowOf, RowPage, RowSource } from '../request/rowSource';
import type { CollectedRows } from './collectRows';
import { toCsvTable, type CsvColumn } from './csv';
import type { ExportFormat } from './downloadFile';
import { toJsonFile } from './json';

/** What a file says of its rows. */
export interface RowExportHead {
  /** The days that the rows were asked for, inclusive, in their zone. */
  window: Pick<ReportWindow, 'from' | 'to' | 'zone'>;
  /** The definition that decided what counts. */
  definition: ReportDefinition;
  /** What else is needed to read the rows. */
  [further: string]: unknown;
}

/** A list that can be had as a file. */
export interface RowExport<Page extends RowPage<unknown>> {
  /** What the rows are, for the name of the file and within it: `dora-deployments`. */
  content: string;
  /** Whose rows they are; undefined for what a filter of the fleet selects. */
  scopeRef?: string;
  source: RowSource<Page>;
  /** Says what the rows are of; it may ask for what their pages do not say. */
  head: (
    lastPage: Page,
    signal: AbortSignal,
  ) => RowExportHead | Promise<RowExportHead>;
  /** The columns of the CSV file. */
  columns: (lastPage: Page) => ReadonlyArray<CsvColumn<RowOf<Page>>>;
}

/**
 * Rows as the content of a file: CSV for a spreadsheet, or JSON with the rows as the API gives them, and with what they are, of
 * which days, by which definition and filter, and whether they are all.
 */
export function writeRows<Page extends RowPage<unknown>>(
  format: ExportFormat,
  exported: RowExport<Page>,
  head: RowExportHead,
  collected: CollectedRows<Page>,
): string {
  const { rows, totalRows, complete, lastPage } = collected;
  if (format === 'csv') {
    return toCsvTable(exported.columns(lastPage), rows);
  }
  return toJsonFile({
    content: exported.content,
    ...head,
    filter: exported.source.filter,
    totalRows,
    complete,
    rows,
  });
}

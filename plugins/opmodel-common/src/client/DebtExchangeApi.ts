import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];
type Query<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/** How a file of items is written. */
export type DebtFileFormat = Schemas['DebtFileFormatName'];
/** A file to look at. */
export type DebtImportFile = Schemas['DebtImportFile'];
/** A file to take in. */
export type DebtImport = Schemas['DebtImport'];
/** What an import would do. */
export type DebtImportPreview = Schemas['DebtImportPreview'];
/** What becomes of one row. */
export type DebtImportRow = Schemas['DebtImportRow'];
/** What is wrong with a row or a file. */
export type DebtImportProblem = Schemas['DebtImportProblem'];
/** What an import did. */
export type DebtImportResult = Schemas['DebtImportResult'];
/** What became of one row. */
export type DebtImportRowResult = Schemas['DebtImportRowResult'];
/** The same change to several items. */
export type DebtBulkChange = Schemas['DebtBulkChange'];
/** What became of each of them. */
export type DebtBulkResult = Schemas['DebtBulkResult'];
/** What became of one item. */
export type DebtBulkItemResult = Schemas['DebtBulkItemResult'];
/** Which items are written into a file, and how. */
export type DebtExportQuery = Query<'exportDebtItems'>;

/** Items that come from files, go into files, and change together. */
export interface DebtExchangeApi {
  previewDebtImport(
    body: DebtImportFile,
    options?: RequestOptions,
  ): Promise<DebtImportPreview>;
  importDebtItems(
    body: DebtImport,
    options?: RequestOptions,
  ): Promise<DebtImportResult>;
  /** @returns the text of the file */
  exportDebtItems(
    query: DebtExportQuery,
    options?: RequestOptions,
  ): Promise<string>;
  changeDebtItems(
    body: DebtBulkChange,
    options?: RequestOptions,
  ): Promise<DebtBulkResult>;
}

import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];

/** One page of documents of the catalog that keep debt. */
export type DebtDocumentPage = Schemas['DebtDocumentPage'];
/** A document that keeps debt, and what came of it. */
export type DebtDocumentState = Schemas['DebtDocumentState'];
/** Which page of documents is asked for. */
export type DebtDocumentQuery = NonNullable<
  operations['listDebtDocuments']['parameters']['query']
>;

/** Documents of the catalog whose items are kept in sync. */
export interface DebtDocumentApi {
  listDebtDocuments(
    query?: DebtDocumentQuery,
    options?: RequestOptions,
  ): Promise<DebtDocumentPage>;
}

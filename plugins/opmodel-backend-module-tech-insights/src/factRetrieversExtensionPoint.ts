import type { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { RetrieverOptions } from './adaptFactRetriever';

/** Lets a module hand over fact retrievers of Tech Insights. */
export interface FactRetrieversExtensionPoint {
  /**
   * Runs a retriever as a provider of facts.
   *
   * @throws InputError for one whose facts cannot be named
   */
  addFactRetriever(retriever: FactRetriever, options?: RetrieverOptions): void;
}

/** The extension point of the `opmodel` plugin by which modules hand over fact retrievers of Tech Insights. */
export const opmodelFactRetrieversExtensionPoint =
  createExtensionPoint<FactRetrieversExtensionPoint>({
    id: 'opmodel.factRetrievers',
  });

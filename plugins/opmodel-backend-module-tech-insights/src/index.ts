/**
 * Runs fact retrievers of Tech Insights for scorecards of Opmodel.
 *
 * @packageDocumentation
 */
export { opmodelModuleTechInsights as default } from './module';
export * from './factRetrieversExtensionPoint';
export {
  adaptFactRetriever,
  type RetrieverOptions,
  type RetrieverServices,
} from './adaptFactRetriever';

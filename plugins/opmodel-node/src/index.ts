/**
 * Extension points and contracts for modules that bring data into Opmodel.
 *
 * @packageDocumentation
 */
export * from './Collector';
export * from './collectorSource';
export * from './collectorsExtensionPoint';
export * from './contractErrors';
export * from './sourceErrors';
export * from './withOverlap';
export * from './http/pages';
export * from './http/readRateLimit';
export { SourceAnswer } from './http/SourceAnswer';
export * from './http/SourceClient';
export * from './valueSchemas';
export * from './readSeverity';
export * from './concealCodeowner';
export * from './RepositoryOwnership';
export * from './observationFields';
export * from './intakeEventSchema';
export * from './collectorContract';
export * from './onCall/OnCallProvider';
export * from './onCall/onCallProviderContract';
export * from './onCall/onCallProvidersExtensionPoint';
export * from './workItems/issueSettings';
export * from './workItems/workItemWords';
export * from './sli/SliSource';
export * from './sli/sliSourceContract';
export * from './sli/sliSourcesExtensionPoint';
export * from './webhooks/codeHostFields';
export * from './webhooks/identifyByContent';
export * from './webhooks/WebhookContractError';
export * from './webhooks/WebhookReader';
export * from './webhooks/webhookReaderContract';
export * from './webhooks/webhookReadersExtensionPoint';
export * from './facts/FactProvider';
export * from './facts/factProviderContract';
export * from './facts/factProvidersExtensionPoint';
export * from './techDebt/DebtSuggestionSource';
export * from './techDebt/debtSuggestionSourceContract';
export * from './techDebt/debtSuggestionsExtensionPoint';
export * from './techDebt/PushedDebtFindings';

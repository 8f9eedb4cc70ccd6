/**
 * Service level objectives, their error budgets and what burned them.
 *
 * The new frontend system takes the default export of `./alpha`; what stands here
 * is for apps of the legacy system, and the references that both share.
 *
 * @packageDocumentation
 */
export { EntitySloCard, EntitySloContent, SloPage, sloPlugin } from './plugin';
export { isSloAvailable } from './entity/isSloAvailable';
export { entityContentRouteRef, rootRouteRef } from './routes';
export { sloTranslationRef } from './translation';
export { sloCardTranslationRef } from './translations/card';
export { sloChartTranslationRef } from './translations/chart';
export { sloDetailTranslationRef } from './translations/detail';
export { sloEntityTranslationRef } from './translations/entity';
export { sloExplainTranslationRef } from './translations/explain';
export { sloFleetTranslationRef } from './translations/fleet';
export { sloGateTranslationRef } from './translations/gate';
export { sloPolicyTranslationRef } from './translations/policies';
export { sloProposalTranslationRef } from './translations/proposals';

/**
 * Technical debt in the catalog: what is owed, what it costs, and whether it is paid.
 *
 * The new frontend system takes the default export of `./alpha`; what stands here
 * is for apps of the legacy system, and the references that both share.
 *
 * @packageDocumentation
 */
export {
  EntityTechDebtCard,
  EntityTechDebtContent,
  TechDebtPage,
  techDebtPlugin,
} from './plugin';
export { isTechDebtAvailable } from './entity/isTechDebtAvailable';
export { entityContentRouteRef, rootRouteRef } from './routes';
export { techDebtTranslationRef } from './translation';
export { techDebtCardTranslationRef } from './translations/card';
export { techDebtRegisterTranslationRef } from './translations/register';
export { techDebtTotalsTranslationRef } from './translations/totals';
export { techDebtPlacesTranslationRef } from './translations/places';
export { techDebtCapacityTranslationRef } from './translations/capacity';
export { techDebtFlowTranslationRef } from './translations/flow';
export { techDebtItemsTranslationRef } from './translations/items';
export { techDebtDeedsTranslationRef } from './translations/deeds';
export { techDebtEntityTranslationRef } from './translations/entity';
export { techDebtEditorTranslationRef } from './translations/editor';
export { techDebtHistoryTranslationRef } from './translations/history';
export { techDebtItemTranslationRef } from './translations/item';
export { techDebtReportsTranslationRef } from './translations/reports';
export { techDebtSuggestionsTranslationRef } from './translations/suggestions';
export { techDebtImportsTranslationRef } from './translations/imports';

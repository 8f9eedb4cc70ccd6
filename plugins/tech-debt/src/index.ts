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
export { techDebtItemsTranslationRef } from './translations/items';

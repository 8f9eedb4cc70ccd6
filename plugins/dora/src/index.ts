/**
 * DORA metrics of services, systems and teams.
 *
 * The new frontend system takes the default export of `./alpha`; what stands here
 * is for apps of the legacy system, and the references that both share.
 *
 * @packageDocumentation
 */
export {
  DoraFleetPage,
  EntityDoraCard,
  EntityDoraContent,
  doraPlugin,
} from './plugin';
export { isDoraAvailable } from './entity/isDoraAvailable';
export { entityContentRouteRef, rootRouteRef } from './routes';
export { doraTranslationRef } from './translation';
export { doraFleetTranslationRef } from './components/DoraFleetPage/doraFleetTranslationRef';

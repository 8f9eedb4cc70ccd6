/**
 * Flow metrics of services, systems and teams.
 *
 * The new frontend system takes the default export of `./alpha`; what stands here
 * is for apps of the legacy system, and the references that both share.
 *
 * @packageDocumentation
 */
export {
  FlowFleetPage,
  EntityFlowCard,
  EntityFlowContent,
  flowPlugin,
} from './plugin';
export { isFlowAvailable } from './entity/isFlowAvailable';
export { entityContentRouteRef, rootRouteRef } from './routes';
export { flowTranslationRef } from './translation';

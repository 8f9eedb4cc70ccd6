/**
 * Who owns what, how well, and what would break if that changed.
 *
 * The new frontend system takes the default export of `./alpha`; what stands here
 * is for apps of the legacy system, and the references that both share.
 *
 * @packageDocumentation
 */
export {
  EntityOwnershipCard,
  EntityOwnershipContent,
  OwnershipPage,
  ownershipPlugin,
} from './plugin';
export { isOwnershipAvailable } from './entity/isOwnershipAvailable';
export { entityContentRouteRef, rootRouteRef } from './routes';
export { ownershipTranslationRef } from './translation';

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
export { ownershipCoverageTranslationRef } from './translations/coverage';
export { ownershipDecisionsTranslationRef } from './translations/decisions';
export { ownershipEntityTranslationRef } from './translations/entity';
export { ownershipGapTranslationRef } from './translations/gaps';
export { ownershipLadderTranslationRef } from './translations/ladder';
export { ownershipMapTranslationRef } from './translations/map';
export { ownershipRepositoryTranslationRef } from './translations/repository';
export { ownershipReviewTranslationRef } from './translations/review';
export { ownershipReviewsTranslationRef } from './translations/reviews';
export { ownershipSuccessionTranslationRef } from './translations/succession';
export { ownershipTeamTranslationRef } from './translations/team';
export { ownershipWhatIfTranslationRef } from './translations/whatIf';

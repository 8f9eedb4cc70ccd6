/**
 * Standards as scorecards: where everything stands, why, and what mends it.
 *
 * The new frontend system takes the default export of `./alpha`; what stands here
 * is for apps of the legacy system, and the references that both share.
 *
 * @packageDocumentation
 */
export {
  EntityScorecardsCard,
  EntityScorecardsContent,
  ScorecardsPage,
  scorecardsPlugin,
} from './plugin';
export { isScorecardAvailable } from './entity/isScorecardAvailable';
export { entityContentRouteRef, rootRouteRef } from './routes';
export { scorecardsTranslationRef } from './translation';
export { scorecardsCardTranslationRef } from './translations/card';
export { scorecardsDetailTranslationRef } from './translations/detail';
export { scorecardsEntityTranslationRef } from './translations/entity';
export { scorecardsFleetTranslationRef } from './translations/fleet';

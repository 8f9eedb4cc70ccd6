import type { Acceptances } from '../../acceptances/Acceptances';
import type { CreateOwnershipPart } from '../OwnershipPart';
import { AuthorizedReviewService } from './AuthorizedReviewService';
import { HandOverService } from './HandOverService';
import type { ReviewDescriber } from './ReviewDescriber';
import { addReviewRoutes } from './reviewRouter';
import { ReviewService } from './ReviewService';
import type { ReviewStore } from './ReviewStore';

/** The part of ownership that lets owners confirm what they own, and hand it over. */
export function createReviewsPart(options: {
  store: ReviewStore;
  acceptances: Acceptances;
  describer: ReviewDescriber;
}): CreateOwnershipPart {
  return ground => {
    const common = { ...ground, ...options };
    const reviews = new AuthorizedReviewService({
      ...ground,
      reviews: new ReviewService(common),
      handOvers: new HandOverService(common),
    });
    return {
      addRoutes: router =>
        addReviewRoutes(router, { reviews, httpAuth: ground.httpAuth }),
    };
  };
}

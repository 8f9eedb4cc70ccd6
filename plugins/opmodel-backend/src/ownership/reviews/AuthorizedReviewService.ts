import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  Acceptance,
  NewHandOver,
  NewOwnershipReview,
  OwnershipReview,
  OwnershipReviewEventPage,
  OwnershipReviewPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import { audited } from '../../lib/audited';
import type { OwnershipContext } from '../AuthorizedOwnershipService';
import {
  type OwnershipCaller,
  type OwnershipCallerOptions,
  resolveOwnershipCaller,
} from '../OwnershipCaller';
import type { HandOverService } from './HandOverService';
import type {
  ReviewPageRequest,
  ReviewService,
  ReviewsRequest,
} from './ReviewService';

/**
 * Reviews for somebody: every call resolves what the caller may see and do, and every change is an auditor event.
 *
 * Each method throws NotAllowedError when the caller may see nothing of ownership at all.
 */
export class AuthorizedReviewService {
  readonly #options: OwnershipCallerOptions & {
    reviews: ReviewService;
    handOvers: HandOverService;
    auditor: AuditorService;
  };

  constructor(
    options: OwnershipCallerOptions & {
      reviews: ReviewService;
      handOvers: HandOverService;
      auditor: AuditorService;
    },
  ) {
    this.#options = options;
  }

  async list(
    request: ReviewsRequest,
    credentials: BackstageCredentials,
  ): Promise<OwnershipReviewPage> {
    const caller = await this.#resolve(credentials);
    return this.#options.reviews.list(request, caller);
  }

  async listEvents(
    entityRef: string,
    request: ReviewPageRequest,
    credentials: BackstageCredentials,
  ): Promise<OwnershipReviewEventPage> {
    const caller = await this.#resolve(credentials);
    return this.#options.reviews.listEvents(entityRef, request, caller);
  }

  async confirm(
    entityRef: string,
    body: NewOwnershipReview,
    { credentials, request }: OwnershipContext,
  ): Promise<OwnershipReview> {
    return audited(
      this.#options.auditor,
      { eventId: 'ownership-confirm', request, meta: { entityRef } },
      async () => {
        const caller = await this.#resolve(credentials);
        return {
          result: await this.#options.reviews.confirm(entityRef, body, caller),
        };
      },
    );
  }

  async requestHandOver(
    entityRef: string,
    body: NewHandOver,
    { credentials, request }: OwnershipContext,
  ): Promise<Acceptance> {
    return audited(
      this.#options.auditor,
      {
        eventId: 'ownership-hand-over',
        request,
        meta: { entityRef, toRef: body.toRef },
      },
      async () => {
        const caller = await this.#resolve(credentials);
        const result = await this.#options.handOvers.request(
          entityRef,
          body,
          caller,
          credentials,
        );
        return { result, meta: { acceptanceId: result.id } };
      },
    );
  }

  #resolve(credentials: BackstageCredentials): Promise<OwnershipCaller> {
    return resolveOwnershipCaller(this.#options, credentials);
  }
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError, toError } from '@backstage/errors';
import {
  type NewOwnershipReview,
  ofTier,
  type OwnershipDefinition,
  type OwnershipReview,
  type OwnershipReviewEventPage,
  type OwnershipReviewPage,
  type OwnershipReviewState,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { organisationScope } from '../../catalog/scopesOf';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import { readText } from '../../lib/readText';
import { declaredReview, reviewedAnnotation } from '../declaredReview';
import { findHiddenRefs } from '../findHiddenRefs';
import type { OwnershipCaller } from '../OwnershipCaller';
import { requireReviewer } from './requireReviewer';
import type { ReviewDescriber } from './ReviewDescriber';
import { reviewPositionOf } from './reviewOrder';
import type { ReviewPosition, ReviewRow, ReviewStore } from './ReviewStore';
import { reviewTimeline, type TimelineEvent } from './reviewTimeline';

/** Milliseconds. */
const DAY = 86_400_000;

/** One page of a list. */
export interface ReviewPageRequest {
  limit: number;
  cursor?: string;
}

/** One page of what is to be confirmed. */
export interface ReviewsRequest extends ReviewPageRequest {
  state?: OwnershipReviewState;
  /** Only of what these own. */
  owners?: string[];
  /** Also of what the groups below them own. */
  descendants: boolean;
}

/** Lets owners confirm that they own something, which holds for a time. */
export class ReviewService {
  readonly #options: {
    store: ReviewStore;
    describer: ReviewDescriber;
    catalog: CatalogStore;
    definition: OwnershipDefinition;
    assess(refs: readonly string[]): Promise<void>;
    logger: LoggerService;
    clock: () => number;
  };

  constructor(options: {
    store: ReviewStore;
    describer: ReviewDescriber;
    catalog: CatalogStore;
    definition: OwnershipDefinition;
    /** Assesses entities anew. */
    assess(refs: readonly string[]): Promise<void>;
    logger: LoggerService;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  async list(
    request: ReviewsRequest,
    caller: OwnershipCaller,
  ): Promise<OwnershipReviewPage> {
    const { store, describer, clock } = this.#options;
    const { limit, cursor, ...list } = request;
    const now = clock();
    const { items, total } = await store.listRows(
      {
        scopeRef: organisationScope,
        ownership: 'now',
        kinds: 'any',
        filter: list.owners && {
          ownerRefs: list.owners,
          descendants: list.descendants,
        },
        visibility: caller.reads,
      },
      {
        state: list.state,
        now,
        limit: limit + 1,
        after: decodeCursor<ReviewPosition>(
          cursor,
          { rank: ['int32'], expiresAt: ['number'], entityRef: ['string'] },
          list,
        ),
      },
    );
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await describer.describe(page, caller),
      totalItems: total,
      nextCursor:
        last && items.length > limit
          ? encodeCursor(reviewPositionOf(last, now), list)
          : null,
    };
  }

  /**
   * @throws NotFoundError when the entity does not exist or may not be seen
   * @throws InputError when the cursor is not one that this list gave
   */
  async listEvents(
    entityRef: string,
    { limit, cursor }: ReviewPageRequest,
    caller: OwnershipCaller,
  ): Promise<OwnershipReviewEventPage> {
    const list = { reviewsOf: entityRef };
    const after = decodeCursor<{ at: number; id: string }>(
      cursor,
      { at: ['number'], id: ['string'] },
      list,
    );
    const events = await this.#readTimeline(
      await this.#requireEntity(entityRef, caller),
      caller,
    );
    const rest = events.filter(
      ({ at, id }) =>
        !after || at < after.at || (at === after.at && id < after.id),
    );
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ at, ...event }) => ({ ...event, at: toInstant(at) })),
      totalItems: events.length,
      nextCursor:
        last && rest.length > limit
          ? encodeCursor({ at: last.at, id: last.id }, list)
          : null,
    };
  }

  /**
   * @throws NotFoundError when the entity does not exist or may not be seen
   * @throws NotAllowedError for a service, without the permission, and for whoever does not answer for the entity
   * @throws ConflictError when nobody owns it
   * @throws InputError when it is of a kind that nobody owns, and for a blank note
   */
  async confirm(
    entityRef: string,
    { note }: NewOwnershipReview,
    caller: OwnershipCaller,
  ): Promise<OwnershipReview> {
    const { store, describer, clock } = this.#options;
    const entity = await this.#requireEntity(entityRef, caller);
    const { person, ownerRef } = await requireReviewer(
      entity,
      caller,
      this.#options,
    );
    const at = clock();
    await store.add({
      id: randomUUID(),
      entityRef,
      ownerRef,
      kind: 'confirmed',
      at,
      by: person,
      toRef: null,
      note: note === undefined ? null : readText('note', note),
    });
    const isAssessed = await this.#assess(entityRef);
    const row = await store.getRow(entityRef, caller.reads);
    if (!row) {
      throw new NotFoundError(
        `'${entityRef}' is not assessed yet; its confirmation is kept`,
      );
    }
    const [review] = await describer.describe(
      [isAssessed ? row : this.#asConfirmed(row, { at, person })],
      caller,
    );
    return review;
  }

  /**
   * Assesses an entity at once, so that whoever looks next sees what was confirmed.
   *
   * @returns whether it was done. The confirmation is kept and the next assessment takes it in, so it is no error of whoever gave it
   */
  async #assess(entityRef: string): Promise<boolean> {
    const { assess, logger } = this.#options;
    try {
      await assess([entityRef]);
      return true;
    } catch (error) {
      logger.error(
        `The confirmation of ${entityRef} is kept and not assessed yet`,
        toError(error),
      );
      return false;
    }
  }

  /** A review as the next assessment will find it. */
  #asConfirmed(
    row: ReviewRow,
    { at, person }: { at: number; person: string },
  ): ReviewRow {
    const days = ofTier(this.#options.definition.reviewDays, row.tier);
    return {
      ...row,
      verifiedAt: at,
      verifiedBy: person,
      expiresAt: at + days * DAY,
    };
  }

  async #requireEntity(
    ref: string,
    { reads }: OwnershipCaller,
  ): Promise<CatalogEntity> {
    const entity = await this.#options.catalog.getEntity(ref, reads);
    if (!entity) {
      throw new NotFoundError(`No entity '${ref}' in the catalog`);
    }
    return entity;
  }

  /** Groups that the caller may not see are not named, and what is about them alone is left out. */
  async #readTimeline(
    { ref, tier, annotations, seenAt }: CatalogEntity,
    { reads }: OwnershipCaller,
  ): Promise<TimelineEvent[]> {
    const { store, catalog, definition, clock } = this.#options;
    const [events, spans] = await Promise.all([
      store.listEvents(ref, reads),
      catalog.listOwnership(ref, reads),
    ]);
    const present = spans.at(-1);
    const timeline = reviewTimeline(events, spans, {
      reviewDays: ofTier(definition.reviewDays, tier ?? null),
      declaredAt:
        present?.ownerRef === undefined
          ? undefined
          : declaredReview(annotations[reviewedAnnotation] ?? '', {
              ownedSince: present.fromAt,
              readAt: seenAt,
            }),
      now: clock(),
    });
    const named = timeline.flatMap(({ ownerRef, toRef }) => [
      ...(ownerRef ? [ownerRef] : []),
      ...(toRef ? [toRef] : []),
    ]);
    const hidden = await findHiddenRefs(catalog, named, reads);
    const shown = (one: string | null) =>
      one !== null && hidden.has(one) ? null : one;
    return timeline
      .filter(
        ({ kind, toRef }) =>
          kind === 'owner_changed' || toRef === null || !hidden.has(toRef),
      )
      .map(event => ({
        ...event,
        ownerRef: shown(event.ownerRef),
        toRef: shown(event.toRef),
      }));
  }
}

import type { OwnershipReviewEvent } from '@opmodel/backstage-plugin-opmodel-common';
import type { OwnershipSpan } from '../../catalog/CatalogStore';
import { reviewedAnnotation } from '../declaredReview';
import type { ReviewEvent } from './ReviewStore';

/** What became of the ownership of an entity. Instants are epoch milliseconds. */
export type TimelineEvent = Omit<ReviewEvent, 'kind' | 'entityRef'> & {
  kind: OwnershipReviewEvent['kind'];
};

/** Milliseconds. */
const DAY = 86_400_000;

/**
 * What people did about the ownership of an entity, with what the catalog and time added to it: an owner who changed, a confirmation
 * that the entity declares itself, and one that ran out before there was another. Newest first.
 *
 * @param events - of people
 * @param spans - who owned it, oldest first
 * @param options - `reviewDays`: for how long a confirmation holds at the entity's present tier; `declaredAt`: when the present owner
 *   confirmed it by the entity's own word; `now`, both in epoch milliseconds
 */
export function reviewTimeline(
  events: readonly ReviewEvent[],
  spans: readonly OwnershipSpan[],
  options: { reviewDays: number; declaredAt?: number; now: number },
): TimelineEvent[] {
  const { reviewDays, declaredAt, now } = options;
  const changes = spans.slice(1).map(
    (span, before): TimelineEvent => ({
      id: `owner-${span.fromAt}`,
      kind: 'owner_changed',
      at: span.fromAt,
      by: null,
      ownerRef: spans[before].ownerRef ?? null,
      toRef: span.ownerRef ?? null,
      note: null,
    }),
  );
  const told = events.map(
    ({ entityRef: _entityRef, ...event }): TimelineEvent => event,
  );
  const present = spans.at(-1);
  if (declaredAt !== undefined) {
    told.push({
      id: `declared-${declaredAt}`,
      kind: 'confirmed',
      at: declaredAt,
      by: null,
      ownerRef: present?.ownerRef ?? null,
      toRef: null,
      note: `${reviewedAnnotation} in the catalog`,
    });
  }
  const confirmations = told.filter(({ kind }) => kind === 'confirmed');
  const ends = [...confirmations, ...changes].map(({ at }) => at);
  const expired = confirmations.flatMap(({ id, at, by, ownerRef }) => {
    const end = at + reviewDays * DAY;
    // A declared day is one of the present owner, also where he took over in its course.
    const since = by === null ? Math.max(at, present?.fromAt ?? at) : at;
    const isOver =
      end <= now && !ends.some(next => next > since && next <= end);
    return isOver
      ? {
          id: `expired-${id}`,
          kind: 'expired' as const,
          at: end,
          by: null,
          ownerRef,
          toRef: null,
          note: null,
        }
      : [];
  });
  return [...told, ...changes, ...expired].sort(
    (a, b) => b.at - a.at || (a.id < b.id ? 1 : -1),
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  OwnershipReviewEvent,
  OwnershipReviewEventPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  QueryView,
  RelativeTime,
  RowsSkeleton,
  useEntityTitles,
  useFactStyles,
  useOpmodelApi,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { ownershipReviewTranslationRef } from '../../translations/review';

const EVENTS = 20;
const SKELETON_ROWS = 3;

/** What became of the reviews and hand-overs of an entity, once somebody wants to know. */
export function ReviewEvents(props: {
  entityRef: string;
  /** Changes when there are newer ones. */
  revision: string;
}) {
  const { entityRef, revision } = props;
  const { t } = useTranslationRef(ownershipReviewTranslationRef);
  const facts = useFactStyles();
  const api = useOpmodelApi();
  const [wanted, setWanted] = useState(false);
  const events = useQueryState({
    key: `${entityRef} ${revision}`,
    subject: entityRef,
    enabled: wanted,
    request: signal =>
      api.listEntityOwnershipReviews(entityRef, { limit: EVENTS }, { signal }),
  });
  return (
    <>
      <div className={facts.actions}>
        <ActionButton
          aria-expanded={wanted}
          onClick={() => setWanted(shown => !shown)}
        >
          {wanted ? t('events.hide') : t('events.show')}
        </ActionButton>
      </div>
      {wanted && (
        <QueryView
          query={events}
          subject={t('events.subject')}
          skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
        >
          {page => <EventList page={page} />}
        </QueryView>
      )}
    </>
  );
}

function EventList(props: { page: OwnershipReviewEventPage }) {
  const { items, totalItems } = props.page;
  const { t } = useTranslationRef(ownershipReviewTranslationRef);
  const facts = useFactStyles();
  const describe = useEventText(items);
  if (items.length === 0) {
    return <p className={facts.quiet}>{t('events.none')}</p>;
  }
  return (
    <>
      <ol className={facts.list} aria-label={t('events.title')}>
        {items.map(event => (
          <li key={event.id} className={facts.line}>
            <RelativeTime instant={event.at} />
            <span>{describe(event)}</span>
            {event.note && !isDeclared(event) && <span>“{event.note}”</span>}
          </li>
        ))}
      </ol>
      {totalItems > items.length && (
        <p className={facts.quiet}>
          {t('events.shown', {
            shown: String(items.length),
            total: String(totalItems),
          })}
        </p>
      )}
    </>
  );
}

/** Whether the entity says itself that it was confirmed: then nobody in particular did, and the note names the annotation. */
function isDeclared({ kind, by }: OwnershipReviewEvent): boolean {
  return kind === 'confirmed' && by === null;
}

function useEventText(
  events: readonly OwnershipReviewEvent[],
): (event: OwnershipReviewEvent) => string {
  const { t } = useTranslationRef(ownershipReviewTranslationRef);
  const refs = events
    .flatMap(({ by, ownerRef, toRef }) => [by, ownerRef, toRef])
    .filter(ref => ref !== null);
  const titleOf = useEntityTitles([...new Set(refs)], true);
  return event => {
    const { kind, by, ownerRef, toRef } = event;
    const who = by === null ? t('somebody') : titleOf(by);
    const from = ownerRef === null ? t('nobody') : titleOf(ownerRef);
    const to = toRef === null ? t('nobody') : titleOf(toRef);
    switch (kind) {
      case 'confirmed':
        return isDeclared(event)
          ? t('event.declared', { owner: from })
          : t('event.confirmed', { who, owner: from });
      case 'expired':
        return t('event.expired', { owner: from });
      case 'hand_over_requested':
        return t('event.requested', { who, to });
      case 'hand_over_accepted':
        return t('event.accepted', { who, to });
      case 'hand_over_denied':
        return t('event.denied', { who, to });
      case 'hand_over_withdrawn':
        return t('event.withdrawn', { who });
      case 'owner_changed':
        return t('event.ownerChanged', { from, to });
      default:
        throw new TypeError(`Unknown event '${kind satisfies never}'`);
    }
  };
}

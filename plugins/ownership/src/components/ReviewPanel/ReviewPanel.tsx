import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OwnershipReview } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  StateChip,
  useEntityTitles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { pagesRouteRef } from '../../routes';
import { ownershipReviewTranslationRef } from '../../translations/review';
import { stateOfReview } from '../../words/ownershipStates';
import { useOwnershipWords } from '../../words/useOwnershipWords';
import { ConfirmOwnershipDialog } from './ConfirmOwnershipDialog';
import { HandOverDialog } from './HandOverDialog';
import { ReviewEvents } from './ReviewEvents';

type OpenDialog = 'confirm' | 'hand-over' | undefined;

/** Whether the ownership of an entity is confirmed, and the ways to confirm it or to hand it over. */
export function ReviewPanel(props: {
  review: OwnershipReview;
  /** Called after something has changed. */
  onChanged: () => void;
}) {
  const { review, onChanged } = props;
  const { t } = useTranslationRef(ownershipReviewTranslationRef);
  const words = useOwnershipWords();
  const facts = useFactStyles();
  const [open, setOpen] = useState<OpenDialog>();
  const dialog = {
    entityRef: review.entityRef,
    title: review.entityTitle,
    onClose: () => setOpen(undefined),
    onDone: onChanged,
  };
  return (
    <Panel
      title={t('title')}
      actions={
        <StateChip
          state={stateOfReview(review.state)}
          label={words.reviewState[review.state]}
        />
      }
    >
      <ReviewFacts review={review} />
      {review.mayReview ? (
        <div className={facts.actions}>
          <ActionButton
            variant="contained"
            color="primary"
            onClick={() => setOpen('confirm')}
          >
            {t('confirm.open')}
          </ActionButton>
          <ActionButton
            variant="outlined"
            disabled={review.handOverId !== null}
            onClick={() => setOpen('hand-over')}
          >
            {t('handOver.open')}
          </ActionButton>
        </div>
      ) : (
        <p className={facts.quiet}>{t('onlyOwner')}</p>
      )}
      <ReviewEvents
        entityRef={review.entityRef}
        revision={`${review.verifiedAt} ${review.handOverId}`}
      />
      {open === 'confirm' && <ConfirmOwnershipDialog {...dialog} />}
      {open === 'hand-over' && <HandOverDialog {...dialog} />}
    </Panel>
  );
}

function ReviewFacts(props: { review: OwnershipReview }) {
  const { verifiedAt, verifiedBy, expiresAt, dueDay, handOverId } =
    props.review;
  const { t } = useTranslationRef(ownershipReviewTranslationRef);
  const formats = useFormats();
  const facts = useFactStyles();
  const pages = useRouteRef(pagesRouteRef)?.();
  const titleOf = useEntityTitles(verifiedBy ? [verifiedBy] : [], true);
  // The entity may declare itself that it was confirmed, and by nobody in particular.
  const confirmed = (when: string) =>
    verifiedBy === null
      ? t('verified', { when })
      : t('verifiedBy', { when, by: titleOf(verifiedBy) });
  return (
    <>
      <p className={facts.text}>
        {verifiedAt === null
          ? t('never')
          : confirmed(formats.relative(verifiedAt))}{' '}
        {expiresAt !== null &&
          t('expires', { until: formats.instant(expiresAt) })}{' '}
        {dueDay !== null && t('due', { day: formats.day(dueDay) })}
      </p>
      {handOverId !== null && (
        <p className={facts.text}>
          <StateChip state="attention" label={t('handOver.waiting')} />{' '}
          {pages && (
            <Link to={`${pages}/reviews`}>{t('handOver.seeReviews')}</Link>
          )}
        </p>
      )}
    </>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableBody from '@material-ui/core/TableBody';
import type { OwnershipReview } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  moveBetweenRows,
  RelativeTime,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { ownershipReviewsTranslationRef } from '../../translations/reviews';
import { stateOfReview } from '../../words/ownershipStates';
import { useOwnershipWords } from '../../words/useOwnershipWords';
import { ConfirmOwnershipDialog } from '../ReviewPanel/ConfirmOwnershipDialog';
import { HandOverDialog } from '../ReviewPanel/HandOverDialog';

/** What is being done to one of the rows. */
type OpenDialog = { deed: 'confirm' | 'hand-over'; review: OwnershipReview };

/** Reviews, a row each. */
export function ReviewTable(props: {
  reviews: OwnershipReview[];
  /** Called with what to tell after something has changed. */
  onDone: (text: string) => void;
}) {
  const { reviews, onDone } = props;
  const { t } = useTranslationRef(ownershipReviewsTranslationRef);
  const table = useDenseTableStyles();
  const [open, setOpen] = useState<OpenDialog>();
  const dialog = open && {
    entityRef: open.review.entityRef,
    title: open.review.entityTitle,
    onClose: () => setOpen(undefined),
    onDone: () =>
      onDone(
        t(open.deed === 'confirm' ? 'confirmed' : 'asked', {
          title: open.review.entityTitle,
        }),
      ),
  };
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('title')}>
        <thead>
          <tr>
            <th scope="col">{t('entity')}</th>
            <th scope="col">{t('owner')}</th>
            <th scope="col">{t('tier')}</th>
            <th scope="col">{t('review')}</th>
            <th scope="col">{t('lastConfirmed')}</th>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('actions')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {reviews.map(review => (
            <ReviewRow
              key={review.entityRef}
              review={review}
              onOpen={deed => setOpen({ deed, review })}
            />
          ))}
        </TableBody>
      </table>
      {dialog && open?.deed === 'confirm' && (
        <ConfirmOwnershipDialog {...dialog} />
      )}
      {dialog && open?.deed === 'hand-over' && <HandOverDialog {...dialog} />}
    </div>
  );
}

function ReviewRow(props: {
  review: OwnershipReview;
  onOpen: (deed: OpenDialog['deed']) => void;
}) {
  const { review, onOpen } = props;
  const { t } = useTranslationRef(ownershipReviewsTranslationRef);
  const words = useOwnershipWords();
  const formats = useFormats();
  const table = useDenseTableStyles();
  const { entityTitle: title, ownerRef, ownerTitle, state } = review;
  return (
    <tr>
      <th scope="row">
        <EntityRefLink entityRef={review.entityRef} title={title} />
        <div className={table.quiet}>{words.kind(review.kind)}</div>
      </th>
      <td>
        {ownerRef ? (
          <EntityRefLink entityRef={ownerRef} title={ownerTitle ?? undefined} />
        ) : (
          <span className={table.quiet}>{t('noOwner')}</span>
        )}
      </td>
      <td>{review.tier ?? '–'}</td>
      <td>
        <StateChip
          state={stateOfReview(state)}
          label={words.reviewState[state]}
        />
      </td>
      <td>
        {review.verifiedAt === null ? (
          <span className={table.quiet}>{t('never')}</span>
        ) : (
          <RelativeTime instant={review.verifiedAt} />
        )}{' '}
        {review.verifiedBy && (
          <span className={table.quiet}>
            {t('by', {
              who: <EntityRefLink entityRef={review.verifiedBy} />,
            })}
          </span>
        )}
      </td>
      <td>{review.dueDay ? formats.day(review.dueDay) : '–'}</td>
      <td>
        {review.handOverId !== null && (
          <StateChip state="attention" label={t('waiting')} />
        )}
        {review.mayReview && (
          <>
            <ActionButton
              color="primary"
              aria-label={t('confirmOf', { title })}
              onClick={() => onOpen('confirm')}
            >
              {t('confirm')}
            </ActionButton>
            {review.handOverId === null && (
              <ActionButton
                aria-label={t('handOverOf', { title })}
                onClick={() => onOpen('hand-over')}
              >
                {t('handOver')}
              </ActionButton>
            )}
          </>
        )}
      </td>
    </tr>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  ChoicePicker,
  PagedRows,
  Panel,
  SegmentedButtons,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import {
  useMyOwnerRefs,
  useOwnershipReviews,
  useReviewParams,
  type ReviewParams,
} from '../../hooks/useOwnershipReviews';
import { ownershipReviewsTranslationRef } from '../../translations/reviews';
import { useOwnershipWords } from '../../words/useOwnershipWords';
import { ReviewTable } from './ReviewTable';

const SKELETON_ROWS = 8;

const useStyles = makeStyles(theme => ({
  caption: {
    margin: 0,
    padding: theme.spacing(0, 2, 1),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
  },
  filters: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5) },
}));

/** What is to be confirmed, with the ways to confirm it and to hand it over on the spot. */
export function ReviewsPage() {
  const { t } = useTranslationRef(ownershipReviewsTranslationRef);
  const classes = useStyles();
  const params = useReviewParams();
  const mine = useMyOwnerRefs();
  const [done, setDone] = useState('');
  const isKnown = mine.data !== undefined || mine.phase === 'failed';
  const inTeam = (mine.data ?? []).some(ref => ref.startsWith('group:'));
  const whose = inTeam ? params.whose : 'everybody';
  const pages = useOwnershipReviews(
    whose === 'mine' ? mine.data : undefined,
    params.state,
    { enabled: isKnown },
  );
  return (
    <Panel
      flush
      title={t('title')}
      actions={
        <ReviewFilters params={params} whose={inTeam ? whose : undefined} />
      }
    >
      <p className={classes.caption}>
        {isKnown && !inTeam && <>{t('noTeam')} </>}
        {t('caption')}
      </p>
      <p className={classes.caption} role="status">
        {done}
      </p>
      <PagedRows
        pages={pages}
        sorted
        subject={t('subject')}
        label={t('pages')}
        skeletonRows={SKELETON_ROWS}
        empty={whose === 'mine' ? t('emptyMine') : t('empty')}
        quietOnOnePage
      >
        {page => (
          <ReviewTable
            reviews={page.items}
            onDone={text => {
              setDone(text);
              pages.page.retry();
            }}
          />
        )}
      </PagedRows>
    </Panel>
  );
}

function ReviewFilters(props: {
  params: ReviewParams;
  /** Undefined where there is nothing to choose. */
  whose: ReviewParams['whose'] | undefined;
}) {
  const { params, whose } = props;
  const { t } = useTranslationRef(ownershipReviewsTranslationRef);
  const words = useOwnershipWords();
  const classes = useStyles();
  return (
    <div className={classes.filters}>
      {whose && (
        <SegmentedButtons
          label={t('whose')}
          value={whose}
          options={[
            { id: 'mine', label: t('mine') },
            { id: 'everybody', label: t('everybody') },
          ]}
          onChange={chosen => params.set({ whose: chosen })}
        />
      )}
      <ChoicePicker
        label={t('state')}
        value={params.state}
        choices={[
          { id: 'any', label: t('allStates') },
          { id: 'overdue', label: words.reviewState.overdue },
          { id: 'due', label: words.reviewState.due },
          { id: 'never', label: words.reviewState.never },
          { id: 'verified', label: words.reviewState.verified },
        ]}
        onChange={state => params.set({ state })}
      />
    </div>
  );
}

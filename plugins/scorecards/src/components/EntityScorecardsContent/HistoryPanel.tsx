import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ScorecardChange,
  ScorecardView,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  ChoicePicker,
  opmodelTranslationRef,
  Panel,
  QueryView,
  RelativeTime,
  RowsSkeleton,
  useCursors,
  useFactStyles,
  useOpmodelApi,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { LevelBadge } from '../../verdict';
import { CheckChanges } from '../CheckChanges';
import { ScorecardLink } from '../facts';

const CHANGES_PER_PAGE = 10;
const ALL = '';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > li': {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    '& > li:first-child': { borderTop: 'none' },
  },
}));

/** How levels and verdicts of the entity changed, the latest first. */
export function HistoryPanel(props: {
  entityRef: string;
  scorecards: readonly ScorecardView[];
  /** Another one asks again. */
  version: string | null;
}) {
  const { entityRef, scorecards, version } = props;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const facts = useFactStyles();
  const classes = useStyles();
  const api = useOpmodelApi();
  const [scorecard, setScorecard] = useState(ALL);
  const list = `${entityRef} ${scorecard}`;
  const { cursor, pagesAround } = useCursors(list);
  const history = useQueryState({
    key: `${list} ${cursor ?? ''} ${version ?? ''}`,
    subject: list,
    request: signal =>
      api.listScorecardChanges(
        entityRef,
        {
          limit: CHANGES_PER_PAGE,
          ...(cursor && { cursor }),
          ...(scorecard && { scorecard }),
        },
        { signal },
      ),
  });
  const pages = pagesAround(
    history.phase === 'ready' ? history.data.nextCursor : null,
  );
  return (
    <Panel
      title={t('history.title')}
      actions={
        scorecards.length > 1 && (
          <ChoicePicker
            label={t('history.of')}
            value={scorecard}
            choices={[
              { id: ALL, label: t('history.all') },
              ...scorecards.map(({ ref, title }) => ({
                id: ref,
                label: title,
              })),
            ]}
            onChange={setScorecard}
          />
        )
      }
    >
      <QueryView
        query={history}
        subject={t('history.subject')}
        skeleton={<RowsSkeleton rows={CHANGES_PER_PAGE / 2} />}
      >
        {({ items }) =>
          items.length === 0 ? (
            <p className={facts.quiet}>{t('history.none')}</p>
          ) : (
            <>
              <ul className={classes.list}>
                {items.map(change => (
                  <ChangeLine
                    key={`${change.scorecardRef} ${change.changedAt}`}
                    change={change}
                  />
                ))}
              </ul>
              {(pages.older || pages.newer) && (
                <nav className={facts.actions} aria-label={t('history.pages')}>
                  <ActionButton disabled={!pages.newer} onClick={pages.newer}>
                    {shared('paging.newer')}
                  </ActionButton>
                  <ActionButton disabled={!pages.older} onClick={pages.older}>
                    {shared('paging.older')}
                  </ActionButton>
                </nav>
              )}
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}

function ChangeLine(props: { change: ScorecardChange }) {
  const { change } = props;
  const { levelBefore, levelAfter } = change;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const facts = useFactStyles();
  const hasMoved = levelBefore?.name !== levelAfter?.name;
  return (
    <li>
      <div className={facts.line}>
        <RelativeTime instant={change.changedAt} />
        <ScorecardLink scorecardRef={change.scorecardRef}>
          {change.scorecardTitle}
        </ScorecardLink>
        <span>{t('history.version', { version: String(change.version) })}</span>
        {hasMoved && (
          <>
            {levelBefore ? (
              <LevelBadge level={levelBefore} />
            ) : (
              <span>{t('history.unasked')}</span>
            )}
            <span aria-hidden="true">→</span>
            {levelAfter ? (
              <LevelBadge level={levelAfter} />
            ) : (
              <span>{t('history.unasked')}</span>
            )}
          </>
        )}
      </div>
      <CheckChanges changes={change.checks} />
    </li>
  );
}

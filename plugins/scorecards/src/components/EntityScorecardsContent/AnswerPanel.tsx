import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityScorecard,
  EntityScorecards,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  NoteChip,
  Panel,
  RelativeTime,
  StateChip,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { LevelBadge, PassingShare } from '../../verdict';
import { ScorecardLink } from '../facts';
import { MissingForNext } from './MissingForNext';

const useStyles = makeStyles(theme => ({
  overall: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(1.5),
  },
  text: {
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
  },
  words: { minWidth: 150, '&&': { whiteSpace: 'normal' } },
  table: { margin: theme.spacing(0, -2) },
}));

/** The answer: the level overall and on each scorecard, since when, and what is missing for the next one. */
export function AnswerPanel(props: {
  report: EntityScorecards;
  asked: readonly EntityScorecard[];
}) {
  const { report, asked } = props;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const table = useDenseTableStyles();
  const classes = useStyles();
  return (
    <Panel title={t('answer.title')}>
      <Overall report={report} />
      <div className={classes.table}>
        <div className={table.scroll}>
          <table className={table.table} aria-label={t('answer.scorecards')}>
            <thead>
              <tr>
                <th scope="col">{t('answer.scorecard')}</th>
                <th scope="col">{t('answer.level')}</th>
                <th scope="col">{t('answer.since')}</th>
                <th scope="col">{t('answer.missing')}</th>
                <th scope="col">{t('answer.passing')}</th>
              </tr>
            </thead>
            <tbody>
              {asked.map(result => (
                <tr key={result.scorecard.ref}>
                  <th scope="row" className={classes.words}>
                    <ScorecardLink scorecardRef={result.scorecard.ref}>
                      {result.scorecard.title}
                    </ScorecardLink>{' '}
                    {!result.scorecard.countsToOverall && (
                      <NoteChip hint={t('answer.asideLong')}>
                        {t('answer.aside')}
                      </NoteChip>
                    )}
                  </th>
                  <td>
                    {result.level && (
                      <LevelBadge
                        level={result.level}
                        highest={Math.max(
                          ...result.scorecard.levels.map(({ rank }) => rank),
                        )}
                      />
                    )}
                  </td>
                  <td>
                    {result.levelSince && (
                      <RelativeTime instant={result.levelSince} />
                    )}
                  </td>
                  <td className={classes.words}>
                    <MissingForNext result={result} />
                  </td>
                  <td>
                    <PassingShare summary={result.summary} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Panel>
  );
}

function Overall(props: { report: EntityScorecards }) {
  const { overall } = props.report;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const classes = useStyles();
  if (overall === null) {
    return (
      <div className={classes.overall}>
        <StateChip state="no_data" label={t('answer.noOverall')} />
      </div>
    );
  }
  return (
    <div className={classes.overall}>
      <LevelBadge large level={overall.level} />
      <span className={classes.text}>
        {overall.scorecards > 1
          ? t('answer.heldBack', {
              count: overall.scorecards,
              scorecard: (
                <ScorecardLink amongWords scorecardRef={overall.scorecardRef}>
                  {overall.scorecardTitle}
                </ScorecardLink>
              ),
            })
          : t('answer.single', {
              scorecard: (
                <ScorecardLink amongWords scorecardRef={overall.scorecardRef}>
                  {overall.scorecardTitle}
                </ScorecardLink>
              ),
            })}
      </span>
    </div>
  );
}

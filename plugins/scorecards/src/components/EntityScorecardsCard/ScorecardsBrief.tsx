import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityScorecard,
  EntityScorecards,
  ScorecardSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import { StateChip } from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsCardTranslationRef } from '../../translations/card';
import { LevelBadge, LevelDistribution, PassingShare } from '../../verdict';

const useStyles = makeStyles(theme => ({
  body: { display: 'grid', gap: theme.spacing(0.75) },
  answer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    minHeight: 36,
  },
  text: {
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
  levels: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(0.5),
    fontSize: 13,
    lineHeight: '22px',
    color: theme.palette.text.primary,
    '& > li': {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 1),
    },
  },
}));

const MOST_SCORECARDS = 3;

/** What the card says: the level overall, what comes next, and the level on each scorecard; of what holds others, how those stand. */
export function ScorecardsBrief(props: { report: EntityScorecards }) {
  const { overall, scorecards, members } = props.report;
  const { t } = useTranslationRef(scorecardsCardTranslationRef);
  const classes = useStyles();
  const asked = scorecards.filter(({ isAsked }) => isAsked);
  const holdsBack = ({ scorecard }: EntityScorecard) =>
    scorecard.ref === overall?.scorecardRef;
  // What holds it back is what there is to look at.
  const listed = [
    ...asked.filter(holdsBack),
    ...asked.filter(result => !holdsBack(result)),
  ];
  if (asked.length === 0) {
    return members && members.scored > 0 ? (
      <MembersBrief members={members} />
    ) : (
      <div className={classes.body}>
        <div className={classes.answer}>
          <StateChip state="no_data" label={t('none')} />
        </div>
        <div className={classes.text}>{t('noneText')}</div>
      </div>
    );
  }
  return (
    <div className={classes.body}>
      <div className={classes.answer}>
        {overall ? (
          <>
            <LevelBadge large level={overall.level} />
            {overall.scorecards > 1 && (
              <span className={classes.text}>
                {t('heldBack', { scorecard: overall.scorecardTitle })}
              </span>
            )}
          </>
        ) : (
          <StateChip state="no_data" label={t('noOverall')} />
        )}
      </div>
      <NextStep report={props.report} />
      {asked.length > 1 && (
        <ul className={classes.levels}>
          {listed.slice(0, MOST_SCORECARDS).map(({ scorecard, level }) => (
            <li key={scorecard.ref}>
              <span>{scorecard.title}</span>
              {level && <LevelBadge level={level} />}
            </li>
          ))}
          {listed.length > MOST_SCORECARDS && (
            <li className={classes.text}>
              {t('more', { count: listed.length - MOST_SCORECARDS })}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function NextStep(props: { report: EntityScorecards }) {
  const { nextSteps, scorecards, overall } = props.report;
  const { t } = useTranslationRef(scorecardsCardTranslationRef);
  const classes = useStyles();
  const [step] = nextSteps;
  if (step) {
    const level = step.unlocks ?? step.level ?? overall?.next?.name;
    return (
      <div className={classes.text}>
        {level ? t('next', { level, check: step.name }) : step.name}
      </div>
    );
  }
  const isAllKnown = scorecards.every(
    ({ summary }) => summary.judged === summary.applicable,
  );
  return (
    <div className={classes.text}>
      {isAllKnown ? t('complete') : t('unclear')}
    </div>
  );
}

function MembersBrief(props: { members: ScorecardSummary }) {
  const { overall, scored } = props.members;
  const { t } = useTranslationRef(scorecardsCardTranslationRef);
  const classes = useStyles();
  if (overall === null) {
    return (
      <div className={classes.body}>
        <div className={classes.answer}>
          <StateChip state="no_data" label={t('noOverall')} />
        </div>
        <div className={classes.text}>
          {t('membersAside', { count: scored })}
        </div>
      </div>
    );
  }
  const [most] = overall.heldBackBy;
  return (
    <div className={classes.body}>
      <div className={classes.text}>
        {t('members', { count: overall.entities })}
      </div>
      <PassingShare summary={overall.summary} />
      <LevelDistribution levels={overall.levels} />
      {most && (
        <div className={classes.text}>
          {t('membersHeldBack', {
            count: most.entities,
            scorecard: most.scorecardTitle,
          })}
        </div>
      )}
    </div>
  );
}

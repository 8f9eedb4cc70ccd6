import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import PageLink from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityScorecard,
  FixStep,
} from '@opmodel/backstage-plugin-opmodel-common';
import { Panel } from '@opmodel/backstage-plugin-opmodel-react';
import { useNamedCheck } from '../../hooks/useNamedCheck';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { VerdictChip } from '../../verdict';
import { CheckLinks } from '../Check';

const MOST_STEPS = 3;

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    '& > li': {
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    '& > li:first-child': { borderTop: 'none', paddingTop: 0 },
  },
  title: {
    margin: 0,
    fontSize: 14,
    lineHeight: '20px',
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
  text: {
    margin: theme.spacing(0.25, 0, 0.75),
    fontSize: 13,
    lineHeight: '19px',
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
    '& p': { margin: 0 },
  },
  link: { fontSize: 13 },
}));

/** What to mend first, at most three things, each with its fix. */
export function FixStepsPanel(props: {
  steps: readonly FixStep[];
  asked: readonly EntityScorecard[];
}) {
  const { steps, asked } = props;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const classes = useStyles();
  const [, open] = useNamedCheck('check');
  const isAllKnown = asked.every(
    ({ summary }) => summary.judged === summary.applicable,
  );
  return (
    <Panel title={t('fix.title')}>
      {steps.length === 0 ? (
        <p className={classes.text}>
          {isAllKnown ? t('fix.nothing') : t('fix.nothingKnown')}
        </p>
      ) : (
        <ul className={classes.list}>
          {steps.slice(0, MOST_STEPS).map(step => (
            <li key={`${step.scorecardRef} ${step.checkId}`}>
              <h3 className={classes.title}>{step.name}</h3>
              <p className={classes.text}>
                <VerdictChip state={step.state} />{' '}
                {step.unlocks === null
                  ? t('fix.of', { scorecard: step.scorecardTitle })
                  : t('fix.unlocks', {
                      scorecard: step.scorecardTitle,
                      level: step.unlocks,
                    })}
              </p>
              {step.message && <p className={classes.text}>{step.message}</p>}
              {step.solution && (
                <div className={classes.text}>
                  <MarkdownContent content={step.solution} dialect="gfm" />
                </div>
              )}
              <CheckLinks links={step.links} />
              <PageLink
                component="button"
                type="button"
                className={classes.link}
                aria-label={t('fix.openOf', { check: step.name })}
                onClick={() =>
                  open({
                    scorecardRef: step.scorecardRef,
                    checkId: step.checkId,
                  })
                }
              >
                {t('fix.open')}
              </PageLink>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

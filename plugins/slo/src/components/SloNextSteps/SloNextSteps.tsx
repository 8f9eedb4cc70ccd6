import { useTranslationRef } from '@backstage/frontend-plugin-api';
import PageLink from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import type { SloReport } from '@opmodel/backstage-plugin-opmodel-common';
import { Panel } from '@opmodel/backstage-plugin-opmodel-react';
import { sloEntityTranslationRef } from '../../translations/entity';
import { useNextStepText } from './useNextStepText';

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
  },
  link: { fontSize: 13 },
}));

/** At most three concrete things that would help, each with the way to it. */
export function SloNextSteps(props: { report: SloReport }) {
  const { nextSteps, items } = props.report;
  const { t } = useTranslationRef(sloEntityTranslationRef);
  const classes = useStyles();
  const describe = useNextStepText();
  return (
    <Panel title={t('next.title')}>
      {nextSteps.length === 0 ? (
        <p className={classes.text}>
          {items.every(({ state }) => state === 'met')
            ? t('next.nothing')
            : t('next.nothingKnown')}
        </p>
      ) : (
        <ul className={classes.list}>
          {nextSteps.slice(0, MOST_STEPS).map(step => {
            const { title, text, link, anchor } = describe(step);
            return (
              <li key={`${step.id} ${JSON.stringify(step.values)}`}>
                <h3 className={classes.title}>{title}</h3>
                <p className={classes.text}>{text}</p>
                <span className={classes.link}>
                  <PageLink href={`#${anchor}`}>{link}</PageLink>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

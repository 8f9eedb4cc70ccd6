import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';
import { Panel } from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../../translation';
import { useStepText } from './useStepText';

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
  },
  link: { fontSize: 13 },
}));

/** At most three concrete things that would help, each with the way to it. */
export function NextSteps(props: { report: DoraReport }) {
  const { report } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const classes = useStyles();
  const describe = useStepText(report);
  return (
    <Panel title={t('next.title')}>
      {report.nextSteps.length === 0 ? (
        <p className={classes.text}>{t('next.nothing')}</p>
      ) : (
        <ul className={classes.list}>
          {report.nextSteps.map(step => {
            const { title, text, link } = describe(step);
            return (
              <li key={`${step.id} ${step.entityRef}`}>
                <h3 className={classes.title}>{title}</h3>
                <p className={classes.text}>{text}</p>
                <span className={classes.link}>{link}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardTotals } from '@opmodel/backstage-plugin-opmodel-common';
import { Panel, useFactStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import type { OverallPanelProps } from './OverallPanel';
import { topFailing } from './topFailing';

const MOST = 5;

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    fontSize: 13,
    lineHeight: '20px',
    '& > li': {
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    '& > li:first-child': { borderTop: 'none', paddingTop: 0 },
  },
  of: {
    fontSize: 12,
    color: theme.palette.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** What to mend first: the checks that most entities fail, each with the way to these entities. */
export function TopFailingPanel(props: {
  scorecards: readonly ScorecardTotals[];
  linkOf: OverallPanelProps['linkOf'];
}) {
  const { scorecards, linkOf } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const facts = useFactStyles();
  const classes = useStyles();
  const failing = topFailing(scorecards, MOST);
  return (
    <Panel title={t('overall.failing')}>
      {failing.length === 0 ? (
        <p className={facts.quiet}>{t('overall.failingNone')}</p>
      ) : (
        <ol className={classes.list}>
          {failing.map(({ check, totals: { scorecard } }) => {
            const link = linkOf({
              scorecard: scorecard.ref,
              check: check.checkId,
              state: 'failed',
            });
            return (
              <li key={`${scorecard.ref} ${check.checkId}`}>
                {link ? <Link to={link}>{check.name}</Link> : check.name}
                <div className={classes.of}>
                  {t('overall.failingOf', {
                    count: check.summary.judged,
                    failed: String(check.summary.counts.failed),
                    scorecard: scorecard.title,
                  })}
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </Panel>
  );
}

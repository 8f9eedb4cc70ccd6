import { useTranslationRef } from '@backstage/frontend-plugin-api';
import PageLink from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import type { EntityScorecard } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { useNamedCheck } from '../../hooks/useNamedCheck';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { ScorecardLink } from '../facts';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  link: { textAlign: 'left', fontSize: 13, lineHeight: '20px' },
  quiet: { color: theme.palette.text.secondary },
}));

const MOST = 3;

/** What is missing for the next level: checks that are missed or not known yet, points, and levels of other scorecards. */
export function MissingForNext(props: { result: EntityScorecard }) {
  const { scorecard, next, missing, points, requires } = props.result;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const [, open] = useNamedCheck('check');
  const unmet = requires.filter(({ isMet }) => !isMet);
  if (next === null) {
    return <span className={classes.quiet}>{t('missing.highest')}</span>;
  }
  return (
    <>
      <span>{t('missing.for', { level: next.name })}</span>
      <ul className={classes.list}>
        {unmet.map(({ scorecardRef, title, level }) => (
          <li key={scorecardRef}>
            {t('missing.requires', {
              level,
              scorecard: (
                <ScorecardLink scorecardRef={scorecardRef}>
                  {title}
                </ScorecardLink>
              ),
            })}
          </li>
        ))}
        {missing.slice(0, MOST).map(({ checkId, name, bearing }) => (
          <li key={checkId}>
            <PageLink
              component="button"
              type="button"
              className={classes.link}
              onClick={() => open({ scorecardRef: scorecard.ref, checkId })}
            >
              {name}
            </PageLink>{' '}
            {bearing === 'unknown' && (
              <span className={classes.quiet}>{t('missing.unknown')}</span>
            )}
          </li>
        ))}
        {missing.length > MOST && (
          <li className={classes.quiet}>
            {t('missing.more', { count: missing.length - MOST })}
          </li>
        )}
        {points && missing.length === 0 && unmet.length === 0 && (
          <li className={classes.quiet}>
            {t('missing.points', {
              earned: formats.decimal(points.earned),
              possible: formats.decimal(points.possible),
            })}
          </li>
        )}
      </ul>
    </>
  );
}

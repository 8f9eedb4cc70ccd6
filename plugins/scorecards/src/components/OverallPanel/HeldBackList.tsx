import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { OverallTotals } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  useFormats,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import type { OverallPanelProps } from './OverallPanel';

const useStyles = makeStyles(theme => ({
  heading: {
    margin: theme.spacing(2, 0, 0.5),
    fontSize: 13,
    lineHeight: '20px',
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
  bar: { display: 'block', height: 8, minWidth: 2, borderRadius: 2 },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    fontSize: 13,
    lineHeight: '20px',
    fontVariantNumeric: 'tabular-nums',
    '& > li': {
      display: 'grid',
      gridTemplateColumns: 'minmax(120px, 200px) minmax(40px, 1fr) auto',
      alignItems: 'center',
      columnGap: theme.spacing(1.5),
      padding: theme.spacing(0.25, 0),
      // Where there is little room, the bar has a line of its own.
      '@media (max-width: 600px)': {
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        '& $bar': { gridColumn: '1 / -1', gridRow: 2 },
      },
    },
  },
  count: { color: theme.palette.text.secondary, whiteSpace: 'nowrap' },
}));

/** Which scorecard holds how many entities back: that of the weakest of their levels. */
export function HeldBackList(props: {
  overall: OverallTotals;
  linkOf: OverallPanelProps['linkOf'];
}) {
  const { overall, linkOf } = props;
  const { heldBackBy, entities } = overall;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const classes = useStyles();
  return (
    <section aria-label={t('overall.heldBack')}>
      <h3 className={classes.heading}>
        <Hint title={t('overall.heldBackLong')}>{t('overall.heldBack')}</Hint>
      </h3>
      <ul className={classes.list}>
        {heldBackBy.map(({ scorecardRef, scorecardTitle, entities: held }) => {
          const link = linkOf({ scorecard: scorecardRef });
          return (
            <li key={scorecardRef}>
              {link ? (
                <Link to={link}>{scorecardTitle}</Link>
              ) : (
                <span>{scorecardTitle}</span>
              )}
              <span
                className={classes.bar}
                style={{
                  width: `${(100 * held) / entities}%`,
                  backgroundColor: palette.series.coverage,
                }}
              />
              <span className={classes.count}>
                {t('overall.held', {
                  count: held,
                  share: formats.share(held / entities),
                })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

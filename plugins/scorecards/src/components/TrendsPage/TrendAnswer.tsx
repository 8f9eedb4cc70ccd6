import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardSeries } from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateChip,
  useFormats,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { usePoints } from '../../verdict';

const useStyles = makeStyles(theme => ({
  answer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 2),
    fontSize: 13,
    lineHeight: '30px',
    fontVariantNumeric: 'tabular-nums',
  },
  share: {
    fontSize: 22,
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
}));

/** What the charts show in one line: what passes at the end of the time that is shown, and how that changed in it. */
export function TrendAnswer(props: {
  points: ScorecardSeries['points'];
  /** Where it is told why; undefined where the app has no such page. */
  why: string | undefined;
}) {
  const { points, why } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const formats = useFormats();
  const inPoints = usePoints();
  const palette = useOpmodelPalette();
  const classes = useStyles();
  const known = points.filter(({ passing }) => passing !== null);
  const first = known[0];
  const last = points[points.length - 1];
  if (!last || last.passing === null) {
    return (
      <div>
        <StateChip state="no_data" label={t('trends.answerNone')} />
      </div>
    );
  }
  return (
    <div className={classes.answer} style={{ color: palette.quiet }}>
      <span className={classes.share}>
        {t('trends.answer', { passing: formats.share(last.passing) })}
      </span>
      <span>
        {t('trends.answerJudged', { coverage: formats.share(last.coverage) })}
      </span>
      <span>
        {first.day === last.day
          ? t('trends.answerFirst', { day: formats.day(first.day) })
          : t('trends.answerSince', {
              points: inPoints(last.passing - first.passing!),
              day: formats.day(first.day),
            })}
      </span>
      {why && <Link to={why}>{t('trends.changesLink')}</Link>}
    </div>
  );
}

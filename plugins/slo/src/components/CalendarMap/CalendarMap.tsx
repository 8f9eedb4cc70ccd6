import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { SloDays } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartFrame,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloChartTranslationRef } from '../../translations/chart';
import { useSloFormats } from '../../words/useSloFormats';
import { CalendarGrid } from './CalendarGrid';
import { dayLevels } from './calendarOf';
import { useLevelStyles } from './useLevelStyles';

const useStyles = makeStyles(theme => ({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1.5),
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    listStyle: 'none',
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
    '& > li': { display: 'inline-flex', alignItems: 'center' },
  },
  swatch: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: 14,
    height: 14,
    marginRight: theme.spacing(0.5),
    borderRadius: 3,
    fontSize: 10,
    lineHeight: '12px',
    fontWeight: 700,
    color: theme.palette.text.primary,
  },
}));

/** The attainment of each day as a calendar. */
export function CalendarMap(props: {
  days: SloDays;
  /** What the objective is called. */
  objective: string;
}) {
  const { days, objective } = props;
  const { t } = useTranslationRef(sloChartTranslationRef);
  const slo = useSloFormats();
  const classes = useStyles();
  const facts = useFactStyles();
  const looks = useLevelStyles();
  const names = {
    met: t('days.met'),
    met_much: t('days.metMuch'),
    missed: t('days.missed'),
    missed_far: t('days.missedFar'),
    thin: t('days.thin'),
    no_data: t('days.noData'),
  };
  const isMeasured = days.days.some(({ state }) => state !== 'no_data');
  return (
    <ChartFrame
      title={t('days.title', { objective })}
      caption={t('days.caption', { target: slo.target(days.target) })}
    >
      {isMeasured ? (
        <>
          <CalendarGrid days={days} />
          <ul className={classes.legend} aria-label={t('days.legend')}>
            {dayLevels.map(level => (
              <li key={level}>
                <span
                  className={classes.swatch}
                  style={looks[level].style}
                  aria-hidden="true"
                >
                  {looks[level].sign}
                </span>
                {names[level]}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className={facts.quiet}>{t('days.none')}</p>
      )}
    </ChartFrame>
  );
}

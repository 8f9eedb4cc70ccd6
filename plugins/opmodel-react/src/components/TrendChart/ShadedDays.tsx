import { makeStyles } from '@material-ui/core/styles';
import {
  LEGEND_HEIGHT,
  placeOfDay,
  PLOT_MARGIN,
  Y_AXIS_WIDTH,
} from './plotArea';
import type { TrendPeriod } from './trendPanel';

const useStyles = makeStyles(theme => ({
  area: {
    position: 'absolute',
    top: LEGEND_HEIGHT,
    left: Y_AXIS_WIDTH,
    right: PLOT_MARGIN,
    pointerEvents: 'none',
  },
  days: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    overflow: 'visible',
    fontSize: 11,
    lineHeight: '14px',
    whiteSpace: 'nowrap',
    color: theme.palette.text.secondary,
  },
  excluded: {
    backgroundImage: `repeating-linear-gradient(135deg, ${theme.palette.divider} 0 2px, transparent 2px 7px)`,
    backgroundColor: theme.palette.action.hover,
  },
  chosen: { backgroundColor: theme.palette.action.selected },
}));

const WEEK_DAYS = 7;

/** Behind a panel: days that count for nothing, and the week that is chosen. The caption says the same in words. */
export function ShadedDays(props: {
  weeks: string[];
  periods: TrendPeriod[];
  chosenWeek: string | undefined;
  withLabels: boolean;
  /** Height of what lies below the plot. Pixels. */
  bottom: number;
}) {
  const { weeks, periods, chosenWeek, withLabels, bottom } = props;
  const classes = useStyles();
  const span = (from: string, days: number) => {
    const start = placeOfDay(from, weeks);
    const end = placeOfDay(addDays(from, days), weeks);
    return { left: `${100 * start}%`, width: `${100 * (end - start)}%` };
  };
  return (
    <div className={classes.area} style={{ bottom }} aria-hidden="true">
      {chosenWeek && (
        <div
          className={`${classes.days} ${classes.chosen}`}
          style={span(chosenWeek, WEEK_DAYS)}
        />
      )}
      {periods.map(({ from, to, label }) => (
        <div
          key={`${from} ${to} ${label}`}
          className={`${classes.days} ${classes.excluded}`}
          style={span(from, daysBetween(from, to) + 1)}
        >
          {withLabels && label}
        </div>
      ))}
    </div>
  );
}

const DAY_MS = 86_400_000;

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '../../format/useFormats';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
import { Hint } from '../Hint';
import { StateIcon } from '../StateChip';
import { PLOT_MARGIN, Y_AXIS_WIDTH } from './plotArea';
import { LANE_HEIGHT, type TrendChartProps } from './TrendChart';
import type { TrendLane } from './trendPanel';

const useStyles = makeStyles(theme => ({
  lane: {
    display: 'flex',
    alignItems: 'center',
    height: LANE_HEIGHT,
    paddingRight: PLOT_MARGIN,
  },
  label: {
    // The words may reach into the space beside the chart.
    width: Y_AXIS_WIDTH + 12,
    marginLeft: -12,
    flex: 'none',
    paddingRight: 6,
    textAlign: 'right',
    fontSize: 11,
    color: theme.palette.text.secondary,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  slots: {
    flex: 1,
    height: '100%',
    display: 'grid',
    alignItems: 'center',
    justifyItems: 'center',
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  mark: {
    appearance: 'none',
    border: 'none',
    background: 'none',
    padding: 0,
    display: 'inline-flex',
    alignItems: 'center',
    borderRadius: 4,
    font: 'inherit',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
  choosable: {
    cursor: 'pointer',
    '&:hover': { background: theme.palette.action.hover },
  },
}));

const ICON_SIZE = 14;

/** Rows of marks above the panels, one a kind of event, on the same time axis. */
export function TrendLanes(props: TrendChartProps) {
  const { lanes = [] } = props;
  return (
    <>
      {lanes.map(lane => (
        <Lane key={lane.id} {...props} lane={lane} />
      ))}
    </>
  );
}

function Lane(props: TrendChartProps & { lane: TrendLane }) {
  const { lane, weeks, onChooseWeek } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const colour = palette.states[lane.state].mark;
  return (
    <div className={classes.lane} role="group" aria-label={lane.label}>
      <span className={classes.label}>{lane.label}</span>
      <div
        className={classes.slots}
        style={{
          gridTemplateColumns: `repeat(${weeks.length}, minmax(0, 1fr))`,
        }}
      >
        {weeks.map((week, index) => {
          const count = lane.counts[index] ?? 0;
          if (count === 0) {
            return <span key={week} />;
          }
          const text = `${t('chart.weekOf', {
            day: formats.day(week),
          })}: ${lane.describe(count)}`;
          const icon = <StateIcon state={lane.state} size={ICON_SIZE} />;
          return onChooseWeek ? (
            <Tooltip key={week} title={text}>
              <button
                type="button"
                className={`${classes.mark} ${classes.choosable}`}
                style={{ color: colour }}
                aria-label={text}
                onClick={() => onChooseWeek(week)}
              >
                {icon}
              </button>
            </Tooltip>
          ) : (
            <Hint
              key={week}
              title={text}
              className={classes.mark}
              style={{ color: colour }}
            >
              {icon}
            </Hint>
          );
        })}
      </div>
    </div>
  );
}

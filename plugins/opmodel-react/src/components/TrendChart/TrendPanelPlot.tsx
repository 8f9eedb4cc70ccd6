import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  Area,
  Bar,
  CartesianGrid,
  Cell,
  ComposedChart,
  Line,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { countTicks, durationTicks } from '../../chart/durationTicks';
import { useFormats } from '../../format/useFormats';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
import { panelHeight, type TrendChartProps } from './TrendChart';
import { TrendLegend } from './TrendLegend';
import type { TrendPanel } from './trendPanel';
import { TrendTooltip } from './TrendTooltip';

const Y_AXIS_WIDTH = 52;
const LEGEND_HEIGHT = 24;

const useStyles = makeStyles(theme => ({
  panel: {
    position: 'relative',
    '& .recharts-surface:focus': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
      borderRadius: 4,
    },
    '& .recharts-surface:focus:not(:focus-visible)': { outline: 'none' },
  },
  empty: {
    position: 'absolute',
    inset: `${LEGEND_HEIGHT}px 0 0 ${Y_AXIS_WIDTH}px`,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    fontSize: 12,
    color: theme.palette.text.secondary,
    pointerEvents: 'none',
  },
}));

const AXIS_HEIGHT = 22;
/** Half a label, which hangs below the axis. */
const TICK_OVERHANG = 7;

interface Point {
  week: string;
  index: number;
  value: number | null;
  previous: number | null;
  band: [number, number] | null;
}

/** One panel of a trend chart. */
export function TrendPanelPlot(
  props: TrendChartProps & {
    panel: TrendPanel;
    width: number;
    syncId: string;
    withTooltip: boolean;
    withAxis: boolean;
  },
) {
  const { panel, panels, weeks, partial, marks = [], width, syncId } = props;
  const { withTooltip, withAxis } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const theme = useTheme();
  const classes = useStyles();
  const colour = palette.series[panel.series];
  const points = toPoints(weeks, panel);
  const highest = Math.max(
    0,
    ...points.flatMap(point => [
      point.value ?? 0,
      point.previous ?? 0,
      point.band?.[1] ?? 0,
    ]),
  );
  const ticks =
    panel.scale === 'duration'
      ? durationTicks(highest, panel.kind === 'line' ? 4 : 3)
      : countTicks(highest, panel.kind === 'line' ? 4 : 2);
  const tickStyle = { fontSize: 11, fill: theme.palette.text.secondary };
  return (
    <div className={classes.panel}>
      <TrendLegend panel={panel} left={Y_AXIS_WIDTH} />
      {points.every(point => point.value === null) && (
        <div className={classes.empty}>{t('chart.noData')}</div>
      )}
      <ComposedChart
        width={width}
        height={panelHeight(panel) + (withAxis ? AXIS_HEIGHT : 0)}
        data={points}
        syncId={syncId}
        margin={{
          top: LEGEND_HEIGHT,
          right: 8,
          bottom: withAxis ? 0 : TICK_OVERHANG,
          left: 0,
        }}
        title={`${panel.label}. ${t('chart.keyboardHint')}`}
      >
        <CartesianGrid vertical={false} stroke={palette.grid} />
        <XAxis
          dataKey="week"
          height={withAxis ? AXIS_HEIGHT : 1}
          tick={withAxis ? tickStyle : false}
          tickLine={false}
          axisLine={{ stroke: palette.previous }}
          tickFormatter={formats.shortDay}
          minTickGap={28}
          // Bars and lines stand above each other: both on a band a week.
          scale="band"
        />
        <YAxis
          width={Y_AXIS_WIDTH}
          domain={[0, ticks[ticks.length - 1]]}
          ticks={ticks}
          interval={0}
          tick={tickStyle}
          tickLine={false}
          axisLine={false}
          tickFormatter={
            panel.scale === 'duration' ? formats.axisDuration : formats.count
          }
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{
            stroke: palette.previous,
            fill: palette.grid,
            fillOpacity: 0.5,
          }}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as Point | undefined;
            return active && withTooltip && point ? (
              <TrendTooltip
                panels={panels}
                index={point.index}
                week={point.week}
                partial={partial?.[point.index] ?? false}
              />
            ) : null;
          }}
        />
        {panel.band && (
          <Area
            dataKey="band"
            stroke="none"
            fill={colour}
            fillOpacity={0.14}
            isAnimationActive={false}
            activeDot={false}
            connectNulls={false}
          />
        )}
        {panel.kind === 'bar' && (
          <Bar
            dataKey="value"
            fill={colour}
            isAnimationActive={false}
            maxBarSize={28}
            radius={[2, 2, 0, 0]}
          >
            {points.map(point => (
              <Cell
                key={point.week}
                fillOpacity={partial?.[point.index] ? 0.55 : 1}
              />
            ))}
          </Bar>
        )}
        {panel.previous && (
          <Line
            dataKey="previous"
            type={panel.kind === 'bar' ? 'step' : 'linear'}
            stroke={palette.previous}
            strokeWidth={1.25}
            strokeDasharray="3 3"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
            connectNulls={false}
          />
        )}
        {panel.kind === 'line' && (
          <Line
            dataKey="value"
            stroke={colour}
            strokeWidth={2}
            dot={{ r: 2.5, fill: colour, strokeWidth: 0 }}
            activeDot={{ r: 4 }}
            isAnimationActive={false}
            connectNulls={false}
          />
        )}
        {marks.map(mark => (
          <ReferenceLine
            key={`${mark.day} ${mark.label}`}
            x={weekOf(mark.day, weeks)}
            stroke={palette.states.attention.mark}
            strokeDasharray="4 3"
            label={
              withAxis
                ? undefined
                : {
                    value: mark.label,
                    position: 'insideTopLeft',
                    fontSize: 11,
                    fill: theme.palette.text.secondary,
                  }
            }
          />
        ))}
      </ComposedChart>
    </div>
  );
}

function toPoints(weeks: string[], panel: TrendPanel): Point[] {
  return weeks.map((week, index) => {
    const value = panel.values[index] ?? null;
    const high = panel.band?.high[index] ?? null;
    return {
      week,
      index,
      value,
      previous: panel.previous?.[index] ?? null,
      band: value !== null && high !== null ? [value, high] : null,
    };
  });
}

/** The week that holds a day. Weeks are Mondays in order. */
function weekOf(day: string, weeks: string[]): string | undefined {
  return [...weeks].reverse().find(week => week <= day);
}

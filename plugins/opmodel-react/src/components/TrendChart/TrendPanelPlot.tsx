import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  Area,
  Bar,
  CartesianGrid,
  Cell,
  ComposedChart,
  Line,
  Tooltip,
  useActiveTooltipLabel,
  XAxis,
  YAxis,
} from 'recharts';
import { useEffect } from 'react';
import { useFormats } from '../../format/useFormats';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
import { panelHeight, type TrendChartProps } from './TrendChart';
import { TrendLegend } from './TrendLegend';
import type { TrendPanel } from './trendPanel';
import { tickFormatOf, ticksOf } from './panelAxis';
import { ShadedDays } from './ShadedDays';
import { LEGEND_HEIGHT, PLOT_MARGIN, Y_AXIS_WIDTH } from './plotArea';
import { TrendTooltip } from './TrendTooltip';

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
  /** What of the value is of the other kind, and what is left of it. */
  part: number | null;
  rest: number | null;
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
    /** The first panel carries the words of what is shaded. */
    withPeriodLabels: boolean;
    /** Tells on which week the pointer or the keyboard stands. */
    onActiveWeek: (week: string | undefined) => void;
  },
) {
  const { panel, panels, weeks, partial, width, syncId } = props;
  const { withTooltip, withAxis, periods = [], chosenWeek } = props;
  const { onActiveWeek, onChooseWeek } = props;
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
  const ticks = ticksOf(panel, highest);
  const tickStyle = { fontSize: 11, fill: theme.palette.text.secondary };
  return (
    <div className={classes.panel}>
      <TrendLegend panel={panel} left={Y_AXIS_WIDTH} />
      {points.every(point => point.value === null) && (
        <div className={classes.empty}>{t('chart.noData')}</div>
      )}
      <ShadedDays
        weeks={weeks}
        periods={periods}
        chosenWeek={chosenWeek}
        withLabels={props.withPeriodLabels}
        bottom={withAxis ? AXIS_HEIGHT : TICK_OVERHANG}
      />
      <ComposedChart
        width={width}
        height={panelHeight(panel) + (withAxis ? AXIS_HEIGHT : 0)}
        data={points}
        syncId={syncId}
        margin={{
          top: LEGEND_HEIGHT,
          right: PLOT_MARGIN,
          bottom: withAxis ? 0 : TICK_OVERHANG,
          left: 0,
        }}
        title={[
          `${panel.label}.`,
          t('chart.keyboardHint'),
          ...(onChooseWeek ? [t('chart.chooseHint')] : []),
        ].join(' ')}
        style={onChooseWeek ? { cursor: 'pointer' } : undefined}
        onClick={({ activeLabel }) => {
          if (activeLabel !== undefined) {
            onChooseWeek?.(String(activeLabel));
          }
        }}
      >
        <ActiveWeek onChange={onActiveWeek} />
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
          tickFormatter={tickFormatOf(panel, formats)}
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
        {panel.part && (
          <Bar
            dataKey="part"
            stackId="bar"
            fill={palette.series[panel.part.series]}
            isAnimationActive={false}
            maxBarSize={28}
          />
        )}
        {panel.kind === 'bar' && (
          <Bar
            dataKey="rest"
            stackId="bar"
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
      </ComposedChart>
    </div>
  );
}

/** Reports from within a chart which week is active. */
function ActiveWeek(props: { onChange: (week: string | undefined) => void }) {
  const { onChange } = props;
  const label = useActiveTooltipLabel();
  useEffect(
    () => onChange(label === undefined ? undefined : String(label)),
    [label, onChange],
  );
  return null;
}

function toPoints(weeks: string[], panel: TrendPanel): Point[] {
  return weeks.map((week, index) => {
    const value = panel.values[index] ?? null;
    const part = panel.part?.values[index] ?? null;
    const high = panel.band?.high[index] ?? null;
    return {
      week,
      index,
      value,
      part,
      rest: value === null ? null : value - (part ?? 0),
      previous: panel.previous?.[index] ?? null,
      band: value !== null && high !== null ? [value, high] : null,
    };
  });
}

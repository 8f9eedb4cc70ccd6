import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useId, useState } from 'react';
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
import { ChartTooltip, type ChartTooltipRow } from '../../chart/ChartTooltip';
import { countTicks, durationTicks } from '../../chart/durationTicks';
import { useMeasuredWidth } from '../../chart/useMeasuredWidth';
import { useFormats } from '../../format/useFormats';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
import {
  formatPanelValue,
  panelHeight,
  type TrendChartProps,
} from './TrendChart';
import type { TrendPanel } from './trendPanel';

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
  legend: {
    position: 'absolute',
    top: 0,
    left: Y_AXIS_WIDTH,
    right: 0,
    display: 'flex',
    gap: theme.spacing(1.5),
    fontSize: 12,
    lineHeight: '18px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    color: theme.palette.text.secondary,
    pointerEvents: 'none',
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
  key: { display: 'inline-flex', alignItems: 'center', gap: 5 },
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

/** The drawn part of a trend chart; it is loaded when needed. */
export function TrendPlot(props: TrendChartProps) {
  const { panels } = props;
  const [measure, width] = useMeasuredWidth();
  const [active, setActive] = useState<string>();
  const syncId = useId();
  return (
    <div ref={measure}>
      {panels.map((panel, index) => (
        // The chart inside takes the focus; this only notes which one has it.
        <div
          key={panel.id}
          onMouseEnter={() => setActive(panel.id)}
          onFocus={() => setActive(panel.id)}
        >
          <PanelPlot
            {...props}
            panel={panel}
            width={width}
            syncId={syncId}
            withTooltip={active === panel.id}
            withAxis={index === panels.length - 1}
          />
        </div>
      ))}
    </div>
  );
}

function PanelPlot(
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
  const rowsAt = (index: number): ChartTooltipRow[] =>
    panels.flatMap(shown => [
      {
        label: shown.label,
        value: formatPanelValue(shown, shown.values[index], formats),
        colour: palette.series[shown.series],
      },
      ...(shown.band
        ? [
            {
              label: shown.band.label,
              value: formatPanelValue(shown, shown.band.high[index], formats),
            },
          ]
        : []),
      ...(shown.previous
        ? [
            {
              label: t('chart.previousWindow'),
              value: formatPanelValue(shown, shown.previous[index], formats),
              colour: palette.previous,
            },
          ]
        : []),
    ]);

  return (
    <div className={classes.panel}>
      <div className={classes.legend}>
        <span className={classes.key}>
          <Swatch colour={colour} kind={panel.kind} />
          {panel.label}
        </span>
        {panel.band && (
          <span className={classes.key}>
            <Swatch colour={colour} kind="band" />
            {panel.band.label}
          </span>
        )}
        {panel.previous && (
          <span className={classes.key}>
            <Swatch colour={palette.previous} kind="dashed" />
            {t('chart.previousWindow')}
          </span>
        )}
      </div>
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
              <ChartTooltip
                title={t('chart.weekOf', { day: formats.day(point.week) })}
                rows={rowsAt(point.index)}
                note={
                  partial?.[point.index] ? t('chart.partialWeek') : undefined
                }
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

function Swatch(props: {
  colour: string;
  kind: 'bar' | 'line' | 'band' | 'dashed';
}) {
  const { colour, kind } = props;
  if (kind === 'bar' || kind === 'band') {
    return (
      <svg width="10" height="10" aria-hidden="true">
        <rect
          width="10"
          height="10"
          rx="2"
          fill={colour}
          fillOpacity={kind === 'band' ? 0.25 : 1}
        />
      </svg>
    );
  }
  return (
    <svg width="16" height="10" aria-hidden="true">
      <line
        x1="1"
        x2="15"
        y1="5"
        y2="5"
        stroke={colour}
        strokeWidth={kind === 'line' ? 2 : 1.5}
        strokeDasharray={kind === 'dashed' ? '3 3' : undefined}
      />
    </svg>
  );
}

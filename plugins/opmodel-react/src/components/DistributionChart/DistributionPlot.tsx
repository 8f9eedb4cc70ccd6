import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  ReferenceLine,
  Tooltip,
  useXAxisScale,
  XAxis,
  YAxis,
  type BarShapeProps,
} from 'recharts';
import { ChartTooltip } from '../../chart/ChartTooltip';
import { countTicks, logDurationTicks } from '../../chart/durationTicks';
import { useMeasuredWidth } from '../../chart/useMeasuredWidth';
import { useFormats } from '../../format/useFormats';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
import type {
  DistributionChartProps,
  DistributionMark,
} from './DistributionChart';

const useStyles = makeStyles(theme => ({
  plot: {
    '& .recharts-surface:focus': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
      borderRadius: 4,
    },
    '& .recharts-surface:focus:not(:focus-visible)': { outline: 'none' },
  },
}));

const Y_AXIS_WIDTH = 44;
const TICK_WIDTH = 52;
const LABEL_LINE = 15;
/** Rough width of a character of a label. Pixels. */
const CHARACTER = 6.2;

interface BinBar {
  centre: number;
  left: number;
  right: number;
  from: number;
  to: number;
  count: number;
}

/** The drawn part of a distribution; it is loaded when needed. */
export function DistributionPlot(
  props: DistributionChartProps & { height: number },
) {
  const { bins, marks, countLabel, series, height } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const theme = useTheme();
  const classes = useStyles();
  const [measure, width] = useMeasuredWidth();
  const colour = palette.series[series];
  const bars: BinBar[] = bins.map(bin => {
    // A bin that begins at zero has no logarithm: it is drawn one octave wide.
    const left = Math.log(bin.from > 0 ? bin.from : bin.to / 2);
    const right = Math.log(bin.to);
    return { ...bin, left, right, centre: (left + right) / 2 };
  });
  const first = bars[0]?.left ?? 0;
  const last = bars[bars.length - 1]?.right ?? 1;
  const plotWidth = width - Y_AXIS_WIDTH - 8;
  const standardTicks = logDurationTicks(
    Math.exp(first),
    Math.exp(last),
    Math.floor(plotWidth / TICK_WIDTH),
  ).map(tick => ({ at: Math.log(tick), seconds: tick }));
  const edgeTicks = [
    { at: first, seconds: bins[0]?.from ?? 0 },
    { at: last, seconds: bins[bins.length - 1]?.to ?? 0 },
  ];
  // Where all durations are alike, no usual mark may lie between the edges.
  const ticks = standardTicks.length < 2 ? edgeTicks : standardTicks;
  const yTicks = countTicks(Math.max(0, ...bins.map(bin => bin.count)));
  const tickStyle = { fontSize: 11, fill: theme.palette.text.secondary };
  const labelOf = (mark: DistributionMark) =>
    `${mark.label} ${formats.duration(mark.value)}`;

  return (
    <div ref={measure} className={classes.plot}>
      <ComposedChart
        width={width}
        height={height}
        data={bars}
        margin={{
          top: 6 + marks.length * LABEL_LINE,
          right: 8,
          bottom: 0,
          left: 0,
        }}
        title={`${countLabel}. ${t('chart.keyboardHint')}`}
      >
        <CartesianGrid vertical={false} stroke={palette.grid} />
        <XAxis
          type="number"
          dataKey="centre"
          domain={[first, last]}
          ticks={ticks.map(tick => tick.at)}
          tick={tickStyle}
          tickLine={{ stroke: palette.previous }}
          axisLine={{ stroke: palette.previous }}
          tickFormatter={(_, index) =>
            formats.axisDuration(Math.round(ticks[index].seconds))
          }
          interval={0}
          height={26}
        />
        <YAxis
          width={Y_AXIS_WIDTH}
          domain={[0, yTicks[yTicks.length - 1]]}
          ticks={yTicks}
          interval={0}
          tick={tickStyle}
          tickLine={false}
          axisLine={false}
          tickFormatter={formats.count}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={false}
          content={({ active, payload }) => {
            const bar = payload?.[0]?.payload as BinBar | undefined;
            return active && bar ? (
              <ChartTooltip
                title={`${formats.duration(bar.from)} – ${formats.duration(
                  bar.to,
                )}`}
                rows={[
                  {
                    id: 'count',
                    label: countLabel,
                    value: formats.count(bar.count),
                    colour,
                  },
                ]}
              />
            ) : null;
          }}
        />
        <Bar
          dataKey="count"
          fill={colour}
          isAnimationActive={false}
          shape={BinShape}
          activeBar={{ fillOpacity: 0.8 }}
        />
        {marks.map((mark, index) => {
          const x = Math.log(Math.max(mark.value, 1));
          const part = (x - first) / (last - first || 1);
          const text = labelOf(mark);
          const toLeft = part * plotWidth + text.length * CHARACTER > plotWidth;
          return (
            <ReferenceLine
              key={mark.label}
              x={x}
              stroke={theme.palette.text.primary}
              strokeWidth={index === 0 ? 1.75 : 1}
              strokeDasharray={index === 0 ? undefined : '4 3'}
              ifOverflow="extendDomain"
              label={({ viewBox }) => (
                <text
                  x={(viewBox as { x: number }).x + (toLeft ? -4 : 4)}
                  y={LABEL_LINE * (index + 1) - 3}
                  textAnchor={toLeft ? 'end' : 'start'}
                  fontSize={11}
                  fontWeight={index === 0 ? 600 : 400}
                  fill={theme.palette.text.primary}
                >
                  {text}
                </text>
              )}
            />
          );
        })}
      </ComposedChart>
    </div>
  );
}

/** A bar that is as wide as its bin on the axis. */
function BinShape(props: BarShapeProps) {
  const scale = useXAxisScale();
  const { y, height, fill, fillOpacity, payload } = props;
  const bar = payload as BinBar | undefined;
  const left = bar && scale?.(bar.left);
  const right = bar && scale?.(bar.right);
  if (left === undefined || right === undefined || !bar || bar.count === 0) {
    return null;
  }
  return (
    <rect
      x={left + 0.5}
      width={Math.max(1, right - left - 1)}
      y={y}
      height={height}
      fill={fill}
      fillOpacity={fillOpacity}
    />
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartTooltip,
  opmodelTranslationRef,
  useFormats,
  useMeasuredWidth,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  Area,
  AreaChart,
  CartesianGrid,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useCumulativeBands } from './cumulativeBands';

const LEGEND_HEIGHT = 26;
const Y_AXIS_WIDTH = 48;

const useStyles = makeStyles(theme => ({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    minHeight: LEGEND_HEIGHT,
    paddingLeft: Y_AXIS_WIDTH,
    fontSize: 12,
    color: theme.palette.text.secondary,
  },
  swatch: {
    display: 'inline-block',
    width: 10,
    height: 10,
    borderRadius: 2,
    marginRight: theme.spacing(0.75),
  },
  chart: {
    '& .recharts-surface:focus': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
      borderRadius: 4,
    },
    '& .recharts-surface:focus:not(:focus-visible)': { outline: 'none' },
  },
}));

/** The drawn part of the diagram; it is loaded when needed. */
export function CumulativeFlowPlot(props: {
  points: FlowReport['cumulative'];
  /** Pixels. */
  height: number;
}) {
  const { points, height } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const [measure, width] = useMeasuredWidth();
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const theme = useTheme();
  const classes = useStyles();
  const bands = useCumulativeBands();
  const tick = { fontSize: 11, fill: theme.palette.text.secondary };
  return (
    <div ref={measure} className={classes.chart}>
      <div className={classes.legend} aria-hidden="true">
        {[...bands].reverse().map(band => (
          <span key={band.id}>
            <span
              className={classes.swatch}
              style={{ background: palette.series[band.series] }}
            />
            {band.label}
          </span>
        ))}
      </div>
      <AreaChart
        width={width}
        height={height - LEGEND_HEIGHT}
        data={points}
        margin={{ top: 4, right: 8, bottom: 0, left: 0 }}
        title={t('chart.keyboardHint')}
      >
        <CartesianGrid vertical={false} stroke={palette.grid} />
        <XAxis
          dataKey="day"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: palette.previous }}
          tickFormatter={formats.shortDay}
          minTickGap={28}
        />
        <YAxis
          width={Y_AXIS_WIDTH}
          tick={tick}
          tickLine={false}
          axisLine={false}
          allowDecimals={false}
          tickFormatter={formats.count}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as
              | FlowReport['cumulative'][number]
              | undefined;
            return active && point ? (
              <ChartTooltip
                title={formats.day(point.day)}
                rows={[...bands].reverse().map(band => ({
                  id: band.id,
                  label: band.label,
                  colour: palette.series[band.series],
                  value: formats.count(point[band.id]),
                }))}
              />
            ) : null;
          }}
        />
        {bands.map(band => (
          <Area
            key={band.id}
            dataKey={band.id}
            stackId="flow"
            type="stepAfter"
            stroke={palette.series[band.series]}
            fill={palette.series[band.series]}
            fillOpacity={0.35}
            isAnimationActive={false}
          />
        ))}
      </AreaChart>
    </div>
  );
}

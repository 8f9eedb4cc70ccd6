import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { CoveragePoint } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartTooltip,
  opmodelTranslationRef,
  useFormats,
  useMeasuredWidth,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';

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
    width: 16,
    height: 0,
    marginRight: theme.spacing(0.75),
    verticalAlign: 'middle',
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

/** The drawn part of the trend; it is loaded when needed. */
export function CoveragePlot(props: {
  trend: readonly CoveragePoint[];
  /** Pixels. */
  height: number;
}) {
  const { trend, height } = props;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const [measure, width] = useMeasuredWidth();
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const theme = useTheme();
  const classes = useStyles();
  const tick = { fontSize: 11, fill: theme.palette.text.secondary };
  const lines = [
    {
      id: 'share' as const,
      label: t('trend.share'),
      colour: palette.series.coverage,
      dash: undefined,
    },
    {
      id: 'weightedShare' as const,
      label: t('trend.weightedShare'),
      colour: palette.series['weighted-coverage'],
      dash: '5 3',
    },
  ];
  // A line cannot be seen of which only one day is known.
  const isSingle = trend.filter(({ share }) => share !== null).length < 2;
  return (
    <div ref={measure} className={classes.chart}>
      <div className={classes.legend} aria-hidden="true">
        {lines.map(({ id, label, colour, dash }) => (
          <span key={id}>
            <span
              className={classes.swatch}
              style={{
                borderTop: `2px ${dash ? 'dashed' : 'solid'} ${colour}`,
              }}
            />
            {label}
          </span>
        ))}
      </div>
      <LineChart
        width={width}
        height={height - LEGEND_HEIGHT}
        data={[...trend]}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        title={shared('chart.keyboardHint')}
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
          domain={[0, 1]}
          tick={tick}
          tickLine={false}
          axisLine={false}
          tickFormatter={formats.share}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as CoveragePoint | undefined;
            return active && point ? (
              <ChartTooltip
                title={formats.day(point.day)}
                rows={lines.map(({ id, label, colour }) => ({
                  id,
                  label,
                  colour,
                  value: formats.share(point[id]),
                }))}
                note={
                  point.definitionChanged
                    ? t('trend.definitionChanged')
                    : undefined
                }
              />
            ) : null;
          }}
        />
        {trend
          .filter(({ definitionChanged }) => definitionChanged)
          .map(({ day }) => (
            <ReferenceLine
              key={day}
              x={day}
              stroke={palette.previous}
              strokeDasharray="2 3"
              label={{
                value: t('trend.definition'),
                position: 'insideTopLeft',
                ...tick,
              }}
            />
          ))}
        {lines.map(({ id, colour, dash }) => (
          <Line
            key={id}
            dataKey={id}
            stroke={colour}
            strokeWidth={2}
            strokeDasharray={dash}
            dot={isSingle ? { r: 3, fill: colour } : false}
            connectNulls={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </div>
  );
}

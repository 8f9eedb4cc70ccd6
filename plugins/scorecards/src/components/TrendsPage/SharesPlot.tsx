import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@material-ui/core/styles';
import type { ScorecardSeries } from '@opmodel/backstage-plugin-opmodel-common';
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
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import {
  LEGEND_HEIGHT,
  markedDays,
  PLOT_MARGIN,
  PlotLegend,
  useAxes,
  usePlotClass,
} from './plotParts';

/** The passing share, and beside it how much it speaks for; steps of which nothing is known are gaps. It is loaded when needed. */
export function SharesPlot(props: {
  series: ScorecardSeries;
  /** Pixels. */
  height: number;
}) {
  const { series, height } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const { t: texts } = useTranslationRef(scorecardsFleetTranslationRef);
  const [measure, width] = useMeasuredWidth();
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const theme = useTheme();
  const axes = useAxes();
  const passing = palette.series.reliability;
  const coverage = palette.series.coverage;
  const lines = [
    {
      id: 'passing' as const,
      label: texts('trends.passing'),
      colour: passing,
      dash: undefined,
    },
    {
      id: 'coverage' as const,
      label: texts('trends.coverage'),
      colour: coverage,
      dash: '5 3',
    },
  ];
  return (
    <div ref={measure} className={usePlotClass()}>
      <PlotLegend>
        {lines.map(({ id, label, colour, dash }) => (
          <span key={id}>
            <svg width="22" height="8" aria-hidden="true">
              <line
                x1="0"
                x2="22"
                y1="4"
                y2="4"
                stroke={colour}
                strokeWidth="2"
                strokeDasharray={dash}
              />
            </svg>
            {label}
          </span>
        ))}
      </PlotLegend>
      <LineChart
        width={width}
        height={height - LEGEND_HEIGHT}
        data={series.points}
        margin={PLOT_MARGIN}
        title={t('chart.keyboardHint')}
      >
        <CartesianGrid {...axes.grid} />
        {/* On a band a step, so that both plots have the same steps above each other. */}
        <XAxis {...axes.x} scale="band" />
        <YAxis {...axes.y} domain={[0, 1]} tickFormatter={formats.share} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: palette.previous }}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as
              | ScorecardSeries['points'][number]
              | undefined;
            return active && point ? (
              <ChartTooltip
                title={formats.day(point.day)}
                rows={lines.map(({ id, label, colour }) => ({
                  id,
                  label,
                  colour,
                  value: formats.share(point[id]),
                }))}
              />
            ) : null;
          }}
        />
        {lines.map(({ id, colour, dash }) => (
          <Line
            key={id}
            dataKey={id}
            stroke={colour}
            strokeWidth={2}
            strokeDasharray={dash}
            dot={{ r: 2, fill: colour, strokeWidth: 0 }}
            activeDot={{ r: 4 }}
            isAnimationActive={false}
            connectNulls={false}
          />
        ))}
        {markedDays(series).map(({ day, version }) => (
          <ReferenceLine
            key={version}
            x={day}
            {...axes.mark}
            label={{
              value: texts('trends.version', { version: String(version) }),
              position: 'top',
              fontSize: 11,
              fill: theme.palette.text.secondary,
            }}
          />
        ))}
      </LineChart>
    </div>
  );
}

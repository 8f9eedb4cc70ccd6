import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@material-ui/core/styles';
import type { ScorecardSeries } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartTooltip,
  opmodelTranslationRef,
  useFormats,
  useMeasuredWidth,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { LevelIcon, useLevelFill } from '../../verdict';
import {
  LEGEND_HEIGHT,
  markedDays,
  PLOT_MARGIN,
  PlotLegend,
  useAxes,
  usePlotClass,
} from './plotParts';

const WIDEST_BAR = 36;

/** Levels as bars on each other from zero, the lowest at the foot; it is loaded when needed. */
export function LevelsPlot(props: {
  series: ScorecardSeries;
  /** Pixels. */
  height: number;
}) {
  const { series, height } = props;
  const { levels } = series.scorecard;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const { t: texts } = useTranslationRef(scorecardsFleetTranslationRef);
  const [measure, width] = useMeasuredWidth();
  const formats = useFormats();
  const theme = useTheme();
  const axes = useAxes();
  const fillOf = useLevelFill();
  const highest = Math.max(0, ...levels.map(({ rank }) => rank));
  const points = series.points.map(point => ({
    day: point.day,
    entities: point.entities,
    ...Object.fromEntries(
      point.levels.map(({ rank, entities }) => [`rank${rank}`, entities]),
    ),
  })) as Array<Record<string, number | string>>;
  return (
    <div ref={measure} className={usePlotClass()}>
      <PlotLegend>
        {levels.map(level => (
          <span key={level.rank}>
            <LevelIcon
              rank={level.rank}
              highest={highest}
              color={level.color}
            />
            {level.name}
          </span>
        ))}
      </PlotLegend>
      <BarChart
        width={width}
        height={height - LEGEND_HEIGHT}
        data={points}
        margin={PLOT_MARGIN}
        title={t('chart.keyboardHint')}
      >
        <CartesianGrid {...axes.grid} />
        <XAxis {...axes.x} />
        <YAxis
          {...axes.y}
          allowDecimals={false}
          tickFormatter={formats.count}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: theme.palette.action.hover }}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as
              | Record<string, number | string>
              | undefined;
            return active && point ? (
              <ChartTooltip
                title={formats.day(String(point.day))}
                rows={[...levels].reverse().map(level => ({
                  id: level.name,
                  label: level.name,
                  colour: fillOf(level, highest).fill,
                  value: formats.count(Number(point[`rank${level.rank}`] ?? 0)),
                }))}
              />
            ) : null;
          }}
        />
        {levels.map(level => {
          const { fill, opacity } = fillOf(level, highest);
          return (
            <Bar
              key={level.rank}
              dataKey={`rank${level.rank}`}
              stackId="levels"
              fill={fill}
              fillOpacity={opacity}
              stroke={theme.palette.text.secondary}
              strokeDasharray={level.rank === 0 ? '2 2' : undefined}
              maxBarSize={WIDEST_BAR}
              isAnimationActive={false}
            />
          );
        })}
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
      </BarChart>
    </div>
  );
}

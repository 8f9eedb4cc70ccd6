import { useTranslationRef } from '@backstage/frontend-plugin-api';
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
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { techDebtFlowTranslationRef } from '../../translations/flow';
import { burnLines, type BurnPoint } from './burnPoints';
import { PlotLegend } from './PlotLegend';
import { PLOT_HEIGHT, PLOT_MARGIN, useAxes, usePlotClass } from './plotParts';

/** Each line has a dash of its own, so that colour is not needed to tell them apart. */
const dashes = { scope: '6 4', ended: '2 3', owed: undefined };

/** Burn-up and burn-down as lines; it is loaded when needed. */
export function BurnPlot(props: { points: readonly BurnPoint[] }) {
  const { points } = props;
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const [measure, width] = useMeasuredWidth();
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const axes = useAxes();
  const colours = {
    scope: palette.series.todo,
    ended: palette.series.completed,
    owed: palette.series.debt,
  };
  return (
    <div ref={measure} className={usePlotClass()}>
      <PlotLegend
        marks="lines"
        entries={burnLines.map(line => ({
          id: line,
          label: t(`burn.${line}`),
          colour: colours[line],
          dash: dashes[line],
        }))}
      />
      <LineChart
        width={width}
        height={PLOT_HEIGHT}
        data={[...points]}
        margin={PLOT_MARGIN}
        title={`${t('burn.title')}. ${shared('chart.keyboardHint')}`}
      >
        <CartesianGrid {...axes.grid} />
        <XAxis {...axes.x} />
        <YAxis
          {...axes.y}
          allowDecimals={false}
          tickFormatter={formats.decimal}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as BurnPoint | undefined;
            return active && point ? (
              <ChartTooltip
                title={formats.day(point.day)}
                rows={burnLines.map(line => ({
                  id: line,
                  label: t(`burn.${line}`),
                  colour: colours[line],
                  value: formats.decimal(point[line]),
                }))}
              />
            ) : null;
          }}
        />
        {burnLines.map(line => (
          <Line
            key={line}
            dataKey={line}
            name={t(`burn.${line}`)}
            stroke={colours[line]}
            strokeDasharray={dashes[line]}
            strokeWidth={line === 'owed' ? 2.5 : 1.5}
            dot={false}
            connectNulls={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </div>
  );
}

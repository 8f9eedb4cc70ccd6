import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ChartTooltip,
  opmodelTranslationRef,
  useFormats,
  useMeasuredWidth,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { techDebtFlowTranslationRef } from '../../translations/flow';
import { moveKinds, type DebtMove } from './debtMoves';
import { PlotLegend } from './PlotLegend';
import { PLOT_HEIGHT, PLOT_MARGIN, useAxes, usePlotClass } from './plotParts';

const WIDEST_BAR = 18;

/** What came and went as bars side by side; it is loaded when needed. */
export function MovesPlot(props: { moves: readonly DebtMove[] }) {
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const [measure, width] = useMeasuredWidth();
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const axes = useAxes();
  const colours = {
    opened: palette.series.arrived,
    closed: palette.series.completed,
    accepted: palette.states.exempt.mark,
    rescoped: palette.series.todo,
  };
  return (
    <div ref={measure} className={usePlotClass()}>
      <PlotLegend
        marks="bars"
        entries={moveKinds.map(kind => ({
          id: kind,
          label: t(`moves.${kind}`),
          colour: colours[kind],
        }))}
      />
      <BarChart
        width={width}
        height={PLOT_HEIGHT}
        data={[...props.moves]}
        margin={PLOT_MARGIN}
        title={`${t('moves.title')}. ${shared('chart.keyboardHint')}`}
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
          cursor={axes.cursor}
          content={({ active, payload }) => {
            const move = payload?.[0]?.payload as DebtMove | undefined;
            return active && move ? (
              <ChartTooltip
                title={`${t('period')} ${formats.day(move.day)}`}
                rows={moveKinds.map(kind => ({
                  id: kind,
                  label: t(`moves.${kind}`),
                  colour: colours[kind],
                  value: formats.count(move[kind]),
                }))}
              />
            ) : null;
          }}
        />
        {moveKinds.map(kind => (
          <Bar
            key={kind}
            dataKey={kind}
            name={t(`moves.${kind}`)}
            fill={colours[kind]}
            maxBarSize={WIDEST_BAR}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </div>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { SloSeries } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartTooltip,
  opmodelTranslationRef,
  useFormats,
  useMeasuredWidth,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DateTime } from 'luxon';
import { useState } from 'react';
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { sloChartTranslationRef } from '../../translations/chart';
import { useSloFormats } from '../../words/useSloFormats';
import {
  groupMarks,
  remainingTicks,
  spanOf,
  toPlotPoints,
  type MarkGroup,
  type PlotPoint,
} from './budgetSpan';
import { ChosenMarks } from './ChosenMarks';
import { MARK_WIDTH, MarkLane } from './MarkLane';
import { PLOT_HEIGHT, PLOT_MARGIN, Y_AXIS_WIDTH } from './plotArea';
import { useMarkText } from './useMarkText';

const useStyles = makeStyles(theme => ({
  chart: {
    '& .recharts-surface:focus': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
      borderRadius: 4,
    },
    '& .recharts-surface:focus:not(:focus-visible)': { outline: 'none' },
  },
}));

/** The drawn part of the burn-down; it is loaded when needed. */
export function BurnDownPlot(props: { series: SloSeries }) {
  const { series } = props;
  const { points, marks, window, target } = series;
  const { t } = useTranslationRef(sloChartTranslationRef);
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const [measure, width] = useMeasuredWidth();
  const formats = useFormats();
  const slo = useSloFormats();
  const palette = useOpmodelPalette();
  const theme = useTheme();
  const classes = useStyles();
  const describe = useMarkText(window.zone);
  const [chosen, setChosen] = useState<MarkGroup>();
  const span = spanOf(points);
  if (span === undefined) {
    return null;
  }
  const places = Math.max(
    1,
    Math.floor((width - Y_AXIS_WIDTH - PLOT_MARGIN) / MARK_WIDTH),
  );
  const lanes = [
    { kind: 'deployment', label: t('mark.deployments') },
    { kind: 'incident', label: t('mark.incidents') },
    { kind: 'correction', label: t('mark.corrections') },
  ] as const;
  const drawn = toPlotPoints(points);
  const lowest = Math.min(0, ...drawn.map(({ remaining }) => remaining ?? 0));
  const ticks = remainingTicks(lowest);
  const tick = { fontSize: 11, fill: theme.palette.text.secondary };
  const isWithinDay = span.to - span.from <= 2 * 86_400_000;
  return (
    <div ref={measure} className={classes.chart}>
      {lanes.map(({ kind, label }) => {
        const groups = groupMarks(
          marks.filter(mark => mark.kind === kind),
          span,
          places,
        );
        return groups.length === 0 ? null : (
          <MarkLane
            key={kind}
            label={label}
            groups={groups}
            describe={describe}
            chosen={chosen}
            onChoose={setChosen}
          />
        );
      })}
      <LineChart
        width={width}
        height={PLOT_HEIGHT}
        data={drawn}
        margin={{ top: 8, right: PLOT_MARGIN, bottom: 0, left: 0 }}
        title={`${t('burnDown.remaining')}. ${shared('chart.keyboardHint')}`}
      >
        <CartesianGrid vertical={false} stroke={palette.grid} />
        <XAxis
          dataKey="time"
          type="number"
          scale="time"
          domain={[span.from, span.to]}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: palette.previous }}
          tickFormatter={(time: number) => {
            const at = DateTime.fromMillis(time, { zone: window.zone });
            return isWithinDay
              ? at.toFormat('HH:mm')
              : formats.shortDay(at.toISODate());
          }}
          minTickGap={28}
        />
        <YAxis
          width={Y_AXIS_WIDTH}
          domain={[ticks[0], 1]}
          ticks={ticks}
          interval={0}
          tick={tick}
          tickLine={false}
          axisLine={false}
          tickFormatter={formats.share}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, payload }) => {
            const shown = payload?.[0]?.payload as PlotPoint | undefined;
            return active && shown?.point ? (
              <ChartTooltip
                title={formats.instant(shown.point.at, window.zone)}
                rows={[
                  {
                    id: 'remaining',
                    label: t('burnDown.remaining'),
                    colour: palette.series.reliability,
                    value: slo.remaining(shown.remaining),
                  },
                  {
                    id: 'attainment',
                    label: t('burnDown.attainment'),
                    value: slo.attainment(shown.point.attainment, target),
                  },
                  {
                    id: 'burn',
                    label: t('burnDown.burn'),
                    value: slo.burn(shown.point.burn),
                  },
                ]}
              />
            ) : null;
          }}
        />
        {lowest < 0 && (
          <ReferenceArea
            y1={ticks[0]}
            y2={0}
            fill={palette.states.bad.mark}
            fillOpacity={palette.softOpacity}
            stroke="none"
          />
        )}
        {marks
          .filter(mark => mark.kind !== 'deployment' && mark.to !== null)
          .map(mark => (
            <ReferenceArea
              key={`${mark.kind} ${mark.at} ${mark.title}`}
              x1={Math.max(span.from, Date.parse(mark.at))}
              x2={Math.min(span.to, Date.parse(mark.to!))}
              fill={
                palette.states[
                  mark.kind === 'incident' ? 'attention' : 'exempt'
                ].mark
              }
              fillOpacity={0.16}
              stroke="none"
            />
          ))}
        <ReferenceLine
          y={0}
          stroke={palette.states.bad.mark}
          strokeDasharray="4 3"
          label={{
            value: t('burnDown.missed'),
            position: 'insideBottomLeft',
            ...tick,
          }}
        />
        {marks
          .filter(mark => mark.kind === 'deployment' && mark.failed)
          .map(mark => (
            <ReferenceLine
              key={`${mark.at} ${mark.title}`}
              x={Date.parse(mark.at)}
              stroke={palette.states.bad.mark}
              strokeWidth={1}
            />
          ))}
        <Line
          dataKey="remaining"
          stroke={palette.series.reliability}
          strokeWidth={2}
          dot={
            drawn.filter(({ remaining }) => remaining !== null).length < 2
              ? { r: 3, fill: palette.series.reliability }
              : false
          }
          connectNulls={false}
          isAnimationActive={false}
        />
      </LineChart>
      <ChosenMarks group={chosen} describe={describe} />
    </div>
  );
}

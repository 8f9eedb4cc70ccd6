import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type {
  BurnDownDay,
  CampaignBurnDown,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartTooltip,
  opmodelTranslationRef,
  useFormats,
  useMeasuredWidth,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { PLOT_HEIGHT } from './BurnDownPanel';
import { drawnSpan, timeOf } from './drawnSpan';
import { scorecardCampaignsTranslationRef } from './translation';

const Y_AXIS_WIDTH = 48;

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

type DrawnDay = BurnDownDay & { time: number };

/** The drawn part of the burn-down; it is loaded when needed. Both lines start at zero, since both are counts. */
export function BurnDownPlot(props: {
  burnDown: CampaignBurnDown;
  targetOn: string;
  /** Null: not drawn. */
  projectedOn: string | null;
}) {
  const { burnDown, targetOn, projectedOn } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const [measure, width] = useMeasuredWidth();
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const theme = useTheme();
  const classes = useStyles();
  const data: DrawnDay[] = burnDown.points.map(point => ({
    ...point,
    time: timeOf(point.day),
  }));
  const span = drawnSpan(burnDown.points, targetOn, projectedOn);
  const tick = { fontSize: 11, fill: theme.palette.text.secondary };
  const colours = {
    open: palette.series.arrived,
    ideal: palette.previous,
    exempt: palette.states.exempt.mark,
  };
  const mark = (day: string, label: string, colour: string, row: number) => (
    <ReferenceLine
      x={timeOf(day)}
      stroke={colour}
      strokeDasharray="4 3"
      label={{
        value: label,
        position: 'insideTopRight',
        dy: row * 14,
        fontSize: 11,
        fill: theme.palette.text.secondary,
      }}
    />
  );
  return (
    <div ref={measure} className={classes.chart}>
      <LineChart
        width={width}
        height={PLOT_HEIGHT}
        data={data}
        margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
        title={`${t('burnDown.title')}. ${shared('chart.keyboardHint')}`}
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
          tickFormatter={(time: number) => formats.shortDay(dayOf(time))}
          minTickGap={28}
        />
        <YAxis
          width={Y_AXIS_WIDTH}
          domain={[0, 'auto']}
          allowDecimals={false}
          tick={tick}
          tickLine={false}
          axisLine={false}
          tickFormatter={formats.count}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, payload }) => {
            const shown = payload?.[0]?.payload as DrawnDay | undefined;
            return active && shown ? (
              <ChartTooltip
                title={formats.day(shown.day)}
                rows={[
                  {
                    id: 'open',
                    label: t('burnDown.open'),
                    colour: colours.open,
                    value: formats.count(shown.open),
                  },
                  {
                    id: 'ideal',
                    label: t('burnDown.ideal'),
                    colour: colours.ideal,
                    value: formats.decimal(shown.ideal),
                  },
                  {
                    id: 'exempt',
                    label: t('burnDown.exempt'),
                    colour: colours.exempt,
                    value: formats.count(shown.exempt),
                  },
                ]}
              />
            ) : null;
          }}
        />
        <Legend
          verticalAlign="top"
          align="right"
          iconType="plainline"
          formatter={(name: string) => (
            <span style={{ color: theme.palette.text.primary, fontSize: 12 }}>
              {name}
            </span>
          )}
        />
        {mark(targetOn, t('burnDown.target'), palette.previous, 0)}
        {projectedOn !== null &&
          timeOf(projectedOn) <= span.to &&
          mark(
            projectedOn,
            t('burnDown.projectedMark'),
            palette.states.attention.mark,
            1,
          )}
        <Line
          dataKey="ideal"
          name={t('burnDown.ideal')}
          stroke={colours.ideal}
          strokeDasharray="6 4"
          strokeWidth={1.5}
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="exempt"
          name={t('burnDown.exempt')}
          stroke={colours.exempt}
          strokeDasharray="2 3"
          strokeWidth={1.5}
          dot={false}
          connectNulls={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="open"
          name={t('burnDown.open')}
          stroke={colours.open}
          strokeWidth={2.5}
          dot={
            data.filter(({ open }) => open !== null).length < 2
              ? { r: 3, fill: colours.open }
              : false
          }
          connectNulls={false}
          isAnimationActive={false}
        />
      </LineChart>
    </div>
  );
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { weekOf } from '@opmodel/backstage-plugin-opmodel-common';
import Skeleton from '@material-ui/lab/Skeleton';
import { lazy, Suspense } from 'react';
import { NO_VALUE } from '../../format/duration';
import { useFormats } from '../../format/useFormats';
import { opmodelTranslationRef } from '../../translation';
import { ChartFrame } from '../ChartFrame';
import type { TrendLane, TrendPanel, TrendPeriod } from './trendPanel';

// The drawing library is larger than the page around it: it comes when a chart is shown.
const TrendPlot = lazy(() =>
  import('./TrendPlot').then(module => ({ default: module.TrendPlot })),
);

/** Props of {@link TrendChart}. */
export interface TrendChartProps {
  title: string;
  /** What it shows, in one sentence. */
  caption: string;
  /** First days of the weeks, ISO days, oldest first. Where they are no Mondays, the chart says so. */
  weeks: string[];
  /** Weeks of which the window holds only some days. */
  partial?: boolean[];
  panels: TrendPanel[];
  /** Rows of marks above the panels. */
  lanes?: TrendLane[];
  /** Days that are shaded. */
  periods?: TrendPeriod[];
  /** The week that other parts of the page show, by its first day. */
  chosenWeek?: string;
  /** Makes weeks choosable: a click, or Enter on a week or a mark. */
  onChooseWeek?: (week: string) => void;
}

const LINE_HEIGHT = 168;
const BAR_HEIGHT = 104;
const LOW_LINE_HEIGHT = 120;
/** Height of a row of marks. Pixels. */
export const LANE_HEIGHT = 22;
const AXIS_HEIGHT = 22;

/** Height of a panel. Pixels. */
export function panelHeight(panel: TrendPanel): number {
  if (panel.kind === 'bar') {
    return BAR_HEIGHT;
  }
  return panel.low ? LOW_LINE_HEIGHT : LINE_HEIGHT;
}

/** A weekly trend: one panel a series, above one time axis, the previous window behind. */
export function TrendChart(props: TrendChartProps) {
  const { title, caption, weeks, partial, panels, lanes = [] } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const weekday = beginOnMonday(weeks) ? undefined : formats.weekday(weeks[0]);
  const height =
    AXIS_HEIGHT +
    lanes.length * LANE_HEIGHT +
    panels.reduce((sum, panel) => sum + panelHeight(panel), 0);
  const cell = (panel: TrendPanel, value: number | null | undefined) =>
    value === null || value === undefined
      ? null
      : formatPanelValue(panel, value, formats);
  const countCell = (value: number | null | undefined) =>
    value === null || value === undefined ? null : formats.count(value);
  const columns = panels.flatMap(panel => [
    { label: panel.label, panel, values: panel.values },
    ...(panel.part
      ? [{ label: panel.part.label, panel, values: panel.part.values }]
      : []),
    ...(panel.band
      ? [{ label: panel.band.label, panel, values: panel.band.high }]
      : []),
    ...(panel.previous
      ? [
          {
            label: `${panel.label}, ${t('chart.previousWindow')}`,
            panel,
            values: panel.previous,
          },
        ]
      : []),
  ]);
  return (
    <ChartFrame
      title={title}
      caption={
        weekday
          ? `${caption} ${t('chart.weekStart', { day: weekday })}`
          : caption
      }
      minHeight={height}
      table={{
        columns: [
          weekday ? t('chart.weekFrom', { day: weekday }) : t('chart.week'),
          ...columns.map(column => column.label),
          ...lanes.map(lane => lane.label),
        ],
        rows: weeks.map((week, index) => [
          partial?.[index]
            ? `${formats.day(week)} (${t('chart.partialWeek')})`
            : formats.day(week),
          ...columns.map(column => cell(column.panel, column.values[index])),
          ...lanes.map(lane => countCell(lane.counts[index])),
        ]),
      }}
    >
      <Suspense
        fallback={
          <Skeleton
            variant="rect"
            height={height}
            aria-label={t('chart.loading')}
          />
        }
      >
        <TrendPlot {...props} />
      </Suspense>
    </ChartFrame>
  );
}

function beginOnMonday([first]: string[]): boolean {
  return first === undefined || weekOf(first) === first;
}

/** A value of a panel, ready to read. */
export function formatPanelValue(
  panel: TrendPanel,
  value: number | null | undefined,
  formats: ReturnType<typeof useFormats>,
): string {
  if (value === null || value === undefined) {
    return NO_VALUE;
  }
  switch (panel.scale) {
    case 'duration':
      return formats.duration(value);
    case 'share':
      return formats.share(value);
    default:
      return formats.count(value);
  }
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { lazy, Suspense } from 'react';
import { NO_VALUE } from '../../format/duration';
import { useFormats } from '../../format/useFormats';
import { opmodelTranslationRef } from '../../translation';
import { ChartFrame } from '../ChartFrame';
import type { TrendMark, TrendPanel } from './trendPanel';

// The drawing library is larger than the page around it: it comes when a chart is shown.
const TrendPlot = lazy(() =>
  import('./TrendPlot').then(module => ({ default: module.TrendPlot })),
);

/** Props of {@link TrendChart}. */
export interface TrendChartProps {
  title: string;
  /** What it shows, in one sentence. */
  caption: string;
  /** Mondays of the weeks, ISO days, oldest first. */
  weeks: string[];
  /** Weeks of which the window holds only some days. */
  partial?: boolean[];
  panels: TrendPanel[];
  marks?: TrendMark[];
}

const LINE_HEIGHT = 168;
const BAR_HEIGHT = 104;
const AXIS_HEIGHT = 22;

/** Height of a panel. Pixels. */
export function panelHeight(panel: TrendPanel): number {
  return panel.kind === 'line' ? LINE_HEIGHT : BAR_HEIGHT;
}

/** A weekly trend: one panel a series, above one time axis, the previous window behind. */
export function TrendChart(props: TrendChartProps) {
  const { title, caption, weeks, partial, panels } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const height =
    AXIS_HEIGHT + panels.reduce((sum, panel) => sum + panelHeight(panel), 0);
  const cell = (panel: TrendPanel, value: number | null | undefined) =>
    value === null || value === undefined
      ? null
      : formatPanelValue(panel, value, formats);
  const columns = panels.flatMap(panel => [
    { label: panel.label, panel, values: panel.values },
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
      caption={caption}
      minHeight={height}
      table={{
        columns: [t('chart.week'), ...columns.map(column => column.label)],
        rows: weeks.map((week, index) => [
          partial?.[index]
            ? `${formats.day(week)} (${t('chart.partialWeek')})`
            : formats.day(week),
          ...columns.map(column => cell(column.panel, column.values[index])),
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

/** A value of a panel, ready to read. */
export function formatPanelValue(
  panel: TrendPanel,
  value: number | null | undefined,
  formats: ReturnType<typeof useFormats>,
): string {
  if (value === null || value === undefined) {
    return NO_VALUE;
  }
  return panel.scale === 'duration'
    ? formats.duration(value)
    : formats.count(value);
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import type { DistributionBin } from '@opmodel/backstage-plugin-opmodel-common';
import { lazy, Suspense } from 'react';
import { useFormats } from '../../format/useFormats';
import type { SeriesId } from '../../palette/palette';
import { opmodelTranslationRef } from '../../translation';
import { ChartFrame } from '../ChartFrame';

const DistributionPlot = lazy(() =>
  import('./DistributionPlot').then(module => ({
    default: module.DistributionPlot,
  })),
);

/** A labelled place on the axis, for instance a percentile. */
export interface DistributionMark {
  label: string;
  /** Seconds. */
  value: number;
}

/** Props of {@link DistributionChart}. */
export interface DistributionChartProps {
  title: string;
  /** What it shows, in one sentence. */
  caption: string;
  /** What is counted, for instance "Changes". */
  countLabel: string;
  /** Bins that follow each other. Seconds. */
  bins: DistributionBin[];
  marks: DistributionMark[];
  series: SeriesId;
  /** Height of the drawing. Pixels. */
  height?: number;
}

/** How often each duration occurs, on a logarithmic axis, with percentiles marked. */
export function DistributionChart(props: DistributionChartProps) {
  const { title, caption, countLabel, bins, height = 200 } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  return (
    <ChartFrame
      title={title}
      caption={caption}
      minHeight={height}
      table={{
        columns: [t('chart.from'), t('chart.to'), countLabel],
        rows: bins.map(bin => [
          formats.duration(bin.from),
          formats.duration(bin.to),
          formats.count(bin.count),
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
        <DistributionPlot {...props} height={height} />
      </Suspense>
    </ChartFrame>
  );
}

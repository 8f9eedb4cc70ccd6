import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartFrame,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { lazy, Suspense } from 'react';
import { flowTranslationRef } from '../../translation';
import { useCumulativeBands } from './cumulativeBands';

// The drawing library is larger than the page around it: it comes when a chart is shown.
const CumulativeFlowPlot = lazy(() =>
  import('./CumulativeFlowPlot').then(module => ({
    default: module.CumulativeFlowPlot,
  })),
);

const HEIGHT = 280;

/** The cumulative flow diagram: how much is in each state at the end of each day. */
export function CumulativeFlowPanel(props: { report: FlowReport }) {
  const { cumulative } = props.report;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const bands = useCumulativeBands();
  return (
    <ChartFrame
      title={t('cumulative.title')}
      caption={t('cumulative.caption')}
      minHeight={HEIGHT}
      table={{
        columns: [t('cumulative.day'), ...bands.map(({ label }) => label)],
        rows: cumulative.map(point => [
          formats.day(point.day),
          ...bands.map(({ id }) => formats.count(point[id])),
        ]),
      }}
    >
      <Suspense
        fallback={
          <Skeleton
            variant="rect"
            height={HEIGHT}
            aria-label={t('cumulative.loading')}
          />
        }
      >
        <CumulativeFlowPlot points={cumulative} height={HEIGHT} />
      </Suspense>
    </ChartFrame>
  );
}

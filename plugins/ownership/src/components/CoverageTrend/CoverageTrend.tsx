import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import type { OwnershipSummary } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartFrame,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { lazy, Suspense } from 'react';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';

// The drawing library is larger than the page around it: it comes when a chart is shown.
const CoveragePlot = lazy(() =>
  import('./CoveragePlot').then(module => ({ default: module.CoveragePlot })),
);

const HEIGHT = 240;

/** How the coverage came to be what it is, day by day. */
export function CoverageTrend(props: { trend: OwnershipSummary['trend'] }) {
  const { trend } = props;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const formats = useFormats();
  const begin = trend.findIndex(({ share }) => share !== null);
  const young =
    begin > 0
      ? ` ${t('trend.young', { day: formats.day(trend[begin].day) })}`
      : '';
  const share = (value: number | null) =>
    value === null ? null : formats.share(value);
  return (
    <ChartFrame
      title={t('trend.title')}
      caption={`${t('trend.caption')}${young}`}
      minHeight={HEIGHT}
      table={{
        columns: [
          t('trend.day'),
          t('trend.share'),
          t('trend.weightedShare'),
          t('trend.full'),
          t('trend.entities'),
          t('trend.definition'),
        ],
        rows: trend.map(point => [
          formats.day(point.day),
          share(point.share),
          share(point.weightedShare),
          point.share === null ? null : formats.count(point.full),
          point.share === null ? null : formats.count(point.entities),
          point.definitionChanged ? t('trend.definitionChanged') : '',
        ]),
      }}
    >
      <Suspense
        fallback={
          <Skeleton
            variant="rect"
            height={HEIGHT}
            aria-label={t('trend.loading')}
          />
        }
      >
        <CoveragePlot trend={trend} height={HEIGHT} />
      </Suspense>
    </ChartFrame>
  );
}

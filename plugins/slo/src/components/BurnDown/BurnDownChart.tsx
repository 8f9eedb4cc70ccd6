import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import type { SloSeries } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartFrame,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { lazy, Suspense } from 'react';
import { sloChartTranslationRef } from '../../translations/chart';
import { useSloFormats } from '../../words/useSloFormats';
import { marksOf } from './budgetSpan';
import { PLOT_HEIGHT } from './plotArea';
import { useMarkText } from './useMarkText';

// The drawing library is larger than the page around it: it comes when a chart is shown.
const BurnDownPlot = lazy(() =>
  import('./BurnDownPlot').then(module => ({ default: module.BurnDownPlot })),
);

/** What was left of the budget over time, with deployments, incidents and corrections on the time axis. */
export function BurnDownChart(props: {
  series: SloSeries;
  /** What the objective is called. */
  objective: string;
}) {
  const { series, objective } = props;
  const { points, marks, marksTotal, target, window } = series;
  const { t } = useTranslationRef(sloChartTranslationRef);
  const formats = useFormats();
  const slo = useSloFormats();
  const facts = useFactStyles();
  const describe = useMarkText(window.zone);
  const isMeasured = points.some(({ remaining }) => remaining !== null);
  const caption = [
    t('burnDown.caption', { target: slo.target(target) }),
    ...(marksTotal > marks.length
      ? [
          t('burnDown.cut', {
            shown: formats.count(marks.length),
            total: formats.count(marksTotal),
          }),
        ]
      : []),
  ].join(' ');
  return (
    <ChartFrame
      title={t('burnDown.title', { objective })}
      caption={caption}
      minHeight={isMeasured ? PLOT_HEIGHT : undefined}
      table={
        isMeasured
          ? {
              columns: [
                t('burnDown.time'),
                t('burnDown.remaining'),
                t('burnDown.attainment'),
                t('burnDown.burn'),
                t('burnDown.events'),
              ],
              rows: points.map(point => [
                formats.instant(point.at, window.zone),
                point.remaining === null
                  ? t('burnDown.noData')
                  : slo.remaining(point.remaining),
                point.attainment === null
                  ? null
                  : slo.attainment(point.attainment, target),
                point.burn === null ? null : slo.burn(point.burn),
                marksOf(point, marks)
                  .map(describe)
                  .map(({ title, burned }) =>
                    [title, burned].filter(Boolean).join('. '),
                  )
                  .join('; '),
              ]),
            }
          : undefined
      }
    >
      {isMeasured ? (
        <Suspense
          fallback={
            <Skeleton
              variant="rect"
              height={PLOT_HEIGHT}
              aria-label={t('burnDown.loading')}
            />
          }
        >
          <BurnDownPlot series={series} />
        </Suspense>
      ) : (
        <p className={facts.quiet}>{t('burnDown.none')}</p>
      )}
    </ChartFrame>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import type { ScorecardSeries } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartFrame,
  EmptyState,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { lazy, Suspense } from 'react';
import { DataExportMenu } from '../../export/DataExportMenu';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { DefinitionMarks } from './DefinitionMarks';
import { toSeriesCsv } from './toSeriesCsv';

// The drawing library is larger than the page around it: it comes when a chart is shown.
const LevelsPlot = lazy(() =>
  import('./LevelsPlot').then(module => ({ default: module.LevelsPlot })),
);
const SharesPlot = lazy(() =>
  import('./SharesPlot').then(module => ({ default: module.SharesPlot })),
);

const LEVELS_HEIGHT = 280;
const SHARES_HEIGHT = 220;

/** Levels as bars on each other, and the shares below; the scorecard's own changes are marked in both. */
export function TrendPanels(props: { series: ScorecardSeries }) {
  const { series } = props;
  const { scorecard, points, definitionChanges } = series;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const formats = useFormats();
  if (points.every(({ entities }) => entities === 0)) {
    return (
      <EmptyState title={t('nothing.title')} description={t('trends.empty')} />
    );
  }
  const waiting = (height: number) => (
    <Skeleton
      variant="rect"
      height={height}
      role="img"
      aria-label={t('trends.loading')}
    />
  );
  const share = (value: number | null) =>
    value === null ? null : formats.share(value);
  return (
    <>
      <ChartFrame
        title={t('trends.levels')}
        caption={t('trends.levelsCaption')}
        minHeight={LEVELS_HEIGHT}
        actions={
          <DataExportMenu
            content="scorecard-series"
            subject={t('trends.levels')}
            days={daysOf(series)}
            data={series}
            toCsv={() => toSeriesCsv(series)}
          />
        }
        table={{
          columns: [
            t('trends.step'),
            ...scorecard.levels.map(({ name }) => name),
            t('trends.entities'),
          ],
          rows: points.map(point => [
            formats.day(point.day),
            ...scorecard.levels.map(({ rank }) =>
              formats.count(
                point.levels.find(level => level.rank === rank)?.entities ?? 0,
              ),
            ),
            formats.count(point.entities),
          ]),
        }}
      >
        <Suspense fallback={waiting(LEVELS_HEIGHT)}>
          <LevelsPlot series={series} height={LEVELS_HEIGHT} />
        </Suspense>
      </ChartFrame>
      <ChartFrame
        title={t('trends.shares')}
        caption={t('trends.sharesCaption')}
        minHeight={SHARES_HEIGHT}
        table={{
          columns: [
            t('trends.step'),
            t('trends.passing'),
            t('trends.coverage'),
          ],
          rows: points.map(point => [
            formats.day(point.day),
            share(point.passing),
            share(point.coverage),
          ]),
        }}
      >
        <Suspense fallback={waiting(SHARES_HEIGHT)}>
          <SharesPlot series={series} height={SHARES_HEIGHT} />
        </Suspense>
      </ChartFrame>
      <DefinitionMarks scorecardRef={scorecard.ref} marks={definitionChanges} />
    </>
  );
}

function daysOf({ points }: ScorecardSeries) {
  const first = points[0];
  const last = points[points.length - 1];
  return first && last ? { from: first.day, to: last.day } : undefined;
}

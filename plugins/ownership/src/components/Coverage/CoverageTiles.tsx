import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OwnershipSummary } from '@opmodel/backstage-plugin-opmodel-common';
import {
  MetricTile,
  MetricTileRow,
  Sparkline,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';
import { PointsNote } from './PointsNote';

/** How well everything in a scope is owned, as numbers. */
export function CoverageTiles(props: {
  summary: OwnershipSummary;
  onExplain: () => void;
}) {
  const { summary, onExplain } = props;
  const { coverage, gaps, trend, change, window } = summary;
  const { entities, full, share, weightedShare, state } = coverage;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const formats = useFormats();
  const unowned = gaps.find(({ gap }) => gap === 'unowned')?.entities ?? 0;
  const chip =
    state === 'ok' ? undefined : (
      <StateChip
        state={state}
        count={state === 'thin' ? entities : undefined}
      />
    );
  const hasData = state !== 'no_data';
  return (
    <MetricTileRow>
      <MetricTile
        label={t('coverage')}
        value={share === null ? null : formats.share(share)}
        reason={t('noEntities')}
        state={chip}
        change={<PointsNote change={change} from={window.from} />}
        trend={
          <Sparkline
            fluid
            series="coverage"
            label={t('trend.title')}
            values={trend.map(point => point.share)}
          />
        }
        sample={t('ofEntities', {
          full: formats.count(full),
          entities: formats.count(entities),
        })}
        onExplain={onExplain}
      />
      <MetricTile
        label={t('weighted')}
        value={weightedShare === null ? null : formats.share(weightedShare)}
        reason={t('noEntities')}
        state={chip}
        trend={
          <Sparkline
            fluid
            series="weighted-coverage"
            label={t('weighted')}
            values={trend.map(point => point.weightedShare)}
          />
        }
        sample={t('ofWeight')}
        onExplain={onExplain}
      />
      <MetricTile
        label={t('gaps')}
        value={hasData ? formats.count(entities - full) : null}
        reason={t('noEntities')}
        sample={t('gapsSample')}
      />
      <MetricTile
        label={t('entities')}
        value={hasData ? formats.count(entities) : null}
        reason={t('noEntities')}
        sample={t('entitiesSample', { count: unowned })}
      />
    </MetricTileRow>
  );
}
